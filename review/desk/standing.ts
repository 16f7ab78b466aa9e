import {
  cellSubject,
  concernsReviewer,
  type FileDecision,
  findingSubject,
  LABELS,
  type Label,
  type ReadDocument,
  type ReviewState,
  type RowDecision,
  type Subject,
  subjectOf,
} from '../../model/index.js';
import type { Decided } from '../api.js';
import { keysOf } from './keys.js';
import { decidedOn, type Values } from './values.js';

/** Where a document stands, and why where that is no matter of course. */
export interface Standing {
  readonly state: ReviewState;
  readonly remark: string;
}

/** What a standing rests on. */
export interface StandingFacts {
  /** null for a file that could not be read. */
  readonly document: ReadDocument | null;
  readonly hasRow: boolean;
  /** Print of what is seen now. */
  readonly print: string;
  /** SHA-256 of the file's content, hex. */
  readonly hash: string;
  /** Why the file was not read, or that a part of it was not; ''. */
  readonly unread: string;
  /** True for a file that was read and has no document in it. */
  readonly empty: boolean;
}

/** Of a file that was read and has no document in it. */
const NO_DOCUMENT = '文件中没有找到公文';

/** Whether nobody has to look at a document: nothing was found, and all of it was read. */
const isClear = ({ document, hasRow, unread }: StandingFacts): boolean =>
  document !== null &&
  !hasRow &&
  unread === '' &&
  !document.units.some(({ classification }) => concernsReviewer(classification));

/** The standing as one reviewer has made it. @param values what counts for them. */
export const standingOf = (facts: StandingFacts, values: ReadonlyMap<Subject, Decided>): Standing => {
  const row = values.get('row');
  const decided = decidedOn<RowDecision>(values, 'row');
  if (row && decided) {
    if (decided.print === facts.print)
      return { state: 'confirmed', remark: decided.included ? '' : '不列入台账' };
    // Said after the confirmation, by persons: they know of it. Else something has changed under it.
    const later = [...values].some(([subject, { seq }]) => subject !== 'row' && seq > row.seq);
    return later
      ? { state: 'pending', remark: '确认后又有改动，请重新确认' }
      : { state: 'conflict', remark: '确认后，文件或预填结果有变化，请核对' };
  }
  if (facts.document !== null) return { state: isClear(facts) ? 'clear' : 'pending', remark: facts.unread };
  if (decidedOn<FileDecision>(values, 'file')?.content === facts.hash)
    return { state: 'looked', remark: facts.unread };
  return facts.empty
    ? { state: 'clear', remark: facts.unread || NO_DOCUMENT }
    : { state: 'unread', remark: facts.unread };
};

/** Tells the findings of passages whose words do not stand in a document, as after an edit of the file. */
export const orphansOf = (document: ReadDocument | null): ((subject: Subject) => boolean) => {
  const keys = new Set(keysOf(document));
  return (subject) => {
    const about = subjectOf(subject);
    return about?.kind === 'finding' && !keys.has(about.passage);
  };
};

/** Subjects on which two reviewers who are both done differ, and which they have not agreed on since. */
export const differencesOf = (values: Values, document: ReadDocument | null): Subject[] => {
  const [first, second] = [rowBy(values, 'first'), rowBy(values, 'second')];
  if (!first || !second) return [];
  const isOrphan = orphansOf(document);
  return disagreements(values).filter((subject) => !isOrphan(subject) && !isAgreed(values, subject));
};

/** Subjects on which two reviewers who are both done say different things, whatever they have agreed on since. */
export const disagreements = (values: Values): Subject[] =>
  comparedSubjects(values).filter(
    (subject) => saidBy(values, 'first', subject) !== saidBy(values, 'second', subject),
  );

type Own = 'first' | 'second';

export const rowBy = (values: Values, lane: Own): RowDecision | null =>
  values.value(lane, 'row') as RowDecision | null;

/** What two reviewers are compared on: every finding that either has an opinion on, and the cells that are answers. */
export const comparedSubjects = (values: Values): Subject[] => {
  const findings = new Set(
    (['first', 'second'] as const)
      .flatMap((lane) => values.subjects(lane).filter((subject) => values.value(lane, subject) !== null))
      .filter((subject) => subjectOf(subject)?.kind === 'finding'),
  );
  // Where one of them has no row there is nothing to hold its cells against.
  const cells = (['first', 'second'] as const).every((lane) => rowBy(values, lane)?.included)
    ? COMPARED_CELLS.map(cellSubject)
    : [];
  return [...[...findings].sort(), ...cells, 'row'];
};

const COMPARED_CELLS = [
  'disclosure',
  'blacklist',
  'punishment',
  'nationalBasis',
  'localBasis',
  'disposal',
] as const;

/** A reviewer's answer on a subject, as words to be compared. A finding of which one says nothing is one they do not see. */
export const saidBy = (values: Values, lane: Own, subject: Subject): string => {
  const about = subjectOf(subject);
  const row = rowBy(values, lane);
  switch (about?.kind) {
    case 'finding': {
      const value = values.value(lane, subject) as { verdict: string } | null;
      return value?.verdict ?? 'rejected';
    }
    case 'cell':
      return row?.cells[about.field] ?? '';
    default:
      return row?.included ? '列入台账' : '不列入台账';
  }
};

/** Whether something was agreed on a subject after both were done. */
const isAgreed = (values: Values, subject: Subject): boolean => values.value('agreed', subject) !== null;

/** Whether two reviewers have agreed that the document belongs elsewhere than the first says, before or since. */
export const isAgreedOtherwise = (values: Values): boolean => {
  const [said, agreement] = [rowBy(values, 'first'), values.value('agreed', 'row') as RowDecision | null];
  return said !== null && agreement !== null && agreement.included !== said.included;
};

/** The labels of a document that count, in order. */
export const labelsOf = (document: ReadDocument | null): Label[] =>
  LABELS.filter((label) =>
    document?.units.some(({ classification }) => classification.labels.includes(label)),
  );

/** The labels of a document as the tool alone gives them. */
export const toolLabelsOf = (document: ReadDocument | null): Label[] =>
  LABELS.filter((label) =>
    document?.units.some(({ classification }) =>
      (classification.proposed ?? classification.labels).includes(label),
    ),
  );

/** Findings that nobody has decided yet and that the tool proposes: what confirming the row confirms. */
export const undecidedFindings = (
  document: ReadDocument | null,
  values: ReadonlyMap<Subject, Decided>,
): Subject[] => {
  const keys = keysOf(document);
  return (document?.units ?? []).flatMap(({ classification }, at) =>
    classification.labels
      .map((label) => findingSubject(keys[at]!, label))
      .filter((subject) => decidedOn(values, subject) === null),
  );
};
