import {
  type FiledCell,
  type FiledRow,
  LEDGER_FIELDS,
  type LedgerField,
  type Span,
} from '../../model/index.js';
import { type Columns, fieldAt, type GridCell, type GridRow } from './grid.js';
import { answerOf, disposalOf, documentOf, namesNothing, saysNothing } from './values.js';

/** What stands below a ledger's head. */
export interface Body {
  /** Rows that name a document; those marked 示例 are left out. */
  readonly rows: readonly FiledRow[];
  /** Whether it says that there is nothing to clean up. */
  readonly nothing: boolean;
}

/** A row as it is gathered: it may go on over a page, or over several rows of a sheet. */
interface Draft {
  readonly cells: Map<LedgerField, { readonly parts: string[]; readonly spans: Span[] }>;
  start: number;
  end: number;
}

/** Cells of these are short: a row that has one of its own goes on from none above. */
const OWN: readonly LedgerField[] = [
  'disclosure',
  'blacklist',
  'punishment',
  'nationalBasis',
  'localBasis',
  'disposal',
];
/** A row without any of these is an empty line of the form, whatever the unit put into its own columns. */
const CONTENT: readonly LedgerField[] = ['document', 'summary', 'basisContent'];
const SAMPLE = /^(?:示例|样例|范例|例如|例)/u;
/** A line across the table: a note, a heading of a group of rows. */
const WIDE = 4;

/** Reads the rows below a head. */
export const readBody = (rows: readonly GridRow[], columns: Columns): Body => {
  const drafts: Draft[] = [];
  let nothing = false;
  for (const { own, above } of rows) {
    if (isAcross(own)) {
      nothing ||= saysNothing(own[0]!.text);
      continue;
    }
    if (isColumnNumbers(own)) continue;
    const fields = new Map<LedgerField, GridCell[]>();
    for (const cell of own) push(fields, fieldAt(columns, cell), cell);
    const before = drafts.at(-1);
    if (before && goesOn(fields, before)) {
      // Some programs repeat the number of a merged cell.
      fields.delete('number');
      for (const [field, cells] of fields) for (const cell of cells) append(before, field, cell);
      continue;
    }
    for (const cell of above) {
      const field = fieldAt(columns, cell);
      if (field && !fields.has(field)) fields.set(field, [cell]);
    }
    drafts.push(draftOf(fields, own));
  }
  const filled = drafts.filter((draft) => CONTENT.some((field) => draft.cells.has(field)));
  const own = filled.filter((draft) => !SAMPLE.test(textOf(draft, 'number')));
  const named = own.filter((draft) => !namesNothing(textOf(draft, 'document')));
  return { rows: named.map(rowOf), nothing: named.length === 0 && (nothing || own.length > 0) };
};

/** One cell over many columns, alone in its row. */
const isAcross = (own: readonly GridCell[]): boolean => own.length === 1 && own[0]!.place.columnSpan >= WIDE;

/** 1 2 3 … 14 below the headings. */
const isColumnNumbers = (own: readonly GridCell[]): boolean =>
  own.length >= 5 && own.every(({ text }) => /^[（(]?\d{1,2}[）)]?$/u.test(text));

/** Whether a row goes on from the one above: it has no number, no answer and no document of its own. */
const goesOn = (fields: ReadonlyMap<LedgerField, readonly GridCell[]>, before: Draft): boolean =>
  (!fields.has('number') || fields.get('number')![0]!.text === textOf(before, 'number')) &&
  !OWN.some((field) => fields.has(field)) &&
  !fields.get('document')?.[0]?.text.startsWith('《') &&
  fields.size > 0;

const push = (fields: Map<LedgerField, GridCell[]>, field: LedgerField | undefined, cell: GridCell): void => {
  if (!field) return;
  const known = fields.get(field);
  if (known) known.push(cell);
  else fields.set(field, [cell]);
};

const draftOf = (fields: ReadonlyMap<LedgerField, readonly GridCell[]>, own: readonly GridCell[]): Draft => {
  const draft: Draft = { cells: new Map(), start: own[0]!.span.start, end: own.at(-1)!.span.end };
  for (const [field, cells] of fields)
    draft.cells.set(field, {
      parts: [cells.map(({ text }) => text).join('\n')],
      spans: cells.map(({ span }) => span),
    });
  return draft;
};

const append = (draft: Draft, field: LedgerField, { text, span }: GridCell): void => {
  const known = draft.cells.get(field) ?? { parts: [], spans: [] };
  known.parts.push(beginsAnew(known.parts.at(-1), text) ? `\n${text}` : text);
  known.spans.push(span);
  draft.cells.set(field, known);
  draft.end = Math.max(draft.end, span.end);
};

/** A text that was cut between rows goes on in mid-sentence, or with a new provision behind a full stop. */
const beginsAnew = (before: string | undefined, text: string): boolean =>
  (before?.endsWith('。') || before?.endsWith('；')) === true &&
  /^(?:第[零一二三四五六七八九十百\d]{1,6}[条章]|《|[一二三四五六七八九十]、|（)/u.test(text);

const textOf = (draft: Draft, field: LedgerField): string => draft.cells.get(field)?.parts.join('') ?? '';

const rowOf = (draft: Draft): FiledRow => {
  const cells = Object.fromEntries(
    LEDGER_FIELDS.map((field): [LedgerField, FiledCell] => [
      field,
      { text: textOf(draft, field), spans: draft.cells.get(field)?.spans ?? [] },
    ]),
  ) as Record<LedgerField, FiledCell>;
  return {
    cells,
    ...documentOf(cells.document.text),
    disclosure: answerOf(cells.disclosure.text),
    blacklist: answerOf(cells.blacklist.text),
    punishment: answerOf(cells.punishment.text),
    nationalBasis: answerOf(cells.nationalBasis.text),
    localBasis: answerOf(cells.localBasis.text),
    disposal: disposalOf(cells.disposal.text),
    span: { start: draft.start, end: draft.end },
  };
};
