import { attribute, child, type Element, elementsOf } from '../package/element.js';
import type { Table, TableCell } from '../word/items.js';
import { readTextBody } from './text.js';

/** Wider and higher spans are damage. */
const MAX_SPAN = 1000;

const spanOf = (cell: Element, name: string): number =>
  Math.min(Math.max(Number(attribute(cell, name) ?? '1') || 1, 1), MAX_SPAN);

const isOn = (cell: Element, name: string): boolean => ['1', 'true'].includes(attribute(cell, name) ?? '');

/** Reads an a:tbl; what merged cells cover (hMerge, vMerge) is left out. */
export const readTable = (table: Element): Table => {
  const cells: TableCell[] = [];
  const rows = elementsOf(table).filter((element) => element.name === 'a:tr');
  rows.forEach((element, row) => {
    const inRow = elementsOf(element).filter((inner) => inner.name === 'a:tc');
    inRow.forEach((cell, column) => {
      const body = child(cell, 'a:txBody');
      if (!body || isOn(cell, 'hMerge') || isOn(cell, 'vMerge')) return;
      const [rowSpan, columnSpan] = [spanOf(cell, 'rowSpan'), spanOf(cell, 'gridSpan')];
      cells.push({ row, column, rowSpan, columnSpan, items: readTextBody(body, {}) });
    });
  });
  return { cells };
};
