import {
  type CellField,
  cellSubject,
  type DecisionEvent,
  FIELD_WORDS,
  type Lane,
  subjectOf,
} from '../../model/index.js';
import { cellText } from '../../reports/index.js';
import { documentsOf, logHead } from '../../store/index.js';
import { type DecisionRequest, type ImportPreview, LONGEST_CELL } from '../api.js';
import type { Who } from '../server/desk.js';
import { ANSWERS } from './checks.js';
import type { DeskContext } from './context.js';
import { writingLane } from './decide.js';
import { partsOf } from './file.js';
import { type Matched, matchRows } from './match-rows.js';
import { type OpenDocument, openDocument } from './open-document.js';
import { CELL_FIELDS } from './row.js';
import type { Values } from './values.js';
import { valueWords } from './words.js';
import { readWorkbook } from './workbook.js';

type Edit = ImportPreview['changes'][number];
type Left = ImportPreview['unmatched'][number];

/**
 * What a ledger that comes back edited would change of what stands now, cell by cell. Nothing is written. Line breaks, blanks
 * and the apostrophe that keeps a text from being a formula are no change.
 *
 * @param bytes of a stranger.
 * @throws BadRequest for a file without a ledger, Refused for who only reads.
 */
export const previewImport = async (
  context: DeskContext,
  bytes: Uint8Array,
  who: Who,
): Promise<ImportPreview> => {
  const lane = writingLane(who);
  const { store, collection } = context;
  const rows = await readWorkbook(context, bytes);
  const documents = await documentsOf(store, collection);
  const { seq } = await logHead(store);
  const { pairs, unmatched } = matchRows(rows, await partsOf(store, documents), seq, lane);
  const changes: Edit[] = [];
  const left: Left[] = [...unmatched, ...missingColumns(pairs)];
  let unchanged = 0;
  for (const pair of pairs) {
    const opened = await openDocument(context, pair.document.id, lane);
    if (!opened.row) {
      left.push({ row: pair.row.words, reason: '这份文件现在没有台账行，请在页面上查看' });
      continue;
    }
    const compared = compare(pair, opened, lane);
    changes.push(...compared.changes);
    left.push(...compared.left);
    unchanged += compared.unchanged;
  }
  const found = new Set(pairs.map(({ document }) => document.id));
  // What the first reviewer has decided is not told to the second.
  for (const { id, name, has_row, labels } of documents)
    if (!found.has(id) && (lane === 'second' ? /[DBP]/u.test(labels) : has_row === 1))
      left.push({ row: name, reason: '工作簿中没有此行' });
  return { changes, unmatched: left, unchanged };
};

const missingColumns = (pairs: readonly Matched[]): Left[] =>
  CELL_FIELDS.filter((field) => pairs.length > 0 && pairs.every(({ row }) => !row.columns.has(field))).map(
    (field) => ({ row: `“${FIELD_WORDS[field]}”栏`, reason: '工作簿中没有这一栏，未作比较' }),
  );

const compare = (
  { row, document, seen }: Matched,
  { row: standing, values, name }: OpenDocument,
  lane: Exclude<Lane, 'agreed'>,
) => {
  const changes: Edit[] = [];
  const left: Left[] = [];
  let unchanged = 0;
  for (const field of CELL_FIELDS) {
    if (!row.columns.has(field)) continue;
    const [from, to] = [standing![field].value, withoutGuard(row.filed.cells[field].text)];
    if (reads(from) === reads(to)) unchanged += 1;
    else if (refusalOf(field, to)) left.push({ row: row.words, reason: refusalOf(field, to) });
    else
      changes.push({
        document: document.id,
        name,
        field,
        from,
        to,
        seen: values.event(lane, cellSubject(field))?.seq ?? 0,
        conflict:
          conflictOf(values, lane, field, seen) ||
          (standing![field].edited ? '' : redraftedBy(values, lane, seen)),
      });
  }
  return { changes, left, unchanged };
};

/** Why the desk would not take a cell's words, so that one of them does not keep back all others; ''. */
const refusalOf = (field: CellField, words: string): string => {
  if (words.length > LONGEST_CELL) return `“${FIELD_WORDS[field]}”超过 ${LONGEST_CELL} 字，没有采用`;
  const answers = ANSWERS[field];
  return answers && !answers.includes(words)
    ? `“${FIELD_WORDS[field]}”只能填写：${answers.filter(Boolean).join('、')}；没有采用“${words.slice(0, 20)}”`
    : '';
};

/** As a cell of a workbook holds it, whatever its blanks and line breaks. */
const reads = (text: string): string => cellText(text).replace(/\s+/gu, '');

/** The text without the apostrophe that an export has put before what looks like a formula. */
const withoutGuard = (text: string): string =>
  text.startsWith("'") && cellText(text.slice(1)) === text ? text.slice(1) : text;

/** Who has decided on the cell, or on its row, since the workbook was written; ''. */
const conflictOf = (
  values: Values,
  lane: Exclude<Lane, 'agreed'>,
  field: CellField,
  seen: number | null,
): string => {
  const subject = cellSubject(field);
  const agreed = values.event('agreed', subject);
  if (agreed && agreed.after !== null)
    return `已合议为“${valueWords(subject, agreed.after)}”，请在“差异”页处理`;
  const cell = values.event(lane, subject);
  if (cell && isLater(cell, seen))
    return `${cell.who} ${seen === null ? '已' : '在工作簿导出之后'}改为“${valueWords(subject, cell.after)}”${
      seen === null ? '，工作簿没有行标识，无法判断先后' : ''
    }`;
  const row = values.event(lane, 'row');
  return row && row.after !== null && seen !== null && isLater(row, seen)
    ? `${row.who} 在工作簿导出之后确认了这一行`
    : '';
};

/**
 * Who has decided on the document's words since the workbook was written; '' for nobody. What was drafted then may read
 * otherwise now: the workbook's cell is the old draft, or an edit of it, and nobody can tell which.
 */
const redraftedBy = (values: Values, lane: Exclude<Lane, 'agreed'>, seen: number | null): string => {
  if (seen === null) return '';
  const later = [lane, 'agreed' as const]
    .flatMap((from) => values.subjects(from).map((subject) => values.event(from, subject)!))
    .find(({ subject, seq }) => seq > seen && ['finding', 'correction'].includes(subjectOf(subject)!.kind));
  return later ? `${later.who} 在工作簿导出之后对条款作了决定，预填的内容可能已随之变化` : '';
};

/** A workbook that does not say what it knows may know nothing. */
const isLater = ({ seq, after }: DecisionEvent, seen: number | null): boolean =>
  seen === null ? after !== null : seq > seen;

/** What is asked of the desk to take in a preview. What is in conflict is left to a person on the page. */
export const importChanges = ({ changes }: ImportPreview, batch: string): DecisionRequest => {
  const byDocument = new Map<number, DecisionRequest['items'][number]['changes']>();
  for (const { document, field, to, seen, conflict } of changes) {
    if (conflict) continue;
    const of = byDocument.get(document) ?? [];
    of.push({ kind: 'cell', field, seen, after: to });
    byDocument.set(document, of);
  }
  return {
    batch,
    lane: 'own',
    reason: '导入修改后的台账',
    items: [...byDocument].map(([document, of]) => ({ document, changes: of })),
  };
};
