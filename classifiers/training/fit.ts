import { LABELS, type Label } from '../../model/index.js';
import { isCarried, rounded } from '../by-cues.js';
import { CLASSIFIER_VERSION } from '../classify.js';
import { type Combination, type CombinedExample, combinedScore, fitCombination } from '../combine.js';
import type { LearnedModel, ModelCard } from '../learned/model.js';
import { trainLabel } from '../linear/train.js';
import { PLACES, quantised } from '../linear/weights.js';
import type { Example } from './examples.js';
import { foldsByGroup } from './folds.js';
import { surestCues } from './surest.js';
import { type FeatureTable, marginOf } from './table.js';

/** What can be chosen for a training. */
export interface FitOptions {
  readonly seed: number;
  /** Which rows of the table are learned from; all by default. */
  readonly rows?: Int32Array;
}

/** Chosen by cross-validation on the labelled sets; the figures hardly move between half and twice of each. */
const COST = 1;
const BALANCE = 0.5;
const ROUNDS = 30;
/** Inner folds: the step that combines learns from margins of models that have not seen the text. */
const INNER_FOLDS = 4;
/** Texts that carry a label, so that its last step can be learned from them. */
const ENOUGH = 30;

/** A model from examples and their features. Deterministic: the same examples and seed give the same bytes. */
export const fitModel = (
  examples: readonly Example[],
  table: FeatureTable,
  { seed, rows = Int32Array.from(examples.keys()) }: FitOptions,
): Omit<LearnedModel, 'fingerprint'> => {
  const texts = [...rows].map((row) => examples[row]!);
  const learn = (some: Int32Array): Float32Array[] => learnLabels(examples, table, some, seed);
  const unseen = unseenMargins(examples, table, rows, seed, learn);
  const combinations = LABELS.map((label, at) => {
    const all = texts.map((example, i) => combinedExample(example, label, unseen[i]![at]!.whole));
    return fitCombination(
      textsToJudge(texts, label).map((i) => all[i]!),
      all,
    );
  });
  const learned = learn(rows);
  const encoder = examples[0]?.seen?.encoder;
  return {
    linear: quantised(learned, table.without),
    encoder: encoder
      ? {
          fingerprint: encoder,
          weights: learned.map((weights) => [...weights.subarray(PLACES, -1)].map(rounded)),
        }
      : null,
    combinations,
    surest: surestCues(texts),
    gates: LABELS.map((_, at) =>
      gateOf(
        combinations[at]!,
        texts.map((example, i) => ({ example, ...unseen[i]![at]! })),
      ),
    ),
    card: cardOf(texts, seed),
  };
};

/** The weights of each label, learned from some rows of a table; the bias stands last. */
export const learnLabels = (
  examples: readonly Example[],
  table: FeatureTable,
  rows: Int32Array,
  seed: number,
): Float32Array[] =>
  LABELS.map((label, at) =>
    trainLabel(table, rows, (row) => carries(examples[row]!, label), PLACES + table.dimensions, {
      cost: COST,
      balance: BALANCE,
      rounds: ROUNDS,
      seed: seed * LABELS.length + at,
    }),
  );

const carries = ({ provision }: Example, label: Label): boolean => provision.labels.includes(label);

type Margins = ReturnType<typeof marginOf>;

/** By place in `rows` and label: the margins that models give which have not seen the text's group. */
const unseenMargins = (
  examples: readonly Example[],
  table: FeatureTable,
  rows: Int32Array,
  seed: number,
  learn: (some: Int32Array) => Float32Array[],
): Margins[][] => {
  const folds = foldsByGroup(
    [...rows].map((row) => examples[row]!.provision.group),
    INNER_FOLDS,
    seed,
  );
  const unseen: Margins[][] = new Array(rows.length);
  for (let fold = 0; fold < INNER_FOLDS; fold++) {
    const weights = learn(rows.filter((_, i) => folds[i] !== fold));
    for (const i of rows.keys()) {
      if (folds[i] === fold) unseen[i] = weights.map((one) => marginOf(table, rows[i]!, one));
    }
  }
  return unseen;
};

/**
 * The texts from which a label's last step is learned: real ones, save those with which the cues
 * were written, on which cues look better than they are; all real ones where these are too few; else all.
 */
const textsToJudge = (texts: readonly Example[], label: Label): readonly number[] => {
  const all = [...texts.keys()];
  const real = all.filter((i) => texts[i]!.provision.source !== 'written');
  const fair = real.filter((i) => texts[i]!.provision.drawn !== 'development');
  const enough = (some: readonly number[]): boolean =>
    some.filter((i) => carries(texts[i]!, label)).length >= ENOUGH;
  return [fair, real].find(enough) ?? all;
};

const combinedExample = (example: Example, label: Label, margin: number): CombinedExample => {
  const reading = example.reading?.labels[LABELS.indexOf(label)];
  const cueScore = reading?.score ?? 0;
  return {
    cueScore,
    carried: reading !== undefined && isCarried(reading),
    margin,
    positive: carries(example, label),
  };
};

/** A little below the lowest margin without words of a silent text to which the whole margin gave the label. */
const gateOf = (
  combination: Combination,
  texts: readonly (Margins & { readonly example: Example })[],
): number => {
  const silent = texts.filter(
    ({ example, whole }) =>
      (example.reading?.labels.every(({ score }) => score === 0) ?? false) &&
      combinedScore(combination, 0, false, whole) >= combination.threshold,
  );
  return Math.min(HIGHEST_GATE, ...silent.map(({ withoutWords }) => withoutWords - GATE_SLACK));
};
const HIGHEST_GATE = -0.3;
const GATE_SLACK = 0.1;

const cardOf = (examples: readonly Example[], seed: number): ModelCard => {
  const provisions: Record<string, number> = {};
  const labels: Record<Label, number> = { D: 0, B: 0, P: 0, Q: 0, R: 0 };
  for (const { provision } of examples) {
    provisions[provision.source] = (provisions[provision.source] ?? 0) + 1;
    for (const label of provision.labels) labels[label]++;
  }
  return { provisions, labels, seed, features: CLASSIFIER_VERSION };
};
