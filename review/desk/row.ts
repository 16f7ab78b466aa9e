import { createHash } from 'node:crypto';
import {
  type CellField,
  type Classification,
  cellSubject,
  type DraftRow,
  LEDGER_FIELDS,
  type ReadDocument,
  type Subject,
  type UnitProfile,
} from '../../model/index.js';
import { PERSON } from '../../pipeline/index.js';
import { ledgerRow } from '../../reports/index.js';
import type { Decided, ViewCell } from '../api.js';
import { keysOf } from './keys.js';
import { decidedOn } from './values.js';

/** The columns that a person may write in, in order. */
export const CELL_FIELDS = LEDGER_FIELDS.filter((field): field is CellField => field !== 'number');

/** The unit's own columns: what the profile says of them is no part of what a confirmation rests on. */
const OWN: ReadonlySet<CellField> = new Set(['completion', 'responsibleUnit', 'responsiblePerson', 'phone']);

export type ViewRow = Readonly<Record<CellField, ViewCell>>;

/** Of a document that the tool has no row for: a person may write one. */
const blankRow = (name: string): DraftRow => ({
  document: name,
  disclosure: '否',
  blacklist: '否',
  punishment: '否',
  summary: '',
  nationalBasis: '待核实',
  localBasis: '待核实',
  basisContent: '',
  disposal: '',
  reasons: { nationalBasis: '', localBasis: '', disposal: '' },
});

/**
 * The row as it reads: the draft with a person's words over it; null for a document without a row.
 *
 * @param document null for a file that could not be read.
 * @param name of the document, for a row that a person writes from nothing.
 */
export const rowOf = (
  document: ReadDocument | null,
  name: string,
  values: ReadonlyMap<Subject, Decided>,
  profile: UnitProfile,
): ViewRow | null => {
  const isWritten = CELL_FIELDS.some((field) => decidedOn<string>(values, cellSubject(field)) !== null);
  const draft = document?.row ?? (document === null || isWritten ? blankRow(name) : null);
  if (!draft) return null;
  const full = ledgerRow(draft, profile);
  const cell = (field: CellField): ViewCell => {
    const own = decidedOn<string>(values, cellSubject(field));
    const reason = field in draft.reasons ? draft.reasons[field as keyof DraftRow['reasons']] : '';
    return { draft: full[field], value: own ?? full[field], edited: own !== null, reason };
  };
  return Object.fromEntries(CELL_FIELDS.map((field) => [field, cell(field)])) as unknown as ViewRow;
};

/** The cells as they read. */
export const cellsOf = (row: ViewRow): Readonly<Record<CellField, string>> =>
  Object.fromEntries(CELL_FIELDS.map((field) => [field, row[field].value])) as Record<CellField, string>;

/**
 * Stands for what a person sees when they confirm: the file, the row's words, which passages carry which labels, and the
 * words that a person has marked for them. The unit's own columns count only where a person has written them.
 *
 * @param hash of the file's content: what the tool says of another one may be the same by chance, or nothing at all.
 */
export const printOf = (document: ReadDocument | null, row: ViewRow | null, hash: string): string => {
  const cells =
    row && CELL_FIELDS.map((field) => (OWN.has(field) && !row[field].edited ? null : row[field].value));
  const keys = keysOf(document);
  const labels = (document?.units ?? []).flatMap(({ classification }, at) =>
    classification.labels.length > 0
      ? [[keys[at], classification.labels.join(''), markedWords(classification)]]
      : [],
  );
  return createHash('sha256')
    .update(JSON.stringify([hash, cells, labels]), 'utf8')
    .digest('hex')
    .slice(0, 24);
};

const markedWords = ({ evidence }: Classification) =>
  evidence.filter(({ cue }) => cue === PERSON).map(({ label, start, end }) => [label, start, end]);
