import {
  documentName,
  type FileAnalysis,
  type Header,
  LEDGER_LABELS,
  type Manuscript,
  type ReadDocument,
  type UnitProfile,
} from '../../model/index.js';
import { doubtfulWords, markOfPassage } from '../../pipeline/index.js';
import { isPartlyUnread, needsPerson } from '../../reports/index.js';
import type { DocumentEntry, ReviewDocument, ScannedFile } from '../../store/index.js';
import { wordsOf } from '../../store/index.js';
import { keysOf } from './keys.js';
import { printOf, rowOf, type ViewRow } from './row.js';
import {
  differencesOf,
  isAgreedOtherwise,
  labelsOf,
  rowBy,
  type Standing,
  standingOf,
  toolLabelsOf,
} from './standing.js';
import { Values } from './values.js';

/** A document of a scan, or a file without one, with what both reviewers have made of it. */
export interface EntryFacts {
  readonly id: number | null;
  readonly collection: string;
  readonly scan: number;
  readonly file: Pick<ScannedFile, 'source' | 'hash' | 'position' | 'format'> &
    Partial<Pick<ScannedFile, 'status' | 'reason' | 'bytes'>>;
  /** -1 for a file without documents. */
  readonly part: number;
  /** As the first reviewer has left it, and as the second; null where nothing could be read. */
  readonly first: ReadDocument | null;
  readonly second: ReadDocument | null;
  /** Why nothing of it, or not all of it, was read; ''. */
  readonly unread: string;
  /** True for a file that was read and has no document in it. */
  readonly empty: boolean;
  readonly doubtfulWords: number;
  readonly values: Values;
  readonly profile: UnitProfile;
  /** Whether its words are to be written; false where they are those of before. */
  readonly newWords: boolean;
}

/** Of a document that corrected words have made a piece of another one. */
export const MERGED = '更正后，其内容已并入同一文件的其他公文';

export const NO_VALUES = new Values([]);

/** What a file's outcome says of what a person has to read themselves. */
export const unreadOf = (file: ScannedFile, analysis: FileAnalysis | null): string => {
  if (needsPerson(file)) return file.reason?.message ?? '未能读取';
  return (analysis?.notes ?? [])
    .filter((note) => isPartlyUnread([note]))
    .map(({ message }) => message)
    .join('；');
};

/** Doubtful words in each document of a recognised file. */
export const doubtfulByPart = (manuscript: Manuscript | null, analysis: FileAnalysis): number[] =>
  analysis.documents.map(({ regulation }) =>
    manuscript ? doubtfulWords(manuscript, regulation.span).length : 0,
  );

/** Whether a file's text was recognised from pictures, wholly or in part. */
export const isRecognised = ({ notes }: FileAnalysis): boolean =>
  notes.some(({ code }) => code.startsWith('ocr'));

/** A document ready to be stored. */
export const entryOf = (facts: EntryFacts): DocumentEntry => {
  const { file, part, first, values } = facts;
  const name = first ? documentName(first, file.source) : file.source;
  const header = first?.regulation.header;
  const { row, print, hasRow, ...seen } = sightOf(facts, first, name, values.of('first', false));
  const standing = withDifferences(seen.standing, values, first);
  const kept = rowBy(values, 'first');
  const isFiled = standing.state === 'confirmed' ? kept?.included === true : hasRow;
  const document: Omit<ReviewDocument, 'id'> = {
    collection: facts.collection,
    scan_id: facts.scan,
    present: 1,
    source: file.source,
    hash: file.hash,
    part,
    position: `${file.position}#${String(part + 1).padStart(4, '0')}`,
    format: file.format,
    name,
    title: header?.title?.value ?? '',
    number: header?.documentNumber?.value ?? '',
    issuer: header ? issuerOf(header) : '',
    year: header ? yearOf(header) : '',
    labels: toolLabelsOf(first).join(''),
    decided: labelsOf(first).join(''),
    has_row: isFiled ? 1 : 0,
    findings: findingCount(first),
    errors: breachCount(first, 'error'),
    warnings: breachCount(first, 'warning'),
    doubt: Math.max(0, ...(first?.units ?? []).map(({ classification }) => classification.usefulness)),
    doubtful_words: facts.doubtfulWords,
    // A file that could not be read has a row once a person has confirmed one.
    ...answersOf(hasRow || isFiled ? row : null),
    kinds: JSON.stringify(kindCounts(first)),
    unread: facts.unread,
    empty: facts.empty ? 1 : 0,
    state: standing.state,
    remark: standing.remark,
    second_state: sightOf(facts, facts.second, name, values.of('second', true)).standing.state,
    print,
    log_seq: values.lastOfAll,
  };
  return {
    id: facts.id,
    document,
    passages: passagesOf(first),
    words: facts.newWords ? words(facts, name) : null,
  };
};

