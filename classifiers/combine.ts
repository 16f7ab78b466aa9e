import { dot, fitLogistic, sigmoid } from './linear/logistic.js';

/** How a label's score is made of what the cues and the linear model say. */
export interface Combination {
  /** Of the numbers of `signsOf`. */
  readonly weights: readonly number[];
  /** A score at or above it gives the label. */
  readonly threshold: number;
  /** The same where the cues give it: lower, since what they saw is withheld only where it is nearly surely wrong. */
  readonly keep: number;
}

/** What the learned step looks at: the constant, both witnesses, and whether they agree. */
const signsOf = (cueScore: number, carried: boolean, margin: number): number[] => {
  const held = Math.max(-2.5, Math.min(2.5, margin));
  return [1, cueScore, carried ? 1 : 0, held, Math.min(held, 0), carried ? held : 0];
};

/** One example for the step: the margin must come from a model that has not seen the text. */
export interface CombinedExample {
  readonly cueScore: number;
  /** Whether the cues alone give the label. */
  readonly carried: boolean;
  readonly margin: number;
  readonly positive: boolean;
}

/** 0 … 1: the share of positives among texts of which both witnesses say the same. */
export const combinedScore = (
  { weights }: Pick<Combination, 'weights'>,
  cueScore: number,
  carried: boolean,
  margin: number,
): number => sigmoid(dot(weights, signsOf(cueScore, carried, margin)));

/** Pulls the weights together where examples are few. */
const RIDGE = 0.5;

/**
 * Learns the step from `fair` examples, those that are like life, and from all of `examples` where a label begins that no
 * cue gives: at the lowest score down to which three in four of such texts carry it.
 */
export const fitCombination = (
  fair: readonly CombinedExample[],
  examples: readonly CombinedExample[],
): Combination => {
  const weights = fitLogistic(
    fair.map(({ cueScore, carried, margin }) => signsOf(cueScore, carried, margin)),
    fair.map(({ positive }) => positive),
    RIDGE,
  );
  const scored = (some: readonly CombinedExample[]) =>
    some
      .map(({ cueScore, carried, margin, positive }) => ({
        score: combinedScore({ weights }, cueScore, carried, margin),
        positive,
      }))
      .sort((a, b) => b.score - a.score);
  const threshold = lowestWorth(scored(examples.filter(({ carried }) => !carried)));
  const kept = scored(fair.filter(({ carried, positive }) => carried && positive));
  const last = kept[Math.ceil(KEPT * kept.length) - 1]?.score ?? threshold;
  return { weights, threshold, keep: Math.min(threshold, KEPT_SLACK * last) };
};

/** The share of texts with a label, among those that only the learned score gives it, that is worth a reader's minutes. */
const WORTH = 0.75;
/** So many texts say something of a share. */
const ENOUGH = 8;
const LOWEST = 0.08;
const HIGHEST = 0.5;
/** The share of what cues rightly give that is kept; more, since the examples were few. */
const KEPT = 0.99;
const KEPT_SLACK = 0.5;

const lowestWorth = (ranked: readonly { readonly score: number; readonly positive: boolean }[]): number => {
  let threshold = HIGHEST;
  let right = 0;
  for (const [place, { score, positive }] of ranked.entries()) {
    if (score < LOWEST) break;
    if (positive) right++;
    if (place + 1 >= ENOUGH && right / (place + 1) >= WORTH) threshold = Math.min(threshold, score);
  }
  return threshold;
};
