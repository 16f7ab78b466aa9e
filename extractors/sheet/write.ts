import type { Manuscript, ReadingNote } from '../../model/index.js';
import { ManuscriptWriter } from '../word/manuscript-writer.js';
import type { MergedCells, Sheet, SheetCell } from './workbook.js';

/** Names that a program gives by itself say nothing. */
const GIVEN_NAME = /^(?:sheet|工作表|表)\s?\d{0,4}$/iu;

type Row = readonly SheetCell[];

/**
 * Sheets as blocks: the sheet's name as a heading, lines above and below its table as paragraphs, the table as
 * cells with their own row and column, text of floating shapes at the end.
 */
export const writeSheets = (sheets: readonly Sheet[]): Pick<Manuscript, 'text' | 'blocks' | 'notes'> => {
  const writer = new ManuscriptWriter();
  let paragraph = 1;
  let table = 0;
  for (const sheet of sheets) {
    const look = sheet.hidden ? { hidden: true } : {};
    const line = (kind: 'paragraph' | 'textbox', text: string, format = {}): void => {
      if (writer.paragraph(kind, { text, format: { ...format, ...look } }, paragraph)) paragraph += 1;
    };
    const rows = rowsOf(sheet.cells);
    if (rows.length === 0 && sheet.boxes.length === 0) continue;
    if (!GIVEN_NAME.test(sheet.name.trim())) line('paragraph', sheet.name, { headingLevel: 1 });
    const merged = mergedAt(sheet.merged);
    const first = rows.findIndex((row) => row.length > 1);
    const last = rows.findLastIndex((row) => row.length > 1);
    rows.forEach((row, index) => {
      const span = (cell: SheetCell) => merged.get(keyOf(cell)) ?? { rowSpan: 1, columnSpan: 1 };
      if (index < first || index > last) {
        const wide = span(row[0]!).columnSpan > 1 && index < first;
        line('paragraph', row[0]!.text, wide ? { align: 'center' } : {});
        return;
      }
      for (const cell of row) {
        const { rowSpan, columnSpan } = span(cell);
        const place = { table, row: cell.row, column: cell.column, rowSpan, columnSpan };
        if (writer.cell(place, [{ text: cell.text, format: look }], paragraph)) paragraph += 1;
      }
    });
    if (first >= 0) table += 1;
    for (const box of sheet.boxes) line('textbox', box);
  }
  return { ...writer.build(), notes: notesOf(sheets) };
};

const rowsOf = (cells: readonly SheetCell[]): Row[] => {
  const rows: SheetCell[][] = [];
  for (const cell of cells) {
    const row = rows.at(-1);
    if (row?.[0]?.row === cell.row) row.push(cell);
    else rows.push([cell]);
  }
  return rows;
};

const keyOf = ({ row, column }: { readonly row: number; readonly column: number }): string =>
  `${row},${column}`;

const mergedAt = (merged: readonly MergedCells[]): ReadonlyMap<string, MergedCells> =>
  new Map(merged.map((area) => [keyOf(area), area]));

const notesOf = (sheets: readonly Sheet[]): ReadingNote[] => {
  const filled = sheets.filter((sheet) => sheet.cells.length > 0);
  const hidden = filled.filter((sheet) => sheet.hidden).length;
  const rows = filled.reduce((sum, sheet) => sum + sheet.hiddenRows.size, 0);
  const columns = filled.reduce((sum, sheet) => sum + hiddenColumnsOf(sheet), 0);
  const parts = [
    ...(hidden > 0 ? [`隐藏的工作表${hidden}个`] : []),
    ...(rows > 0 ? [`隐藏的行${rows}行`] : []),
    ...(columns > 0 ? [`隐藏的列${columns}列`] : []),
  ];
  if (parts.length === 0) return [];
  return [{ code: 'hidden-cells', message: `表格含${parts.join('、')}，已一并读取` }];
};

/** Hidden columns with text; a file may hide all the empty ones to the right. */
const hiddenColumnsOf = ({ cells, hiddenColumns }: Sheet): number => {
  if (hiddenColumns.length === 0) return 0;
  const used = new Set(cells.map((cell) => cell.column));
  return [...used].filter((column) =>
    hiddenColumns.some(([first, last]) => column >= first && column <= last),
  ).length;
};
