import { attribute, type Element, elementsOf } from '../package/element.js';
import type { Item, Table, TableCell } from '../word/items.js';

/** Wider and higher is damage, or the empty rest of a sheet. */
const MAX_SPAN = 1000;

const GROUPS = new Set(['table:table-header-rows', 'table:table-rows', 'table:table-row-group']);

const rowsOf = (table: Element): Element[] =>
  elementsOf(table).flatMap((element) =>
    element.name === 'table:table-row' ? [element] : GROUPS.has(element.name) ? rowsOf(element) : [],
  );

const countOf = (element: Element, name: string): number =>
  Math.min(Math.max(Number(attribute(element, name) ?? '1') || 1, 1), MAX_SPAN);

/** Reads a table; cells that a merged one covers are left out, repeated ones only count. */
export const readTable = (table: Element, readCell: (cell: Element) => Item[]): Table => {
  const cells: TableCell[] = [];
  let row = 0;
  for (const element of rowsOf(table)) {
    let column = 0;
    for (const cell of elementsOf(element)) {
      if (cell.name === 'table:table-cell') {
        const [rowSpan, columnSpan] = [
          countOf(cell, 'table:number-rows-spanned'),
          countOf(cell, 'table:number-columns-spanned'),
        ];
        cells.push({ row, column, rowSpan, columnSpan, items: readCell(cell) });
      }
      column += countOf(cell, 'table:number-columns-repeated');
    }
    row += countOf(element, 'table:number-rows-repeated');
  }
  return { cells };
};
