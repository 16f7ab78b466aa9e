import type { Style, stream, Worksheet } from 'exceljs';
import { ledgerRow } from '../documents.js';
import { DRAFT, dateLine, unitLine } from '../stamp-lines.js';
import { cellText } from './cell-text.js';
import { offerPlain } from './choices.js';
import { FIELDS, IDENTITY, LAST_COLUMN as LAST, letterOf, POINTS, TABLE_POINTS, WIDTHS } from './columns.js';
import { writeRow } from './form-row.js';
import { FORMS, type FormWords, nothingWords } from './forms.js';
import type { LedgerInput } from './input.js';
import { textHeight } from './layout.js';
import * as style from './style.js';
import type { LedgerTotals } from './totals.js';

const FORM_SHEET = '失信约束措施台账';

const HEAD_ROW = 3;

/** The official form: title, unit and date, heads, rows, notes; below the print area, what the colours mean. */
export const writeFormSheet = async (
  book: stream.xlsx.WorkbookWriter,
  input: LedgerInput,
  totals: LedgerTotals,
): Promise<void> => {
  const words = FORMS[input.form];
  const sheet = openSheet(book, input, totals);
  writeHead(sheet, words, input, totals);
  const next = totals.rows > 0 ? await writeRows(sheet, input) : writeNothing(sheet, totals);
  const last = writeNotes(sheet, words, next);
  sheet.pageSetup.printArea = `A$1:${LAST}$${last}`;
  writeLegend(sheet, totals, last + 2);
  sheet.commit();
};

const openSheet = (
  book: stream.xlsx.WorkbookWriter,
  { draft }: LedgerInput,
  { identified }: LedgerTotals,
): Worksheet => {
  const sheet = book.addWorksheet(FORM_SHEET, {
    views: [{ state: 'frozen', xSplit: 2, ySplit: HEAD_ROW, topLeftCell: 'C4', activeCell: 'C4' }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      // The colours are for the screen: the sheet that is stamped and filed prints without them.
      blackAndWhite: true,
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      printTitlesRow: `${HEAD_ROW}:${HEAD_ROW}`,
    },
    headerFooter: {
      ...(draft && { oddHeader: `&C&18${DRAFT}` }),
      oddFooter: '&C第 &P 页，共 &N 页',
    },
  });
  sheet.columns = [
    ...WIDTHS.map((width) => ({ width })),
    ...(identified ? [{ width: IDENTITY.width, hidden: true }] : []),
  ];
  return sheet;
};

const writeHead = (
  sheet: Worksheet,
  words: FormWords,
  { profile, date, draft }: LedgerInput,
  { identified }: LedgerTotals,
): void => {
  const title = `${words.title(profile.unit)}${draft ? `（${DRAFT}）` : ''}`;
  sheet.mergeCells(`A1:${LAST}1`);
  put(sheet, 1, 1, title, { font: style.titleFont, alignment: style.centred });
  sheet.getRow(1).height = Math.max(36, textHeight(title, TABLE_POINTS, 18));
  sheet.mergeCells('A2:I2');
  sheet.mergeCells(`J2:${LAST}2`);
  put(sheet, 2, 1, unitLine(profile.unit), { font: style.lineFont, alignment: style.left });
  put(sheet, 2, 10, dateLine(date), {
    font: style.lineFont,
    alignment: { horizontal: 'right', vertical: 'middle' },
  });
  sheet.getRow(2).height = 30;
  for (const [index, heading] of words.headings.entries())
    put(sheet, HEAD_ROW, index + 1, heading, {
      font: style.headFont,
      alignment: style.centred,
      border: style.BORDER,
      fill: style.FILLS.head,
    });
  if (identified) sheet.getCell(HEAD_ROW, IDENTITY.column).value = IDENTITY.heading;
  sheet.getRow(HEAD_ROW).height = Math.max(
    ...words.headings.map((heading, index) => textHeight(heading, POINTS[index]!, 10)),
  );
  commitTo(sheet, HEAD_ROW);
};

/** The rows, numbered from 1; returns the number of the sheet row after them. */
const writeRows = async (sheet: Worksheet, { documents, profile }: LedgerInput): Promise<number> => {
  let number = 0;
  let at = HEAD_ROW + 1;
  for await (const { row, identity } of documents()) {
    if (!row) continue;
    number += 1;
    at = writeRow(sheet, at, {
      number,
      ...ledgerRow(row, profile),
      ...(identity !== undefined && { identity }),
    });
  }
  offerPlain(sheet, HEAD_ROW + 1, at - 1);
  return at;
};

/** The one row of a unit without anything to report; never asserted of files that nobody could read. */
const writeNothing = (sheet: Worksheet, totals: LedgerTotals): number => {
  const at = HEAD_ROW + 1;
  const asserted = totals.read > 0;
  for (let column = 1; column <= FIELDS.length; column += 1) sheet.getCell(at, column).border = style.BORDER;
  sheet.mergeCells(`A${at}:${LAST}${at}`);
  put(sheet, at, 1, nothingWords(asserted), {
    font: style.bodyFont(12),
    alignment: style.centred,
    border: style.BORDER,
    fill: style.FILLS[asserted && totals.unread + totals.partly === 0 ? 'proposed' : 'unknown'],
  });
  sheet.getRow(at).height = 36;
  commitTo(sheet, at);
  return at + 1;
};

/** 注：1. – 4. across the table; returns the last sheet row of the print area. */
const writeNotes = (sheet: Worksheet, words: FormWords, from: number): number => {
  const hang = words.notes[0]!.indexOf('1.');
  for (const [index, note] of words.notes.entries()) {
    const at = from + index;
    sheet.mergeCells(`A${at}:${LAST}${at}`);
    put(sheet, at, 1, note, {
      font: style.noteFont,
      alignment: { ...style.left, indent: index === 0 ? 0 : hang },
    });
    sheet.getRow(at).height = textHeight(note, TABLE_POINTS - hang * 8, 10);
    commitTo(sheet, at);
  }
  return from + words.notes.length - 1;
};

/** Below the print area: the colours, and of how many files the ledger speaks. */
const writeLegend = (sheet: Worksheet, totals: LedgerTotals, from: number): void => {
  let at = from;
  const line = (text: string, first: number): void => {
    sheet.mergeCells(`${letterOf(first - 1)}${at}:${LAST}${at}`);
    put(sheet, at, first, text, { font: style.noteFont, alignment: style.left });
    sheet.getRow(at).height = textHeight(text, TABLE_POINTS, 10);
  };
  line('以下不打印。填色说明（打印时自动不显示填色）：', 1);
  const settled = totals.rows > 0 && totals.confirmed === totals.rows;
  for (const mark of settled
    ? (['unknown', 'missing'] as const)
    : (['proposed', 'unknown', 'missing'] as const)) {
    at += 1;
    const sample = sheet.getCell(at, 1);
    sample.fill = style.FILLS[mark];
    sample.border = style.BORDER;
    line(style.MARK_WORDS[mark], 2);
  }
  for (const sentence of totals.sentences) {
    at += 1;
    line(sentence, 1);
  }
  commitTo(sheet, at);
};

const put = (sheet: Worksheet, row: number, column: number, text: string, look: Partial<Style>): void => {
  const cell = sheet.getCell(row, column);
  cell.value = cellText(text);
  cell.style = look;
};

const commitTo = (sheet: Worksheet, row: number): void => sheet.getRow(row).commit();
