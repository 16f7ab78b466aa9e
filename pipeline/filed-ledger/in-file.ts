import {
  type FiledLedger,
  isSpreadsheet,
  type Manuscript,
  type ReadingNote,
  type Span,
} from '../../model/index.js';
import { findLedgerTables } from './read.js';

/** The ledgers of a file and what they leave of it for the other stages. */
export interface LedgersInFile {
  readonly ledgers: readonly FiledLedger[];
  /** Numbers of the tables in the official form, filled in or not: they hold data. */
  readonly tables: ReadonlySet<number>;
  /** Whether a passage stands in one of those forms or the lines around them: nothing there is a provision. */
  readonly covers: (passage: Span) => boolean;
  /** The file is a filed ledger and no document. */
  readonly nothingElse: boolean;
  /** `filed-ledger`, where there is one. */
  readonly notes: readonly ReadingNote[];
}

/** What is ledger in a file. */
export const ledgersIn = (manuscript: Manuscript): LedgersInFile => {
  const found = findLedgerTables(manuscript);
  const ledgers = found.flatMap(({ ledger }) => ledger ?? []);
  const covers = coveredBy(found.map(({ span }) => span));
  const nothingElse = ledgers.length > 0 && isNothingElse(manuscript, covers);
  return {
    ledgers,
    tables: new Set(found.flatMap(({ tables }) => tables)),
    covers,
    nothingElse,
    notes: ledgers.length > 0 ? [noteOf(ledgers, nothingElse)] : [],
  };
};

/**
 * A workbook with a ledger in it holds lists beside it, no documents. In other files a sentence outside of the
 * forms is a document's.
 */
const isNothingElse = ({ format, text, blocks }: Manuscript, covers: LedgersInFile['covers']): boolean =>
  isSpreadsheet(format) ||
  blocks.every(({ span }) => covers(span) || !/[。；;]/u.test(text.slice(span.start, span.end)));

/** Tells in logarithmic time whether a passage lies within one of the spans, which stand in order. */
const coveredBy = (spans: readonly Span[]): ((passage: Span) => boolean) => {
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.start <= last.end)
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return ({ start, end }) => {
    let low = 0;
    let high = merged.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (merged[middle]!.end < end) low = middle + 1;
      else high = middle;
    }
    const span = merged[low];
    return span !== undefined && span.start <= start && end <= span.end;
  };
};

const noteOf = (ledgers: readonly FiledLedger[], nothingElse: boolean): ReadingNote => {
  const rows = ledgers.reduce((sum, ledger) => sum + ledger.rows.length, 0);
  const what = `${ledgers.length > 1 ? `${ledgers.length}份，共` : ''}${rows > 0 ? `${rows}行` : '经梳理，不涉及'}`;
  return {
    code: 'filed-ledger',
    message: nothingElse
      ? `已填报的台账（${what}），不作为规范性文件梳理`
      : `含已填报的台账（${what}），台账部分不作为规范性文件梳理`,
  };
};
