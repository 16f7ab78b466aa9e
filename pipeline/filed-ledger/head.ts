import type { LedgerForm } from '../../model/index.js';
import { type Columns, columnsOf, type GridCell, type GridRow } from './grid.js';
import { type ColumnField, fieldOf, formOf, isLedgerHead, nearestField } from './headings.js';

/** The head of a ledger's table: one row of headings, or several where merged cells stand over others. */
export interface Head {
  /** Its first row among the table's, and how many rows it takes. */
  readonly at: number;
  readonly rows: number;
  readonly columns: Columns;
  readonly form: LedgerForm;
}

/** Rows of a head, with the headings of groups of columns. */
const MOST_ROWS = 4;
/** Longer cells below the first row are no headings. */
const LONGEST = 40;

/** The head that begins at a row, if one does: as many rows as it needs to name the most columns. */
export const headAt = (rows: readonly GridRow[], at: number): Head | undefined => {
  // Most rows of most tables are no heads: three of the four words stand in every one.
  const { own } = rows[at]!;
  if (!own.some(({ text }) => /名称|文件|规章/u.test(plain(text))) || own.some(isValue)) return undefined;
  let best: Head | undefined;
  for (let height = 1; height <= MOST_ROWS && at + height <= rows.length; height++) {
    if (height > 1 && !isLower(rows[at + height - 1]!)) break;
    const head = headOf(rows.slice(at, at + height), at);
    if (head && (!best || fieldCount(head) > fieldCount(best))) best = head;
  }
  return best;
};

const plain = (text: string): string => text.replace(/\s+/gu, '');

/** An answer or a number stands in rows, not in heads. */
const isValue = ({ text }: GridCell): boolean => /^[\s是否√×\d]*$/u.test(text);

/** Whether a row can be a lower row of a head. */
const isLower = ({ own }: GridRow): boolean =>
  own.every((cell) => cell.text.length <= LONGEST && !cell.text.includes('《') && !isValue(cell));

const fieldCount = ({ columns }: Head): number => new Set(columns.values()).size;

const headOf = (rows: readonly GridRow[], at: number): Head | undefined => {
  const columns = new Map<number, ColumnField>();
  const known = new Map<ColumnField, string>();
  const levelled = [...levelsOf(rows)].sort(([a], [b]) => a - b);
  for (const [column, levels] of levelled) {
    const field = fieldOf(...levels);
    const heading = levels.join('');
    // One heading over several columns; a second column of the same kind is something else.
    if (!field || (known.has(field) && known.get(field) !== heading)) continue;
    known.set(field, heading);
    columns.set(column, field);
  }
  for (const [column, levels] of levelled) {
    const field = columns.has(column) ? undefined : nearestField(levels.join(''), new Set(known.keys()));
    if (!field) continue;
    known.set(field, levels.join(''));
    columns.set(column, field);
  }
  if (!isLedgerHead(new Set(known.keys()))) return undefined;
  return { at, rows: rows.length, columns, form: formOf([...known.values()]) };
};

/** By column, the headings over it from the top. */
const levelsOf = (rows: readonly GridRow[]): ReadonlyMap<number, readonly string[]> => {
  const levels = new Map<number, string[]>();
  rows.forEach(({ own }, index) => {
    const below = new Set(rows[index + 1]?.own.flatMap(({ place }) => columnsOf(place)));
    own.forEach((cell, at) => {
      for (const column of reachOf(cell, own[at + 1], below)) {
        const above = levels.get(column) ?? [];
        levels.set(column, [...above, cell.text]);
      }
    });
  });
  return levels;
};

/** The columns that a heading stands over. One that nobody merged stands over the empty ones to its right that have headings below. */
const reachOf = (
  { place }: GridCell,
  next: GridCell | undefined,
  below: ReadonlySet<number>,
): readonly number[] => {
  const columns = columnsOf(place);
  if (!below.has(place.column) || next === undefined) return columns;
  for (let column = columns.at(-1)! + 1; column < next.place.column && below.has(column); column++)
    columns.push(column);
  return columns;
};
