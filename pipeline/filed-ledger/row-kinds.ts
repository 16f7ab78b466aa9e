import { type Columns, fieldAt, type GridCell } from './grid.js';
import type { ColumnField } from './headings.js';
import { isNote, isSigned, opensTable } from './lines.js';

/** What a row below a ledger's headings is: of the ledger, beside it, or the beginning of another table. */
export type RowKind = 'row' | 'aside' | 'end';

/** A cell over so many columns, alone in its row: a note, a heading of a group of rows. */
const WIDE = 4;
const TOTAL = /^(?:合|小|总|共)\s*计/u;
const UNIT_NAME =
  /^(?:[（(]?[一二三四五六七八九十\d]+[）)、.．])?\p{Script=Han}{1,30}(?:局|委|委员会|办|办公室|厅|院|会|中心|部门|单位|区|县|市|街道|镇|乡|处|站|队)$/u;

/** Looks at a row by what stands in it alone. */
export const kindOf = (own: readonly GridCell[], columns: Columns): RowKind => {
  const [first] = own;
  if (own.length === 1) {
    if (opensTable(first!.text) && !isTitled(first!.text)) return 'end';
    return isAlone(first!, columns) ? 'aside' : 'row';
  }
  if (isSpread(own)) return opensTable(first!.text) && !isTitled(first!.text) ? 'end' : 'aside';
  if (isSigned(first!.text) || isNote(first!.text) || isColumnNumbers(own) || isHint(own)) return 'aside';
  return own.some((cell) => isName(fieldAt(columns, cell)) && TOTAL.test(cell.text)) ? 'aside' : 'row';
};

const isName = (field: ColumnField | undefined): boolean => field === 'number' || field === 'document';
const isTitled = (text: string): boolean => text.includes('《');

/** Whether a cell that stands alone says something beside the rows; else it belongs to the one above, or names a document. */
const isAlone = (cell: GridCell, columns: Columns): boolean => {
  if (cell.place.columnSpan >= WIDE) return true;
  const field = fieldAt(columns, cell);
  if (field === undefined || isNote(cell.text) || isSigned(cell.text)) return true;
  if (field === 'number') return !/^\d{1,4}[.、]?$/u.test(cell.text);
  return field === 'document' && UNIT_NAME.test(cell.text);
};

/** The words of one merged cell, which some programs write into each of its columns when they save. */
const isSpread = (own: readonly GridCell[]): boolean =>
  own.length >= WIDE && own.every(({ text }) => text === own[0]!.text && text.length > 1);

/** 1 2 3 … 14 below the headings. */
const isColumnNumbers = (own: readonly GridCell[]): boolean =>
  own.length >= 5 && own.every(({ text }) => /^[（(]?\d{1,2}[）)]?$/u.test(text));

/** How to fill in the cells, below the headings: 是/否 in several of them, and no document that could be meant. */
const isHint = (own: readonly GridCell[]): boolean =>
  own.filter(({ text }) => CHOICE.test(text)).length >= 2 &&
  !own.some(({ text }, at) => text.includes('《') || (at === 0 && /^\d+$/u.test(text)));

const CHOICE = /^[（(]?(?:请?填写?)?\s*[“"]?[是有][”"]?\s*(?:[/／、]|或者?)\s*[“"]?[否无][”"]?[）)]?$/u;
