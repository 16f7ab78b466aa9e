import type { LedgerField, LedgerForm } from '../../model/index.js';
import { type Columns, columnsOf, type GridCell, type GridRow } from './grid.js';
import { fieldOf, formOf, isLedgerHead } from './headings.js';

/** The head of a ledger's table: one row of headings, or two where a merged cell stands over several. */
export interface Head {
  /** Its first row among the table's, and how many rows it takes. */
  readonly at: number;
  readonly rows: number;
  readonly columns: Columns;
  readonly form: LedgerForm;
}

/** Longer cells are no headings. */
const LONGEST = 40;

/** The first head of a ledger among the rows, from `from` on; undefined where there is none. */
export const findHead = (rows: readonly GridRow[], from = 0): Head | undefined => {
  for (let at = from; at < rows.length; at++) {
    const head = headAt(rows, at);
    if (head) return head;
  }
  return undefined;
};

/** The head that begins at a row, if one does. */
export const headAt = (rows: readonly GridRow[], at: number): Head | undefined => {
  const upper = rows[at]!.own;
  // Most rows of most tables are no heads: three of the four words stand in every one.
  if (!upper.some(({ text }) => /名称|文件|规章/u.test(text))) return undefined;
  const single = headOf(upper, [], at);
  const below = rows[at + 1]?.own ?? [];
  if (!below.length || below.some(({ text }) => text.length > LONGEST)) return single;
  const double = headOf(upper, below, at);
  return double && fieldCount(double) > fieldCount(single) ? double : single;
};

const fieldCount = (head: Head | undefined): number => new Set(head?.columns.values()).size;

const headOf = (upper: readonly GridCell[], lower: readonly GridCell[], at: number): Head | undefined => {
  const headings = new Map<number, string>();
  for (const cells of [upper, lower])
    for (const { place, text } of cells)
      for (const column of columnsOf(place)) headings.set(column, (headings.get(column) ?? '') + text);
  const columns = new Map<number, LedgerField>();
  const known = new Map<LedgerField, string>();
  for (const [column, heading] of [...headings].sort(([a], [b]) => a - b)) {
    const field = fieldOf(heading);
    // One heading over several columns; a second column of the same kind is something else.
    if (!field || (known.has(field) && known.get(field) !== heading)) continue;
    known.set(field, heading);
    columns.set(column, field);
  }
  if (!isLedgerHead(new Set(known.keys()))) return undefined;
  return { at, rows: lower.length ? 2 : 1, columns, form: formOf([...known.values()]) };
};
