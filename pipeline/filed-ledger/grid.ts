import type { Block, Cell, Manuscript, Span } from '../../model/index.js';
import type { ColumnField } from './headings.js';

/** A cell of a table that has text. */
export interface GridCell {
  readonly place: Cell;
  readonly text: string;
  readonly span: Span;
}

/** A row of a table with the cells that begin in it, and those that reach down into it from above. */
export interface GridRow {
  readonly own: readonly GridCell[];
  readonly above: readonly GridCell[];
}

/** A table of a manuscript and the places of its first and last block in it. */
export interface Grid {
  readonly rows: readonly GridRow[];
  /** By row, the place of its first block. */
  readonly starts: readonly number[];
  readonly first: number;
  readonly last: number;
}

/** Columns beyond this are no ledger's; bounds the work on hostile spans. */
const MOST_COLUMNS = 64;

/** The tables of a manuscript, in order, as rows. */
export const gridsOf = ({ text, blocks }: Manuscript): Grid[] => {
  const grids: Grid[] = [];
  for (let first = 0; first < blocks.length; ) {
    const table = blocks[first]!.cell?.table;
    let last = first;
    while (last + 1 < blocks.length && blocks[last + 1]!.cell?.table === table) last++;
    if (table !== undefined) {
      const { rows, starts } = rowsOf(blocks.slice(first, last + 1), text);
      grids.push({ rows, starts: starts.map((at) => first + at), first, last });
    }
    first = last + 1;
  }
  return grids;
};

const rowsOf = (
  blocks: readonly Block[],
  text: string,
): { readonly rows: GridRow[]; readonly starts: number[] } => {
  const rows: GridRow[] = [];
  const starts: number[] = [];
  /** By column, the cell that reaches furthest down. */
  const reaching = new Map<number, GridCell>();
  for (let at = 0; at < blocks.length; ) {
    const number = blocks[at]!.cell!.row;
    const own: GridCell[] = [];
    starts.push(at);
    for (; at < blocks.length && blocks[at]!.cell!.row === number; at++) {
      const { span, cell } = blocks[at]!;
      if (cell!.column < MOST_COLUMNS)
        own.push({ place: cell!, text: text.slice(span.start, span.end).trim(), span });
    }
    const above = [...reaching.values()].filter(({ place }) => place.row + place.rowSpan > number);
    rows.push({ own, above });
    for (const cell of own) if (cell.place.rowSpan > 1) reaching.set(cell.place.column, cell);
  }
  return { rows, starts };
};

/** Which column of a table holds which field. */
export type Columns = ReadonlyMap<number, ColumnField>;

/** The columns over which a cell stands. */
export const columnsOf = ({ column, columnSpan }: Cell): number[] =>
  Array.from(
    { length: Math.max(0, Math.min(column + columnSpan, MOST_COLUMNS) - column) },
    (_, i) => column + i,
  );

/** The field of the column that a cell begins in. */
export const fieldAt = (columns: Columns, { place }: GridCell): ColumnField | undefined =>
  columns.get(place.column);
