import type { Manuscript } from '../../model/index.js';
import { type Grid, type GridRow, gridsOf } from './grid.js';
import { type Head, headAt } from './head.js';
import { isBetweenParts, opensLedger } from './lines.js';
import { surroundingsOf, unitOf } from './surroundings.js';

/** A ledger's table as it is gathered over pages and sheets. */
export interface Found {
  readonly head: Head;
  /** The rows above the headings. */
  readonly above: readonly GridRow[];
  readonly rows: GridRow[];
  /** Numbers of the manuscript's tables. */
  readonly tables: number[];
  /** Indices of the manuscript's blocks. */
  readonly first: number;
  last: number;
  /** Whether another ledger stands above it in the same table: the lines around the table are that one's. */
  readonly inner: boolean;
  /** Whether a table on the next page follows that is none of its own and no other ledger's. */
  followed: boolean;
}

/** The tables with the headings of a ledger, in order, each with its rows from all its pages. */
export const findTables = (manuscript: Manuscript): Found[] => {
  const found: Found[] = [];
  for (const grid of gridsOf(manuscript)) {
    const table = manuscript.blocks[grid.first]!.cell!.table;
    const before = found.at(-1);
    const [part, ...further] = partsOf(grid, manuscript);
    const isAfter = before !== undefined && isNext(manuscript, before.last, grid.first);
    if (isAfter && continues(before, grid, part)) {
      for (const row of part?.rows ?? grid.rows) before.rows.push(row);
      before.tables.push(table);
      before.last = part?.last ?? grid.last;
    } else if (part) found.push({ ...part, tables: [table], inner: false, followed: false });
    else if (isAfter) before.followed ||= isOnNextPage(manuscript, before.last, grid.first);
    for (const each of further) found.push({ ...each, tables: [table], inner: true, followed: false });
  }
  return found;
};

type PartOfGrid = Pick<Found, 'head' | 'above' | 'rows' | 'first' | 'last'>;

/** Rows above the headings of a further ledger in a table. */
const MOST_ABOVE = 6;
const MOST_CELLS = 4;

/** The ledgers in a table, mostly one. Headings that are repeated belong to it, unless lines above them name another unit. */
const partsOf = ({ rows, starts, first, last }: Grid, manuscript: Manuscript): PartOfGrid[] => {
  const parts: { head: Head; above: GridRow[]; rows: GridRow[]; first: number; last: number }[] = [];
  let above: GridRow[] = [];
  let unit = '';
  for (let at = 0; at < rows.length; at++) {
    const head = headAt(rows, at);
    const part = parts.at(-1);
    if (!head) {
      (part?.rows ?? above).push(rows[at]!);
      continue;
    }
    if (!part) {
      unit = surroundingsOf(manuscript, { first, last, inner: false }, above).unit;
      parts.push({ head, above, rows: [], first, last });
    } else {
      above = linesAbove(part.rows);
      part.rows.length -= above.length;
      const other = unitOf(above.map(textsOf));
      if (other !== '' && other !== unit) {
        const begin = starts[at - above.length]!;
        part.last = begin - 1;
        parts.push({ head, above, rows: [], first: begin, last });
        unit = other;
      }
    }
    at += head.rows - 1;
  }
  return parts;
};

const textsOf = ({ own }: GridRow): string[] => own.map(({ text }) => text);

/** Of the rows that end a table, those from a title or a unit's line on; such rows have few cells. */
const linesAbove = (rows: readonly GridRow[]): GridRow[] => {
  let first = rows.length;
  for (let at = rows.length - 1; at >= Math.max(0, rows.length - MOST_ABOVE); at--) {
    const texts = textsOf(rows[at]!);
    if (texts.length > MOST_CELLS) break;
    if (texts.some(opensLedger)) first = at;
  }
  return rows.slice(first);
};

/** What a page may end or begin with inside of a table: page numbers, words of cells that reach over the page's end. */
const MOST_BETWEEN = 6;

/** Whether nothing stands between two tables but the end of a page. */
const isNext = ({ text, blocks }: Manuscript, last: number, first: number): boolean => {
  const between = blocks.slice(last + 1, Math.min(first, last + 2 + MOST_BETWEEN));
  if (between.length > MOST_BETWEEN) return false;
  const samePage = blocks[last]!.page === blocks[first]!.page;
  return between.every(({ span, cell }) => {
    const words = text.slice(span.start, span.end);
    return !cell && (isBetweenParts(words) || (!samePage && !/[。；]/u.test(words) && !opensLedger(words)));
  });
};

const isOnNextPage = ({ blocks }: Manuscript, last: number, first: number): boolean =>
  blocks[first]!.page !== undefined && blocks[first]!.page !== blocks[last]!.page;

/** Whether a table goes on from the one right before it: it begins with the same headings, or has as many columns. */
const continues = (before: Found, grid: Grid, part: PartOfGrid | undefined): boolean => {
  if (part) return part.head.at === 0 && part.head.columns.size === before.head.columns.size;
  const widest = Math.max(...before.head.columns.keys());
  const columns = grid.rows.flatMap(({ own }) => own.map(({ place }) => place.column));
  return columns.length > 0 && columns.reduce((a, b) => Math.max(a, b)) === widest;
};
