import { type Draw, largest, logOfLeast, logOfStep, SLACK } from './bound.js';

/** How reviewers did on positives that were known beforehand and mixed in without a sign. */
export interface KnownPositives {
  readonly shown: number;
  /** How many of them were answered as positive. */
  readonly found: number;
}

/** Halvings after which a share between 0 and 1 is as exact as a number can hold. */
const HALVINGS = 60;

/**
 * The largest share of positives that reviewers may overlook without what they did on the known ones being too improbable:
 * Clopper and Pearson's exact bound, from above.
 *
 * Each positive is taken to be overlooked independently and with the same probability μ, so that the number overlooked among
 * m known ones is binomial. With o overlooked the bound is the largest μ with P(Bin(m, μ) ≤ o) > α; the true μ lies above it
 * with probability α at most.
 *
 * @param alpha 0 … 1: one minus the confidence.
 * @returns 0 … 1; 1 where none was shown.
 */
export const mostOverlooked = ({ shown, found }: KnownPositives, alpha: number): number => {
  const overlooked = shown - found;
  if (overlooked >= shown) return 1;
  let [low, high] = [overlooked / shown, 1];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (binomialAtMost(shown, middle, overlooked) > alpha) low = middle;
    else high = middle;
  }
  return high;
};

/** P(Bin(trials, chance) ≤ most), for 0 < chance < 1 and most < trials. */
const binomialAtMost = (trials: number, chance: number, most: number): number => {
  let log = trials * Math.log1p(-chance);
  const odds = Math.log(chance) - Math.log1p(-chance);
  let sum = Math.exp(log);
  for (let i = 0; i < most; i++) {
    log += Math.log((trials - i) / (i + 1)) + odds;
    sum += Math.exp(log);
  }
  return Math.min(1, sum);
};

/**
 * The probability that reviewers who overlook each positive with probability `overlooked` find no more than so many in a
 * draw: Σ over X of P(the draw holds X positives) · P(Bin(X, 1 − overlooked) ≤ hits). It falls as the positives grow, and
 * rises with `overlooked`.
 */
export const foundAtMost = (
  { population, positives, sample }: Draw,
  hits: number,
  overlooked: number,
): number => {
  const least = Math.max(0, sample - (population - positives));
  const most = Math.min(sample, positives);
  if (hits >= most || overlooked >= 1) return 1;
  const found = chancesOfFinding(hits, overlooked);
  // Up to `hits` positives, no more than these can be found.
  let share = 1;
  for (let held = hits; held < least && share > 0; held++) share = found(held + 1);
  let log = logOfLeast(population, positives, sample, least);
  let sum = 0;
  for (let held = least; held <= most; held++) {
    if (held > hits && held > least) share = found(held);
    sum += Math.exp(log) * share;
    if (share === 0) break;
    if (held < most) log += logOfStep({ population, positives, sample }, held);
  }
  return Math.min(1, sum);
};

/** P(Bin(held, 1 − overlooked) ≤ hits), asked for held = hits + 1, hits + 2, … in turn. */
const chancesOfFinding = (hits: number, overlooked: number): ((held: number) => number) => {
  // Of one more positive, the number found grows beyond `hits` where `hits` were found before and this one is.
  let atMost = 1;
  let log = hits * Math.log1p(-overlooked);
  return (held) => {
    atMost = Math.max(0, atMost - (1 - overlooked) * Math.exp(log));
    log += Math.log(held / (held - hits)) + Math.log(overlooked);
    return atMost < NOTHING ? 0 : atMost;
  };
};

/** What the differences above may leave where nothing is left. */
const NOTHING = 1e-13;

/**
 * The largest number of positives that the population may hold without what reviewers found in the sample being too
 * improbable, where they overlook each positive with probability `overlooked` at most. Without oversights it is `mostPositives`.
 *
 * @param hits positives found in the sample.
 * @param alpha 0 … 1: one minus the confidence.
 */
export const mostWithOversights = (
  { population, sample }: Omit<Draw, 'positives'>,
  hits: number,
  overlooked: number,
  alpha: number,
): number =>
  largest(
    hits,
    overlooked > 0 ? population : population - sample + hits,
    (positives) => foundAtMost({ population, positives, sample }, hits, overlooked) > alpha * (1 - SLACK),
  );
