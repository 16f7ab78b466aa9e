import { child, type Element } from '../package/element.js';
import type { Item, Table, TableCell } from '../word/items.js';
import type { ReadingNotes } from '../word/reading-notes.js';
import { flatten } from './flatten.js';
import { numberOf, valOf } from './values.js';

/** Word's own limit is 63 columns; beyond this a span is damage. */
const MAX_SPAN = 1000;

const spanOf = (properties: Element | undefined, name: string): number =>
  Math.min(Math.max(numberOf(properties, name) ?? 1, 1), MAX_SPAN);

/** What w:vMerge or w:hMerge says; without a value it means continue. */
const mergeOf = (properties: Element | undefined, name: string): 'start' | 'continue' | undefined => {
  if (!child(properties, name)) return undefined;
  return valOf(properties, name) === 'restart' ? 'start' : 'continue';
};

/** Reads a table; merged cells become one cell with spans, deleted rows and cells are left out. */
export const readTable = (
  table: Element,
  notes: ReadingNotes,
  readCell: (cell: Element) => Item[],
): Table => {
  const cells: (TableCell & { rowSpan: number; columnSpan: number })[] = [];
  const rows = flatten(table, notes).filter((element) => element.name === 'w:tr');
  let row = 0;
  /** Grid column → the cell that a vertical merge may go on from. */
  let above = new Map<number, (typeof cells)[number]>();
  for (const element of rows) {
    const properties = child(element, 'w:trPr');
    if (child(properties, 'w:del')) {
      notes.trackedChanges();
      continue;
    }
    const open = new Map<number, (typeof cells)[number]>();
    let column = Math.min(Math.max(numberOf(properties, 'w:gridBefore') ?? 0, 0), MAX_SPAN);
    let left: (typeof cells)[number] | undefined;
    for (const cell of flatten(element, notes).filter((inner) => inner.name === 'w:tc')) {
      const look = child(cell, 'w:tcPr');
      if (child(look, 'w:cellDel')) {
        notes.trackedChanges();
        continue;
      }
      const columnSpan = spanOf(look, 'w:gridSpan');
      const items = readCell(cell);
      const upper = mergeOf(look, 'w:vMerge') === 'continue' ? above.get(column) : undefined;
      const empty = items.every((item) => 'text' in item && item.text.trim() === '' && !item.number);
      if (mergeOf(look, 'w:hMerge') === 'continue' && left && empty) left.columnSpan += columnSpan;
      else if (upper && empty) {
        upper.rowSpan += 1;
        open.set(column, upper);
      } else {
        left = { row, column, rowSpan: 1, columnSpan, items };
        cells.push(left);
        open.set(column, left);
      }
      column += columnSpan;
    }
    above = open;
    row += 1;
  }
  return { cells };
};
