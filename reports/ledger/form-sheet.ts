import type { DataValidation, stream, Worksheet } from 'exceljs';
import type { DraftRow, LedgerRow } from '../../model/index.js';
import { ledgerRow } from '../documents.js';
import { cellText } from './cell-text.js';
import { dateLine, FORMS, type FormWords, unitLine } from './forms.js';
import type { LedgerInput } from './input.js';
import { columnPoints, lineCount, linesHeight, TALLEST_ROW, textHeight } from './layout.js';
import * as style from './style.js';
import type { LedgerTotals } from './totals.js';

export const FORM_SHEET = '失信约束措施台账';

/** Column widths in units of a digit; together about what landscape A4 holds at full size. */
const WIDTHS = [4.5, 19, 8, 8, 8, 31, 8, 8, 21, 7, 9, 10, 10, 13] as const;
const POINTS = WIDTHS.map(columnPoints);
const ALL = POINTS.reduce((sum, each) => sum + each + 5, -5);
const LAST = 'N';
const HEAD_ROW = 3;
/** Long cells are set smaller, down to this, before the row is drawn over several sheet rows. */
const SIZES = [10, 9, 8] as const;

const FIELDS = [
  'number',
  'document',
  'disclosure',
  'blacklist',
  'punishment',
  'summary',
  'nationalBasis',
  'localBasis',
  'basisContent',
  'disposal',
  'completion',
  'responsibleUnit',
  'responsiblePerson',
  'phone',
] as const satisfies readonly (keyof LedgerRow)[];
type Field = (typeof FIELDS)[number];

/** Read from the left; all others stand in the middle. */
const LEFT: ReadonlySet<Field> = new Set(['document', 'summary', 'basisContent']);
const YES_NO: ReadonlySet<Field> = new Set([
  'disclosure',
  'blacklist',
  'punishment',
  'nationalBasis',
  'localBasis',
]);

/** The official form: title, unit and date, heads, rows, notes; below the print area, what the colours mean. */
export const writeFormSheet = async (
  book: stream.xlsx.WorkbookWriter,
  input: LedgerInput,
  totals: LedgerTotals,
): Promise<void> => {
  const words = FORMS[input.form];
  const sheet = openSheet(book);
  writeHead(sheet, words, input);
  const next = totals.rows > 0 ? await writeRows(sheet, input) : writeNothing(sheet, totals);
  const last = writeNotes(sheet, words, next);
  sheet.pageSetup.printArea = `A$1:${LAST}$${last}`;
  writeLegend(sheet, totals, last + 2);
  sheet.commit();
};

