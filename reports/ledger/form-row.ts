import type { Borders, Style, Worksheet } from 'exceljs';
import type { UnitColumns } from '../documents.js';
import { cellText } from './cell-text.js';
import { offerReasoned } from './choices.js';
import { FIELDS, type Field, FROM_LEFT, IDENTITY, letterOf, POINTS } from './columns.js';
import type { FormRow } from './input.js';
import { splitToFit, TALLEST_ROW, textHeight } from './layout.js';
import * as style from './style.js';

/** All fourteen columns of a row, and by what it is known again. */
export type NumberedRow = FormRow & UnitColumns & { readonly number: number; readonly identity?: string };

const LOWEST_ROW = 30;
/** Long cells are set smaller before the row is drawn over several sheet rows. */
const SIZES = [10, 9] as const;

/**
 * One ledger row; returns the sheet row after it. Where a text is higher than a sheet row can be, the row is
 * drawn over several of them: long texts go on from one to the next, so that a page break never cuts a line,
 * and all other cells are merged.
 */
export const writeRow = (sheet: Worksheet, at: number, row: NumberedRow): number => {
  const cells = FIELDS.map((field, index) =>
    fitted(field === 'number' ? String(row.number) : cellText(row[field]), POINTS[index]!),
  );
  const count = Math.max(...cells.map(({ parts }) => parts.length));
  for (const [index, field] of FIELDS.entries()) {
    const { size, parts } = cells[index]!;
    const look = lookOf(field, size, markOf(field, row), count > 1);
    for (let part = 0; part < count; part += 1) {
      const cell = sheet.getCell(at + part, index + 1);
      cell.style = parts.length > 1 ? { ...look, border: openBorder(part, count) } : look;
      if (parts[part]) cell.value = field === 'number' ? row.number : parts[part];
    }
    if (count > 1 && parts.length === 1) sheet.mergeCells(at, index + 1, at + count - 1, index + 1);
    offerReasoned(sheet, { field, row, address: `${letterOf(index)}${at}` });
  }
  if (row.identity !== undefined) sheet.getCell(at, IDENTITY.column).value = cellText(row.identity);
  for (let part = 0; part < count; part += 1) sheet.getRow(at + part).height = heightOf(cells, part);
  sheet.getRow(at + count - 1).commit();
  return at + count;
};

interface FittedCell {
  readonly size: number;
  readonly parts: readonly string[];
  /** Of each part. */
  readonly heights: readonly number[];
}

/** A text at the largest font size at which it fits one sheet row, else in parts. */
const fitted = (text: string, points: number): FittedCell => {
  for (const size of SIZES) {
    const height = textHeight(text, points, size);
    if (height <= TALLEST_ROW) return { size, parts: [text], heights: [height] };
  }
  const size = SIZES[0];
  const parts = splitToFit(text, points, size);
  return { size, parts, heights: parts.map((part) => textHeight(part, points, size)) };
};

/** A sheet row is as high as the highest part in it; cells of one part stand at the top of the first. */
const heightOf = (cells: readonly FittedCell[], part: number): number =>
  Math.max(LOWEST_ROW, ...cells.map(({ heights }) => heights[part] ?? 0));

/** No line between the parts of one text. */
const openBorder = (part: number, count: number): Partial<Borders> => ({
  left: style.BORDER.left,
  right: style.BORDER.right,
  ...(part === 0 ? { top: style.BORDER.top } : {}),
  ...(part === count - 1 ? { bottom: style.BORDER.bottom } : {}),
});

const LOOKS = new Map<string, Partial<Style>>();

/** One object a look: exceljs writes a style once for each object that it meets. */
const lookOf = (field: Field, size: number, mark: style.CellMark | null, tall: boolean): Partial<Style> => {
  const fromLeft = FROM_LEFT.has(field);
  const key = `${fromLeft} ${size} ${mark} ${tall}`;
  const known = LOOKS.get(key);
  if (known) return known;
  const alignment = fromLeft ? style.left : style.centred;
  const look: Partial<Style> = {
    border: style.BORDER,
    font: style.bodyFont(size),
    alignment: tall ? { ...alignment, vertical: 'top' } : alignment,
    ...(mark ? { fill: style.FILLS[mark] } : {}),
  };
  LOOKS.set(key, look);
  return look;
};

const markOf = (field: Field, row: NumberedRow): style.CellMark | null => {
  if (field === 'number') return null;
  if (row[field] === '待核实') return 'unknown';
  if (row[field] === '') return 'missing';
  return row.confirmed ? null : 'proposed';
};
