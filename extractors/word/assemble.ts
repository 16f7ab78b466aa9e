import type { Item, Table, TableCell } from './items.js';

/** Cells of a row: the x of their edges in twips, one more than cells, and how each is merged. */
export interface RowLayout {
  readonly edges: readonly number[];
  readonly vertical: readonly ('none' | 'continue' | 'start')[];
  readonly horizontal: readonly boolean[];
}

/** A paragraph with its part in a table, as .doc and .rtf keep it: a flat run with marks of cells and rows. */
export interface Placed {
  readonly item: Item;
  /** Nesting of tables: 0 outside of any, 1 in a table, 2 in a table in its cell. */
  readonly depth: number;
  readonly endsCell: boolean;
  /** The mark of a row's end: the paragraph itself is not shown. */
  readonly endsRow: boolean;
  readonly row?: RowLayout | undefined;
}

interface Row {
  readonly cells: readonly (readonly Item[])[];
  readonly layout: RowLayout | undefined;
}

/** Edges of neighbouring rows that differ by less (in twips, 1/1440 inch) are the same line drawn twice. */
const SAME_LINE = 40;
/** Word nests tables no deeper than anyone can read. */
const MAX_DEPTH = 20;

const depthOf = ({ depth }: Placed): number => Math.min(depth, MAX_DEPTH);

/** Paragraphs as items: those of a table gathered into its cells, tables in cells likewise. */
export const assemble = (paragraphs: readonly Placed[], depth = 0): Item[] => {
  const items: Item[] = [];
  for (let at = 0; at < paragraphs.length; ) {
    let end = at;
    while (end < paragraphs.length && depthOf(paragraphs[end]!) > depth) end += 1;
    if (end > at) items.push(readTable(paragraphs.slice(at, end), depth + 1));
    else {
      items.push(paragraphs[at]!.item);
      end += 1;
    }
    at = end;
  }
  return items;
};

const readTable = (paragraphs: readonly Placed[], depth: number): Table => {
  const rows: Row[] = [];
  let cells: Item[][] = [];
  let cell: Placed[] = [];
  const endCell = () => {
    cells.push(assemble(cell, depth));
    cell = [];
  };
  const endRow = (layout: RowLayout | undefined) => {
    if (cell.length > 0) endCell();
    if (cells.length > 0) rows.push({ cells, layout });
    cells = [];
  };
  for (const paragraph of paragraphs) {
    const own = depthOf(paragraph) === depth;
    if (own && paragraph.endsRow) {
      endRow(paragraph.row);
      continue;
    }
    cell.push(paragraph);
    if (own && paragraph.endsCell) endCell();
  }
  endRow(undefined);
  return { cells: place(rows) };
};

/** The lines of the whole table's grid, from left to right. */
const gridOf = (rows: readonly Row[]): number[] => {
  const edges = rows.flatMap((row) => row.layout?.edges ?? []).sort((a, b) => a - b);
  return edges.filter((edge, index) => index === 0 || edge - edges[index - 1]! >= SAME_LINE);
};

const columnOf = (grid: readonly number[], edge: number): number => {
  let low = 0;
  let high = grid.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (grid[middle]! <= edge) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Gives cells their place in the grid; merged ones become one with spans. */
const place = (rows: readonly Row[]): TableCell[] => {
  const grid = gridOf(rows);
  const placed: (TableCell & { rowSpan: number; columnSpan: number })[] = [];
  let above = new Map<number, (typeof placed)[number]>();
  rows.forEach(({ cells, layout }, row) => {
    const open = new Map<number, (typeof placed)[number]>();
    cells.forEach((items, index) => {
      const edge = layout?.edges[index];
      const next = layout?.edges[index + 1];
      const column = edge === undefined ? index : columnOf(grid, edge);
      const columnSpan = next === undefined ? 1 : Math.max(1, columnOf(grid, next) - column);
      const empty = items.every((item) => 'text' in item && item.text.trim() === '' && !item.number);
      const upper = layout?.vertical[index] === 'continue' ? above.get(column) : undefined;
      const left = layout?.horizontal[index] ? placed.at(-1) : undefined;
      if (upper && empty) {
        upper.rowSpan += 1;
        open.set(column, upper);
      } else if (left && left.row === row && empty) left.columnSpan += columnSpan;
      else {
        const cell = { row, column, rowSpan: 1, columnSpan, items };
        placed.push(cell);
        open.set(column, cell);
      }
    });
    above = open;
  });
  return placed;
};
