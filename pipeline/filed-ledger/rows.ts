import {
  type Answer,
  type FiledCell,
  type FiledRow,
  LEDGER_FIELDS,
  type LedgerField,
  type Span,
} from '../../model/index.js';
import { type Columns, fieldAt, type GridCell, type GridRow } from './grid.js';
import type { ColumnField } from './headings.js';
import { documentsOf } from './names.js';
import { kindOf } from './row-kinds.js';
import {
  ANSWER_FIELDS,
  answerOf,
  basisOf,
  disposalOf,
  leavesNoBlank,
  namesNothing,
  saysNothing,
} from './values.js';

/** What stands below a ledger's head. */
export interface Body {
  /** Rows that name a document; those marked 示例 are left out. */
  readonly rows: readonly FiledRow[];
  /** Whether it says that there is nothing to clean up. */
  readonly nothing: boolean;
}

/** How a passage was read; `doubtful` where a person has to look whether it was recognised rightly. */
export type ReadingOf = (spans: readonly Span[]) => 'exact' | 'recognised' | 'doubtful';

interface DraftCell {
  readonly parts: string[];
  readonly spans: Span[];
}

/** A row as it is gathered: it may go on over a page, or over several rows of a sheet. */
interface Draft {
  readonly cells: Map<ColumnField, DraftCell>;
  start: number;
  end: number;
}

type Fields = Map<ColumnField, GridCell[]>;

/** Cells of these are short: a row that has one of its own goes on from none above. */
const OWN: readonly ColumnField[] = [...ANSWER_FIELDS, 'disposal'];
/** A row without any of these is an empty line of the form, whatever the unit put into its own columns. */
const CONTENT: readonly ColumnField[] = ['document', 'summary', 'basisContent'];
const SAMPLE = /^(?:示例|样例|范例|例如|例)/u;

/** Reads the rows below a head. */
export const readBody = (rows: readonly GridRow[], columns: Columns, readingOf: ReadingOf): Body => {
  const { drafts, nothing } = draftsOf(rows, columns);
  const filled = drafts.filter((draft) => CONTENT.some((field) => draft.cells.has(field)));
  const own = filled.filter((draft) => !SAMPLE.test(textOf(draft, 'number')));
  const named = own.filter((draft) => !namesNothing(textOf(draft, 'document')));
  const blank = leavesNoBlank(named.map((draft) => ANSWER_FIELDS.map((field) => textOf(draft, field))))
    ? 'unknown'
    : 'no';
  return {
    rows: named.map((draft) => rowOf(draft, blank, readingOf)),
    nothing: named.length === 0 && (nothing || own.length > 0),
  };
};

const draftsOf = (
  rows: readonly GridRow[],
  columns: Columns,
): { readonly drafts: readonly Draft[]; readonly nothing: boolean } => {
  const drafts: Draft[] = [];
  let nothing = false;
  for (const { own, above } of rows) {
    const kind = kindOf(own, columns);
    if (kind === 'end') break;
    if (kind === 'aside') {
      nothing ||= saysNothing(own[0]!.text);
      continue;
    }
    const fields: Fields = new Map();
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
    const draft = draftOf(fields, own);
    if (before && isOfSameDocument(draft, before)) share(before, draft);
    drafts.push(draft);
  }
  return { drafts, nothing };
};

/** Whether a row goes on from the one above: it has no number, no answer and no document of its own. */
const goesOn = (fields: Fields, before: Draft): boolean => {
  const name = fields.get('document')?.[0]?.text;
  return (
    fields.size > 0 &&
    (!fields.has('number') || fields.get('number')![0]!.text === textOf(before, 'number')) &&
    !OWN.some((field) => fields.has(field)) &&
    (name === undefined || !name.startsWith('《') || isOpen(textOf(before, 'document')))
  );
};

/** Whether a 《 was left open where a page ended. */
const isOpen = (text: string): boolean => text.split('《').length > text.split('》').length;

/** Whether a row answers for a further provision of the document above, whose name stands there only. */
const isOfSameDocument = ({ cells }: Draft, before: Draft): boolean =>
  !cells.has('document') &&
  before.cells.has('document') &&
  (!cells.has('number') || cells.get('number')!.parts[0] === textOf(before, 'number')) &&
  CONTENT.some((field) => cells.has(field));

const share = (before: Draft, draft: Draft): void => {
  for (const field of ['number', 'document', 'documentNumber'] as const) {
    const cell = before.cells.get(field);
    if (cell && !draft.cells.has(field)) draft.cells.set(field, cell);
  }
};

const push = (fields: Fields, field: ColumnField | undefined, cell: GridCell): void => {
  if (!field) return;
  const known = fields.get(field);
  if (known) known.push(cell);
  else fields.set(field, [cell]);
};

const draftOf = (fields: Fields, own: readonly GridCell[]): Draft => {
  const draft: Draft = { cells: new Map(), start: own[0]!.span.start, end: own.at(-1)!.span.end };
  for (const [field, cells] of fields)
    draft.cells.set(field, {
      parts: [cells.map(({ text }) => text).join('\n')],
      spans: cells.map(({ span }) => span),
    });
  return draft;
};

const append = (draft: Draft, field: ColumnField, { text, span }: GridCell): void => {
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

const textOf = (draft: Draft, field: ColumnField): string => draft.cells.get(field)?.parts.join('') ?? '';

const rowOf = (draft: Draft, blank: 'no' | 'unknown', readingOf: ReadingOf): FiledRow => {
  const cells = Object.fromEntries(
    LEDGER_FIELDS.map((field): [LedgerField, FiledCell] => [field, cellOf(draft, field, readingOf)]),
  ) as Record<LedgerField, FiledCell>;
  const [first, ...also] = documentsOf(cells.document.text);
  const answer = (field: (typeof ANSWER_FIELDS)[number]) =>
    cells[field].text === '' ? blank : answerIn(field, cells[field].text);
  return {
    cells,
    ...first!,
    also,
    disclosure: answer('disclosure'),
    blacklist: answer('blacklist'),
    punishment: answer('punishment'),
    nationalBasis: answer('nationalBasis'),
    localBasis: answer('localBasis'),
    disposal: disposalOf(cells.disposal.text),
    span: { start: draft.start, end: draft.end },
  };
};

const answerIn = (field: LedgerField, text: string): Answer =>
  field === 'nationalBasis' || field === 'localBasis' ? basisOf(text) : answerOf(text);

const isAnswer = (field: LedgerField): boolean => (ANSWER_FIELDS as readonly LedgerField[]).includes(field);

/** A cell; that of the document with the 文号 that stands in a column of its own, as the form wants it. */
const cellOf = (draft: Draft, field: LedgerField, readingOf: ReadingOf): FiledCell => {
  const spans = [...(draft.cells.get(field)?.spans ?? [])];
  let text = textOf(draft, field);
  const number = field === 'document' ? textOf(draft, 'documentNumber') : '';
  if (text !== '' && number !== '' && !namesNothing(number)) {
    text += /^[（(]/u.test(number) ? number : `（${number}）`;
    spans.push(...draft.cells.get('documentNumber')!.spans);
  }
  const reading = readingOf(spans);
  const unclear =
    (isAnswer(field) && answerIn(field, text) === 'unknown') || (field === 'document' && isOpen(text));
  return { text, spans, doubtful: reading === 'doubtful' || (reading === 'recognised' && unclear) };
};
