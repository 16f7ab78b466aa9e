import type { Cell } from '../../model/index.js';
import { type Element, isElement } from './dom.js';

/** Above this many characters a cell that holds most of a table's text makes it a layout table. */
const LARGE_CELL = 300;
/** A form has rows of so many filled cells; parts of a page never stand so side by side. */
const WIDE_ROW = 6;
/** Hostile spans would fill the memory. */
const MAX_ROW_SPAN = 1000;
const MAX_COLUMN_SPAN = 100;

export interface GridCell {
  readonly element: Element;
  readonly place: Omit<Cell, 'table'>;
}

/** The cells of a table (not of tables inside it) with their places on its grid, rows and columns spanned. */
export const gridOf = (table: Element): GridCell[] => {
  const cells: GridCell[] = [];
  /** For each column, the first row that is free again below a cell that spans rows. */
  const busyUntil: number[] = [];
  rowsOf(table).forEach((elements, row) => {
    let column = 0;
    for (const element of elements) {
      while ((busyUntil[column] ?? 0) > row) column++;
      const rowSpan = spanOf(element.attribs.rowspan, MAX_ROW_SPAN);
      const columnSpan = spanOf(element.attribs.colspan, MAX_COLUMN_SPAN);
      cells.push({ element, place: { row, column, rowSpan, columnSpan } });
      for (let i = 0; i < columnSpan; i++) busyUntil[column + i] = row + rowSpan;
      column += columnSpan;
    }
  });
  return cells;
};

/**
 * True for a table that shows data; false for one that only places parts of the page: a single cell or column,
 * or one cell with most of the text.
 */
export const isDataTable = (grid: readonly GridCell[], chars: (element: Element) => number): boolean => {
  const columns = grid.reduce((most, { place }) => Math.max(most, place.column + 1), 0);
  const rows = grid.reduce((most, { place }) => Math.max(most, place.row + 1), 0);
  if (columns < 2) return false;
  const sizes = grid.map(({ element }) => chars(element));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  if (sizes.filter((size) => size > 0).length < 2) return false;
  const filled = filledCells(grid, sizes);
  const paired = filled.filter((count) => count > 1).length;
  const wide = filled.filter((count) => count >= WIDE_ROW).length;
  const most = largest > total * 0.6;
  if (paired === 0 || (most && largest > LARGE_CELL)) return false;
  if (paired * 2 <= rows && wide < 2 && (largest > LARGE_CELL || (most && largest > LARGE_CELL / 3)))
    return false;
  return rows > 1 || total <= 2 * LARGE_CELL;
};

/** How many cells with text each row has: rows with one only put one thing under another. */
const filledCells = (grid: readonly GridCell[], sizes: readonly number[]): number[] => {
  const filled = new Map<number, number>();
  grid.forEach(({ place }, i) => {
    if (sizes[i]! > 0) filled.set(place.row, (filled.get(place.row) ?? 0) + 1);
  });
  return [...filled.values()];
};

const spanOf = (attribute: string | undefined, most: number): number => {
  const span = Number.parseInt(attribute ?? '1', 10);
  return Number.isFinite(span) && span > 0 ? Math.min(span, most) : 1;
};

/** Rows with their cells; a cell outside of any row, as broken pages have it, continues the row before it. */
const rowsOf = (table: Element): Element[][] => {
  const rows: Element[][] = [];
  const waiting = [...table.children].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElement(node) || node.name === 'table') continue;
    if (node.name === 'td' || node.name === 'th') {
      if (rows.length === 0) rows.push([]);
      rows.at(-1)!.push(node);
      continue;
    }
    if (node.name === 'tr') rows.push([]);
    for (let i = node.children.length - 1; i >= 0; i--) waiting.push(node.children[i]!);
  }
  return rows;
};
