import { chanceFrom } from '../../../audit/index.js';
import { type Collection, unit } from './collections.js';
import { median } from './simulate.js';

/** What the rule "stop after so many irrelevant ones in a row" came to. */
export interface ThumbResult {
  /** Runs in which the recall was reached that the rule is taken to show. */
  readonly reached: number;
  /** Median recall, and median of how many were looked at. */
  readonly recall: number;
  readonly looked: number;
}

/**
 * Looks at what was not flagged, one by one, until so many in a row are none, and asks for the recall that was reached then.
 *
 * @param order `best`: from the highest score down, equal ones by chance; `chance`: in an order that chance has made.
 */
export const ruleOfThumb = (
  collection: Collection,
  {
    order,
    inARow,
    recall,
  }: { readonly order: 'best' | 'chance'; readonly inARow: number; readonly recall: number },
  runs: number,
): ThumbResult => {
  const { confirmed } = collection;
  const open = collection.open.filter(({ rejected }) => !rejected);
  const missed = open.filter((item) => item.missed);
  const others = open.filter((item) => !item.missed);
  const recalls: number[] = [];
  const lengths: number[] = [];
  for (let run = 0; run < runs; run++) {
    const chance = chanceFrom(`thumb ${collection.name} ${order} ${run}`);
    const keyOf = (item: { readonly score: number; readonly missed: boolean }): number =>
      order === 'chance'
        ? unit(chance)
        : (collection.scored?.(chance, item.missed) ?? item.score + TIE * unit(chance));
    const keys = (items: typeof open) => Float64Array.from(items, keyOf).sort().reverse();
    const { found, looked } = stopped(keys(missed), keys(others), inARow);
    recalls.push((confirmed + found) / (confirmed + missed.length));
    lengths.push(looked);
  }
  return {
    reached: recalls.filter((each) => each >= recall).length,
    recall: median(recalls),
    looked: median(lengths),
  };
};

/** Scores have six digits. */
const TIE = 1e-7;

/** Both sorted, the highest first. */
const stopped = (
  missed: Float64Array,
  others: Float64Array,
  inARow: number,
): { readonly found: number; readonly looked: number } => {
  let [found, passed, row] = [0, 0, 0];
  while (row < inARow && (found < missed.length || passed < others.length)) {
    const isMissed = passed === others.length || (found < missed.length && missed[found]! > others[passed]!);
    if (isMissed) found++;
    else passed++;
    row = isMissed ? 0 : row + 1;
  }
  return { found, looked: found + passed };
};
