import type { Paragraph, Table } from 'docx';
import { ledgerRow } from '../documents.js';
import { DRAFT, dateLine, unitLine } from '../stamp-lines.js';
import { writeWordFile } from '../word/file.js';
import type { WordParts } from '../word/parts.js';
import type { WordCell } from '../word/table.js';
import { linesOf } from '../word/type.js';
import { FIELDS, FROM_LEFT } from './columns.js';
import { FORMS, type FormWords, nothingWords } from './forms.js';
import type { LedgerInput } from './input.js';
import { countTotals, type LedgerTotals } from './totals.js';

/** Together what A4 on its side holds; a mobile number and three digits of 序号 stay in one line. */
const WIDTHS = [520, 1_900, 680, 680, 680, 2_438, 680, 680, 1_950, 640, 860, 900, 870, 1_360] as const;
/** From here on a row takes half a page: it may be split, and its short cells stand at its top, where a reader looks. */
const LONG_CELL = 250;
const LETTERS = 18;
const NOTHING_LETTERS = 24;

/**
 * Writes the ledger as .docx: the official form on landscape A4, to be printed and stamped; with `draft`, 草稿 behind
 * every page and, below the notes, of how many files it speaks. Unlike the workbook it is built in memory as a whole.
 * Documents are gone through twice, files once. Rejects as writeLedger does.
 */
export const writeLedgerDocx = async (path: string, input: LedgerInput): Promise<void> => {
  const totals = await countTotals(input);
  const words = FORMS[input.form];
  const rows = totals.rows > 0 ? await rowsOf(input) : [nothingRow(totals)];
  await writeWordFile(
    path,
    words.title(input.profile.unit),
    (parts) => [
      {
        orientation: 'landscape',
        ...(input.draft && { watermark: DRAFT }),
        children: [
          parts.title(words.title(input.profile.unit)),
          ...unitAndDate(parts, words, input),
          table(parts, words, rows, totals.rows > 0 ? LETTERS : NOTHING_LETTERS),
          ...parts.notes(words.notes),
          ...(input.draft ? accountOf(parts, totals) : []),
        ],
      },
    ],
    input.remark,
  );
};

const unitAndDate = (
  parts: WordParts,
  { dateAbove }: FormWords,
  { profile, date }: LedgerInput,
): Paragraph[] =>
  dateAbove
    ? [parts.right(dateLine(date)), parts.ends(unitLine(profile.unit), '', 'landscape')]
    : [parts.ends(unitLine(profile.unit), dateLine(date), 'landscape')];

const table = (
  parts: WordParts,
  { headings }: FormWords,
  rows: readonly (readonly WordCell[])[],
  size: number,
): Table =>
  parts.table({
    columns: headings.map((head, index) => ({
      head,
      width: WIDTHS[index]!,
      centred: !FROM_LEFT.has(FIELDS[index]!),
    })),
    rows,
    size,
    headSize: LETTERS,
    splitRows: (index) => rows[index]!.some(({ top }) => top),
    middle: true,
    narrow: true,
    rowHeight: 560,
  });

const rowsOf = async ({ documents, profile }: LedgerInput): Promise<WordCell[][]> => {
  const rows: WordCell[][] = [];
  for await (const { row } of documents()) {
    if (!row) continue;
    const filled = { number: String(rows.length + 1), ...ledgerRow(row, profile) };
    const top = FIELDS.some((field) => filled[field].length > LONG_CELL);
    rows.push(FIELDS.map((field) => ({ lines: linesOf(filled[field]), top })));
  }
  return rows;
};

/** The one row of a unit without anything to report; never asserted of files that nobody could read. */
const nothingRow = ({ read }: LedgerTotals): WordCell[] => [
  { lines: [nothingWords(read > 0)], span: FIELDS.length },
];

/** On paper there is no room that is not printed: what a person has to know before signing stands in the draft alone. */
const accountOf = (parts: WordParts, { sentences }: LedgerTotals): Paragraph[] => [
  parts.subheading('定稿前请核对（定稿中没有本段；所称各表见台账工作簿）'),
  ...sentences.map((sentence, index) => parts.text(`${index + 1}. ${sentence}`)),
];
