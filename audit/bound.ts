/** A draw without replacement: `sample` of `population` items, of which `positives` are such as are looked for. */
export interface Draw {
  readonly population: number;
  readonly positives: number;
  readonly sample: number;
}

/**
 * The probability that a draw holds no more than so many positives: the hypergeometric distribution, term by term in
 * logarithms, so that neither large populations nor improbable outcomes lose it.
 *
 * @param hits from 0.
 * @returns 0 … 1.
 */
export const atMost = ({ population, positives, sample }: Draw, hits: number): number => {
  const least = Math.max(0, sample - (population - positives));
  const most = Math.min(sample, positives);
  if (hits >= most) return 1;
  if (hits < least) return 0;
  let term = logOfLeast(population, positives, sample, least);
  let [top, sum] = [term, 1];
  for (let i = least; i < hits; i++) {
    term += logOfStep({ population, positives, sample }, i);
    if (term > top) [top, sum] = [term, sum * Math.exp(top - term) + 1];
    else sum += Math.exp(term - top);
  }
  return Math.min(1, sum * Math.exp(top));
};

/** The logarithm of how much more probable one positive more is than `held`. */
export const logOfStep = ({ population, positives, sample }: Draw, held: number): number =>
  Math.log((positives - held) * (sample - held)) -
  Math.log((held + 1) * (population - positives - sample + held + 1));

/** The logarithm of the probability of the fewest positives that a draw can hold. */
export const logOfLeast = (population: number, positives: number, sample: number, least: number): number => {
  // Where the rest can not fill the sample, all of the rest is in it: as probable as drawing them all.
  if (least > 0) return logOfAll(population, population - positives, sample);
  // None of the positives is drawn, seen from whichever are fewer.
  const [few, many] = positives < sample ? [positives, sample] : [sample, positives];
  let log = 0;
  for (let i = 0; i < few; i++) log += Math.log1p(-many / (population - i));
  return log;
};

/** The logarithm of the probability that a draw holds all of so many items. */
const logOfAll = (population: number, items: number, sample: number): number => {
  let log = 0;
  for (let i = 0; i < items; i++) log += Math.log(sample - i) - Math.log(population - i);
  return log;
};

/** The largest of `low` … `high` that is possible, where each is that lies below a possible one; `low` where none is. */
export const largest = (low: number, high: number, isPossible: (value: number) => boolean): number => {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    if (isPossible(middle)) from = middle;
    else to = middle - 1;
  }
  return from;
};

/** What sums of thousands of logarithms may be off by: a bound is never too low for it. */
export const SLACK = 1e-9;

/**
 * The largest number of positives that the population may hold without the outcome of the sample being too improbable: exact,
 * by the hypergeometric distribution. The number that it does hold is larger in at most a share `alpha` of all samples.
 *
 * @param hits positives found in the sample.
 * @param alpha 0 … 1: one minus the confidence.
 */
export const mostPositives = (
  { population, sample }: Omit<Draw, 'positives'>,
  hits: number,
  alpha: number,
): number =>
  largest(
    hits,
    population - sample + hits,
    (positives) => atMost({ population, positives, sample }, hits) > alpha * (1 - SLACK),
  );

/** What a sample is planned for. */
export interface SamplePlan {
  /** Items that nobody has flagged. */
  readonly population: number;
  /** Confirmed positives beside them. */
  readonly positives: number;
  /** The recall that is to be shown, 0 … 1. */
  readonly recall: number;
  /** 0 … 1. */
  readonly confidence: number;
  /** Positives that the sample may turn out to hold; what it finds is not counted among the positives beforehand. */
  readonly hits: number;
}

/** How many positives the population may hold at most for the recall to be shown: U ≤ R/τ − R. */
export const mostMissing = ({ positives, recall }: Pick<SamplePlan, 'positives' | 'recall'>): number =>
  Math.floor((positives * (1 - recall)) / recall + SLACK);

/**
 * The smallest sample that shows the recall where it holds no more than so many hits; null where none does, since more hits
 * are granted than the recall leaves room for.
 */
export const sampleSize = ({
  population,
  positives,
  recall,
  confidence,
  hits,
}: SamplePlan): number | null => {
  const most = mostMissing({ positives, recall });
  const shows = (sample: number): boolean =>
    mostPositives({ population, sample }, hits, 1 - confidence) <= most;
  if (hits > population || !shows(population)) return null;
  let [low, high] = [hits, population];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (shows(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
};
