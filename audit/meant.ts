import type { RowOfLedger } from './filed-rows.js';
import type { Match } from './match.js';

/** The documents that a row is held against. */
export interface Meant {
  /** Indexes of documents. */
  readonly documents: readonly number[];
  /** All count together; else they are copies of one. */
  readonly together: boolean;
}

/**
 * What each matched row is held against, by its index. A row that names several documents answers for all of them at once: it is
 * held against them where its first name stands that was found, and nowhere else.
 *
 * @param covered matches whose documents stand for others.
 */
export const meantByRows = (
  rows: readonly RowOfLedger[],
  matches: readonly Match[],
  covered: ReadonlyMap<Match, readonly number[]>,
): ReadonlyMap<number, Meant> => {
  const byRow = new Map<number, Meant>();
  const first = new Map<RowOfLedger['named'], number>();
  const found = matches
    .flatMap((match) => match.rows.map((at) => ({ at, match })))
    .sort((a, b) => a.at - b.at);
  for (const { at, match } of found) {
    const documents = covered.get(match) ?? match.documents;
    const before = first.get(rows[at]!.named);
    if (before === undefined) {
      first.set(rows[at]!.named, at);
      byRow.set(at, { documents, together: covered.has(match) });
    } else
      byRow.set(before, {
        documents: [...byRow.get(before)!.documents, ...documents],
        together: true,
      });
  }
  return byRow;
};
