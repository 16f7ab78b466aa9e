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

/** Learns the step, and the thresholds that keep the wanted recall among the examples. */
export const fitCombination = (examples: readonly CombinedExample[], recall: number): Combination => {
  const weights = fitLogistic(
    examples.map(({ cueScore, carried, margin }) => signsOf(cueScore, carried, margin)),
    examples.map(({ positive }) => positive),
    RIDGE,
  );
  const keeping = (some: readonly CombinedExample[], share: number): number => {
    const scores = some
      .filter(({ positive }) => positive)
      .map(({ cueScore, carried, margin }) => combinedScore({ weights }, cueScore, carried, margin))
      .sort((a, b) => b - a);
    return scores[Math.ceil(share * scores.length) - 1] ?? LOWEST;
  };
  const threshold = Math.max(LOWEST, Math.min(HIGHEST, keeping(examples, recall)));
  const carried = examples.filter((example) => example.carried);
  return { weights, threshold, keep: Math.min(threshold, KEPT_SLACK * keeping(carried, KEPT)) };
};

/** A label is never given to texts of which four in five do not carry it, nor withheld from those more likely with it than not. */
const LOWEST = 0.2;
const HIGHEST = 0.5;
/** The share of what cues rightly give that is kept; more, since the examples were few. */
const KEPT = 0.99;
const KEPT_SLACK = 0.5;
