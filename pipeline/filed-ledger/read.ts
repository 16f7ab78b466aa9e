import { type FiledLedger, type Manuscript, recognitionOf, type Span } from '../../model/index.js';
import { type Found, findTables } from './find.js';
import { type Body, type ReadingOf, readBody } from './rows.js';
import { surroundingsOf } from './surroundings.js';

/** Raise when the ledgers read from the same manuscript may come out differently. */
export const FILED_LEDGER_VERSION = '3';

/** A table in the official form, filled in or not. */
export interface LedgerTable {
  /** The numbers of the manuscript's tables that it consists of: several where a page ends in between. */
  readonly tables: readonly number[];
  /** From the title line to the notes, in Manuscript.text. */
  readonly span: Span;
  /** null for a form that nobody has filled in yet, such as the one in a notice, with or without its 示例. */
  readonly ledger: FiledLedger | null;
}

/** The ledgers that are filled in, in order. */
export const readFiledLedgers = (manuscript: Manuscript): FiledLedger[] =>
  findLedgerTables(manuscript).flatMap(({ ledger }) => ledger ?? []);

/**
 * Every table whose headings are those of a ledger (台账), in either official form: headings may be broken, in another
 * order or over several rows, and columns may be missing. Tables that go on over a page are one.
 */
export const findLedgerTables = (manuscript: Manuscript): LedgerTable[] => {
  const found = findTables(manuscript).map((each) => ({
    table: ledgerTable(each, manuscript),
    hidden: manuscript.blocks[each.first]!.hidden === true,
  }));
  // Drafts and samples are left on hidden sheets: what a unit has filed is what is shown.
  const isShown = found.some(({ table, hidden }) => table.ledger && !hidden);
  return found.map(({ table, hidden }) => (hidden && isShown ? { ...table, ledger: null } : table));
};

const ledgerTable = (found: Found, manuscript: Manuscript): LedgerTable => {
  const { head, above, rows, tables } = found;
  const around = surroundingsOf(manuscript, found, above);
  const { reads, recognised } = readingsIn(manuscript, found);
  const body = readBody(rows, head.columns, reads);
  const span = {
    start: manuscript.blocks[around.first]!.span.start,
    end: manuscript.blocks[around.last]!.span.end,
  };
  const { unit, date } = around;
  const ledger = isFiled(body, around.nothing)
    ? { form: head.form, unit, date, recognised, incomplete: found.followed, rows: body.rows, span }
    : null;
  return { tables, span, ledger };
};

const isFiled = ({ rows, nothing }: Body, nothingAround: boolean): boolean =>
  rows.length > 0 || nothing || nothingAround;

/** How the cells of a table were read. An empty one that was recognised from pixels may hold what was not seen. */
const readingsIn = (
  manuscript: Manuscript,
  { first, last }: Pick<Found, 'first' | 'last'>,
): { readonly reads: ReadingOf; readonly recognised: boolean } => {
  const [start, end] = [manuscript.blocks[first]!.span.start, manuscript.blocks[last]!.span.end];
  const recognised = recognitionOf(manuscript, { start, end }) !== 'none';
  const reads: ReadingOf = (spans) => {
    if (!recognised) return 'exact';
    const isDoubtful = (span: Span): boolean => recognitionOf(manuscript, span) === 'doubtful';
    return spans.length === 0 || spans.some(isDoubtful) ? 'doubtful' : 'recognised';
  };
  return { reads, recognised };
};
