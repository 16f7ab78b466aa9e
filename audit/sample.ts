import type { Frame } from './frame.js';
import { chanceFrom, drawn } from './random.js';

/** How a sample is drawn: fixed before, and kept with it. */
export interface Design {
  /** A text of the auditor's, or of chance; whoever knows it can draw again. */
  readonly seed: string;
  /** Scores at which strata part, ascending, each the least of the stratum above it; [] for a simple sample. */
  readonly cuts: readonly number[];
  /** How many of each stratum, those of the lowest scores first. */
  readonly sizes: readonly number[];
  /** Known positives that are mixed in. */
  readonly known: number;
}

/** One question of the blind task. */
export interface Question {
  /** Its place among the frame's open items, or its confirmed ones, from 0. */
  readonly item: number;
  /** Index of its stratum; null for a known positive. */
  readonly stratum: number | null;
}

/** A sample as it was drawn. */
export interface Sample {
  /** Items of each stratum, in the order of the draw: places among the open ones. */
  readonly strata: readonly { readonly population: number; readonly items: readonly number[] }[];
  /** Places among the confirmed ones, in the order of the draw. */
  readonly known: readonly number[];
  /** All of them as they are put before the reviewers. */
  readonly questions: readonly Question[];
}

/** Which stratum a score lies in. */
export const stratumOf = (cuts: readonly number[], score: number): number =>
  cuts.filter((cut) => score >= cut).length;

/** The items of each stratum by their places among the open ones, whose scores these are; the lowest scores first. */
export const strataOf = (open: Frame['open'], cuts: readonly number[]): number[][] => {
  const strata: number[][] = Array.from({ length: cuts.length + 1 }, () => []);
  for (const [at, score] of open.entries()) strata[stratumOf(cuts, score)]!.push(at);
  return strata;
};

/**
 * Draws the sample: nothing but the design and the frame decides what is in it. Each stratum has chance of its own, begun with
 * seed, hash of the frame and the stratum's number, so that none depends on the sizes of the others; so have the known
 * positives, and the order of the questions.
 *
 * @throws RangeError where more are asked for than there are, or sizes and strata are not as many.
 */
export const drawSample = (frame: Pick<Frame, 'open' | 'positive' | 'hash'>, design: Design): Sample => {
  const { seed, cuts, sizes, known } = design;
  const chanceFor = (what: string) => chanceFrom(`${seed}\n${frame.hash}\n${what}`);
  const strata = strataOf(frame.open, cuts);
  if (sizes.length !== strata.length) throw new RangeError(`${sizes.length} sizes, ${strata.length} strata`);
  const samples = strata.map((members, at) => ({
    population: members.length,
    items: drawn(chanceFor(`stratum ${at}`), members.length, sizes[at]!).map((place) => members[place]!),
  }));
  const mixed = drawn(chanceFor('known'), frame.positive, known);
  const questions = [
    ...samples.flatMap(({ items }, stratum) => items.map((item) => ({ item, stratum }))),
    ...mixed.map((item) => ({ item, stratum: null })),
  ];
  const order = drawn(chanceFor('order'), questions.length, questions.length);
  return { strata: samples, known: mixed, questions: order.map((place) => questions[place]!) };
};