const openSheet = (book: stream.xlsx.WorkbookWriter): Worksheet => {
  const sheet = book.addWorksheet(FORM_SHEET, {
    views: [{ state: 'frozen', xSplit: 2, ySplit: HEAD_ROW, topLeftCell: 'C4', activeCell: 'A4' }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      // The colours are for the screen: the sheet that is stamped and filed prints without them.
      blackAndWhite: true,
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      printTitlesRow: `${HEAD_ROW}:${HEAD_ROW}`,
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  });
  sheet.columns = WIDTHS.map((width) => ({ width }));
  return sheet;
};

const writeHead = (sheet: Worksheet, words: FormWords, { profile, date }: LedgerInput): void => {
  sheet.mergeCells(`A1:${LAST}1`);
  put(sheet, 1, 1, words.title(profile.unit), { font: style.titleFont, alignment: style.centred });
  sheet.getRow(1).height = Math.max(36, textHeight(words.title(profile.unit), ALL, 18));
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
  sheet.getRow(HEAD_ROW).height = Math.max(
    ...words.headings.map((heading, index) => textHeight(heading, POINTS[index]!, 10)),
  );
  commitTo(sheet, HEAD_ROW);
};

/** The rows, numbered from 1; returns the number of the sheet row after them. */
const writeRows = async (sheet: Worksheet, { documents, profile }: LedgerInput): Promise<number> => {
  let number = 0;
  let at = HEAD_ROW + 1;
  for await (const { row } of documents()) {
    if (!row) continue;
    number += 1;
    at = writeRow(sheet, at, { number, ...ledgerRow(row, profile) });
  }
  for (const [index, field] of FIELDS.entries()) {
    const letter = letterOf(index);
    if (YES_NO.has(field) && field !== 'nationalBasis' && field !== 'localBasis')
      validate(sheet, `${letter}${HEAD_ROW + 1}:${letter}${at - 1}`, choice('是,否,待核实'));
  }
  return at;
};

/** One ledger row; it takes more than one sheet row, merged, where its text is higher than a row can be. */
const writeRow = (sheet: Worksheet, at: number, row: LedgerRow): number => {
  const texts = FIELDS.map((field) => (field === 'number' ? '' : cellText(row[field])));
  const cells = texts.map((text, index) => fitted(text, POINTS[index]!));
  const height = Math.max(30, ...cells.map((cell) => cell.height));
  const parts = Math.ceil(height / TALLEST_ROW);
  const last = at + parts - 1;
  for (const [index, field] of FIELDS.entries()) {
    for (let part = at; part <= last; part += 1) {
      const cell = sheet.getCell(part, index + 1);
      cell.border = style.BORDER;
      cell.font = style.bodyFont(cells[index]!.size);
      cell.alignment = LEFT.has(field) ? style.left : style.centred;
      const mark = markOf(field, row);
      if (mark) cell.fill = style.FILLS[mark];
    }
    if (parts > 1) sheet.mergeCells(at, index + 1, last, index + 1);
    sheet.getCell(at, index + 1).value = field === 'number' ? row.number : texts[index]!;
    const reasoned = reasonedChoice(field, row);
    if (reasoned) validate(sheet, `${letterOf(index)}${at}:${letterOf(index)}${at}`, reasoned);
  }
  for (let part = at; part <= last; part += 1) sheet.getRow(part).height = Math.ceil(height / parts);
  commitTo(sheet, last);
  return last + 1;
};

/** The largest font size at which a text fits one sheet row, and the height it needs. */
const fitted = (text: string, points: number): { size: number; height: number } => {
  for (const size of SIZES) {
    const height = textHeight(text, points, size);
    if (height <= TALLEST_ROW) return { size, height };
  }
  return { size: 10, height: linesHeight(lineCount(text, points, 10), 10) };
};

const markOf = (field: Field, row: LedgerRow): style.CellMark | null => {
  if (field === 'number') return null;
  if (row[field] === '待核实') return 'unknown';
  return row[field] === '' && field !== 'basisContent' ? 'missing' : 'proposed';
};

/**
 * The reason of a proposal is shown when its cell is selected. An input message is drawn by every spreadsheet
 * in the size its text needs; a comment has a box of fixed size and clutters the sheet with 3 boxes a row.
 */
const reasonedChoice = (field: Field, row: DraftRow): DataValidation | null => {
  if (field !== 'nationalBasis' && field !== 'localBasis' && field !== 'disposal') return null;
  const list = field === 'disposal' ? '保留,修订,立法,废止' : '是,否,待核实';
  const words = prompt(row.reasons[field]);
  return words === ''
    ? choice(list)
    : { ...choice(list), showInputMessage: true, promptTitle: '预填理由', prompt: words };
};

/** At most 255 units, in one line. */
const prompt = (reason: string): string => {
  const line = cellText(reason).replace(/\s+/g, ' ').trim();
  const more = '……（详见“证据”表）';
  return line.length <= 255 ? line : line.slice(0, 255 - more.length).replace(/[\uD800-\uDBFF]$/, '') + more;
};

const choice = (list: string): DataValidation => ({
  type: 'list',
  allowBlank: true,
  formulae: [`"${list}"`],
  showErrorMessage: true,
  errorStyle: 'stop',
  errorTitle: '请从列表中选择',
  error: `只能填写：${list.replaceAll(',', '、')}`,
});

/** Stays with ranges given here: exceljs's own joining of like cells can give ranges that overlap. */
const validate = (sheet: Worksheet, range: string, validation: DataValidation): void => {
  (
    sheet as Worksheet & { dataValidations: { add(range: string, value: DataValidation): void } }
  ).dataValidations.add(range, validation);
};

/** The one row of a unit without anything to report; never asserted of files that nobody could read. */
const writeNothing = (sheet: Worksheet, totals: LedgerTotals): number => {
  const at = HEAD_ROW + 1;
  const asserted = totals.read > 0;
  for (let column = 1; column <= FIELDS.length; column += 1) sheet.getCell(at, column).border = style.BORDER;
  sheet.mergeCells(`A${at}:${LAST}${at}`);
  put(sheet, at, 1, asserted ? '经梳理，不涉及' : '待人工查阅后填写', {
    font: style.bodyFont(12),
    alignment: style.centred,
    border: style.BORDER,
    fill: style.FILLS[asserted && totals.unread === 0 ? 'proposed' : 'unknown'],
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
    sheet.getRow(at).height = textHeight(note, ALL - hang * 8, 10);
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
    sheet.getRow(at).height = textHeight(text, ALL, 10);
  };
  line('以下不打印。填色说明（打印时自动不显示填色）：', 1);
  for (const mark of ['proposed', 'unknown', 'missing'] as const) {
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

const put = (
  sheet: Worksheet,
  row: number,
  column: number,
  text: string,
  look: Partial<style.Look>,
): void => {
  const cell = sheet.getCell(row, column);
  cell.value = cellText(text);
  Object.assign(cell, look);
};

const letterOf = (index: number): string => String.fromCharCode(65 + index);

const commitTo = (sheet: Worksheet, row: number): void => sheet.getRow(row).commit();
