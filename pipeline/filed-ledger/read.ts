import type { FiledLedger, Manuscript, Span } from '../../model/index.js';
import { type Grid, type GridRow, gridsOf } from './grid.js';
import { findHead, type Head, headAt } from './head.js';
import { type Body, readBody } from './rows.js';
import { opensLedger, surroundingsOf } from './surroundings.js';

/** Raise when the ledgers read from the same manuscript may come out differently. */
export const FILED_LEDGER_VERSION = '1';

/** A table in the official form, filled in or not. */
export interface LedgerTable {
  /** The numbers of the manuscript's tables that it consists of: several where a page ends in between. */
  readonly tables: readonly number[];
  /** From the title line to the notes, in Manuscript.text. */
  readonly span: Span;
  /** null for a form that nobody has filled in yet, such as the one in a notice, with or without its 示例. */
  readonly ledger: FiledLedger | null;
}

/** A table as it is gathered over pages. */
interface Found {
  readonly head: Head;
  /** The rows above the headings. */
  readonly above: readonly GridRow[];
  readonly rows: GridRow[];
  readonly tables: number[];
  readonly first: number;
  last: number;
}

/** The ledgers that are filled in, in order. */
export const readFiledLedgers = (manuscript: Manuscript): FiledLedger[] =>
  findLedgerTables(manuscript).flatMap(({ ledger }) => ledger ?? []);

/**
 * Every table whose headings are those of a ledger (台账), in either official form: headings may be broken, in another
 * order or over two rows, and columns may be missing. Tables that go on over a page are one.
 */
export const findLedgerTables = (manuscript: Manuscript): LedgerTable[] => {
  const found: Found[] = [];
  for (const grid of gridsOf(manuscript)) {
    const table = manuscript.blocks[grid.first]!.cell!.table;
    const before = found.at(-1);
    const head = findHead(grid.rows);
    if (before && isNext(manuscript, before.last, grid.first) && continues(before, grid, head)) {
      for (const row of withoutHeads(grid.rows, before.head)) before.rows.push(row);
      before.tables.push(table);
      before.last = grid.last;
    } else if (head) {
      const rows = withoutHeads(grid.rows.slice(head.at + head.rows), head);
      const above = grid.rows.slice(0, head.at);
      found.push({ head, above, rows, tables: [table], first: grid.first, last: grid.last });
    }
  }
  return found.map((each) => ledgerTable(each, manuscript));
};

/** What a page may end or begin with inside of a table: page numbers, words of cells that reach over the page's end. */
const MOST_BETWEEN = 6;

/** Whether nothing stands between two tables but the end of a page. */
const isNext = ({ text, blocks }: Manuscript, last: number, first: number): boolean => {
  const between = blocks.slice(last + 1, Math.min(first, last + 2 + MOST_BETWEEN));
  if (between.length === 0) return true;
  if (between.length > MOST_BETWEEN || blocks[last]!.page === blocks[first]!.page) return false;
  return between.every(({ span, cell }) => {
    const words = text.slice(span.start, span.end);
    return !cell && !/[。；]/u.test(words) && !opensLedger(words);
  });
};

/** Whether a table goes on from the one right before it: it begins with the same headings, or has as many columns. */
const continues = (before: Found, grid: Grid, head: Head | undefined): boolean => {
  if (head) return head.at === 0 && head.columns.size === before.head.columns.size;
  const widest = Math.max(...before.head.columns.keys());
  const columns = grid.rows.flatMap(({ own }) => own.map(({ place }) => place.column));
  return columns.length > 0 && columns.reduce((a, b) => Math.max(a, b)) === widest;
};

/** Headings that are repeated on a new page are no rows. */
const withoutHeads = (rows: readonly GridRow[], { rows: height }: Head): GridRow[] => {
  const kept: GridRow[] = [];
  for (let at = 0; at < rows.length; at++) {
    if (headAt(rows, at)) at += height - 1;
    else kept.push(rows[at]!);
  }
  return kept;
};

const ledgerTable = (
  { head, above, rows, tables, first, last }: Found,
  manuscript: Manuscript,
): LedgerTable => {
  const around = surroundingsOf(manuscript, { first, last }, above);
  const body = readBody(rows, head.columns);
  const span = {
    start: manuscript.blocks[around.first]!.span.start,
    end: manuscript.blocks[around.last]!.span.end,
  };
  const { unit, date } = around;
  const ledger = isFiled(body, around.nothing)
    ? { form: head.form, unit, date, rows: body.rows, span }
    : null;
  return { tables, span, ledger };
};

const isFiled = ({ rows, nothing }: Body, nothingAround: boolean): boolean =>
  rows.length > 0 || nothing || nothingAround;