/** A document as one reviewer sees it. */
const sightOf = (
  { unread, empty, file: { hash }, profile }: EntryFacts,
  document: ReadDocument | null,
  name: string,
  values: ReturnType<Values['of']>,
) => {
  const row = rowOf(document, name, values, profile);
  const print = printOf(document, row, hash);
  const hasRow = row !== null && document !== null;
  return {
    row,
    print,
    hasRow,
    standing: standingOf({ document, hasRow, print, unread, hash, empty }, values),
  };
};

/** Two reviewers who are done and differ: a conflict, whatever one of them has confirmed. */
const withDifferences = (standing: Standing, values: Values, document: ReadDocument | null): Standing => {
  const count = differencesOf(values, document).length;
  if (count > 0) return { state: 'conflict', remark: `两人复核有 ${count} 处不一致` };
  return isAgreedOtherwise(values)
    ? { state: 'pending', remark: '合议结果与初核不同，请按合议结果重新确认' }
    : standing;
};

const issuerOf = ({ issuers, issuer }: Header): string => issuers[0] ?? issuer?.value ?? '';

const yearOf = ({ issuedOn, publishedOn, documentNumber }: Header): string =>
  (issuedOn ?? publishedOn)?.value.slice(0, 4) ?? /〔(\d{4})〕/u.exec(documentNumber?.value ?? '')?.[1] ?? '';

const findingCount = (document: ReadDocument | null): number =>
  (document?.units ?? []).reduce((sum, { classification }) => sum + classification.labels.length, 0);

const breachCount = (document: ReadDocument | null, severity: 'error' | 'warning'): number =>
  (document?.breaches ?? []).filter((breach) => breach.severity === severity && !breach.suppression).length;

const answersOf = (row: ViewRow | null): Pick<ReviewDocument, 'national' | 'local' | 'disposal'> => ({
  national: row?.nationalBasis.value ?? '',
  local: row?.localBasis.value ?? '',
  disposal: row?.disposal.value ?? '',
});

/** How many flagged passages have each kind of measure. */
export const kindCounts = (document: ReadDocument | null): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { kinds, classification } of document?.units ?? [])
    if (kinds && LEDGER_LABELS.some((label) => classification.labels.includes(label)))
      for (const { kind } of [...kinds.punishment, ...kinds.disclosure, ...kinds.blacklist])
        counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

const passagesOf = (document: ReadDocument | null): DocumentEntry['passages'] => {
  const keys = keysOf(document);
  return (document?.units ?? []).flatMap(
    ({ unit, place, classification: { labels, proposed = labels } }, at) =>
      labels.length + proposed.length > 0
        ? [
            {
              passage: keys[at]!,
              mark: markOfPassage(keys[at]!),
              place: place || unit.label,
              labels: labels.join(''),
              tool_labels: proposed.join(''),
            },
          ]
        : [],
  );
};

const words = ({ first, file }: EntryFacts, name: string): string[] =>
  wordsOf([name, file.source, ...(first?.units ?? []).map(({ unit }) => unit.text)]);
