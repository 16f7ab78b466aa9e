import { mostPositives } from './bound.js';
import { type KnownPositives, mostOverlooked, mostWithOversights } from './misses.js';

/** A part of the population, fixed before the draw, and what its own sample gave. A simple sample has one. */
export interface SampledStratum {
  readonly population: number;
  readonly sample: number;
  /** Positives found in the sample. */
  readonly hits: number;
}

/** What a statement on recall rests on. */
export interface RecallFacts {
  /** Confirmed positives outside the population: R. */
  readonly positives: number;
  readonly strata: readonly SampledStratum[];
  /** What may go wrong: 0 … 1, one minus the confidence. */
  readonly alpha: number;
}

/** How much may be missing, and the recall that follows. */
export interface RecallBound {
  /** What may go wrong in each stratum; 0 where all of it was looked at and nothing was left to chance. */
  readonly alphas: readonly number[];
  /** The most positives that each stratum holds, those found among them. */
  readonly most: readonly number[];
  /** Their sum: U. */
  readonly total: number;
  /** (R + x) / (R + U); null where neither confirmed positives nor possible ones are there, so that there is nothing to find. */
  readonly recall: number | null;
}

/**
 * The recall of tool and reviewers once what the sample found is taken in, at least, if reviewers overlook nothing in the sample.
 *
 * Let the population hold K positives, of which the sample found x; then recall is (R + x) / (R + K). K ≤ U fails with
 * probability α at most, and where K ≤ U holds, recall ≥ (R + x) / (R + U).
 *
 * With S strata that were sampled in part, each gets U of its own at α/S. That one of them fails has probability S · α/S = α
 * at most (Bonferroni), whatever the strata have to do with each other, and where none fails K ≤ ΣU. A stratum of which
 * every item was looked at holds exactly what was found: nothing is left to chance, and it takes no share of α. How many
 * strata are such is fixed before the draw, with the sizes.
 */
export const recallBound = ({ positives, strata, alpha }: RecallFacts): RecallBound => {
  const open = strata.filter(({ population, sample }) => sample < population).length;
  const alphas = strata.map(({ population, sample }) => (sample < population ? alpha / open : 0));
  const most = strata.map((stratum, at) =>
    stratum.sample < stratum.population ? mostPositives(stratum, stratum.hits, alphas[at]!) : stratum.hits,
  );
  return bound(positives, strata, alphas, most);
};

/** The more careful figure, with the reviewers' own oversights. */
export interface CarefulBound extends RecallBound {
  /** What may go wrong in the bound on oversights. */
  readonly overlookedAlpha: number;
  /** The largest share of positives that reviewers may overlook. */
  readonly overlooked: number;
}

/**
 * The same where reviewers may overlook a positive of the sample.
 *
 * Half of α goes to the largest share μ that they may overlook, by the known positives (`mostOverlooked`), half to the
 * strata, all of which take part: what was looked at may have been overlooked too. A stratum's U is the largest K with
 * P(found ≤ x | K, μ) > α/(2S). That the true share is above μ has probability α/2 at most. Where it is not, P(found ≤ x | K, μ)
 * is no less than under the true share, so that a true K is left out with probability α/(2S) at most. All together: α
 * (union bound).
 *
 * It holds if unknown positives are no harder to see than the known ones, which the tool or a person has found before; that
 * can not be shown, and has to be said beside the figure.
 */
export const carefulBound = (
  { positives, strata, alpha }: RecallFacts,
  known: KnownPositives,
): CarefulBound => {
  const overlookedAlpha = alpha / 2;
  const overlooked = mostOverlooked(known, overlookedAlpha);
  const open = strata.filter(({ population }) => population > 0).length;
  const alphas = strata.map(({ population }) => (population > 0 ? alpha / 2 / open : 0));
  const most = strata.map((stratum, at) =>
    stratum.population > 0 ? mostWithOversights(stratum, stratum.hits, overlooked, alphas[at]!) : 0,
  );
  return { ...bound(positives, strata, alphas, most), overlookedAlpha, overlooked };
};

const bound = (
  positives: number,
  strata: readonly SampledStratum[],
  alphas: readonly number[],
  most: readonly number[],
): RecallBound => {
  const total = most.reduce((sum, each) => sum + each, 0);
  const found = positives + strata.reduce((sum, { hits }) => sum + hits, 0);
  return { alphas, most, total, recall: positives + total === 0 ? null : found / (positives + total) };
};
