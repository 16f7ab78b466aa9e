import { LABELS } from '../../model/index.js';
import { FEATURE_BITS, type FeatureSink, placeOfHash, SeenPlaces } from '../features/bag.js';
import { FEATURE_GROUPS, type FeatureGroup, featureValue } from '../features/groups.js';

export const LABEL_COUNT = LABELS.length;
/** How many places features are hashed into. */
export const PLACES = 1 << FEATURE_BITS;

/** One weight for each place and label, in 255 steps a label: a few hundred kilobytes when packed. */
export interface LinearWeights {
  /** Of place p and label l at p × 5 + l. */
  readonly steps: Int8Array;
  /** What one step is worth, by label. */
  readonly scale: Float32Array;
  readonly bias: Float32Array;
  /** Groups of features that were not learned: their places hold what others left there. */
  readonly without: ReadonlySet<FeatureGroup>;
}

/** Weights as they are kept, from those that were learned: PLACES of each label, then what is kept elsewhere, its bias at the last. */
export const quantised = (
  learned: readonly Float32Array[],
  without: ReadonlySet<FeatureGroup>,
): LinearWeights => {
  const steps = new Int8Array(PLACES * LABEL_COUNT);
  const scale = new Float32Array(LABEL_COUNT);
  const bias = Float32Array.from(learned, (weights) => weights[weights.length - 1]!);
  learned.forEach((weights, label) => {
    let most = 0;
    for (let at = 0; at < PLACES; at++) most = Math.max(most, Math.abs(weights[at]!));
    scale[label] = most / 127;
    if (most === 0) return;
    for (let at = 0; at < PLACES; at++) {
      steps[at * LABEL_COUNT + label] = Math.round((weights[at]! / most) * 127);
    }
  });
  return { steps, scale, bias, without };
};

/** The margin of each label of one text, summed up while its features are read. One serves for all texts in turn. */
export class MarginSums implements FeatureSink {
  readonly #weights: LinearWeights;
  /** Of group g and label l at g × 5 + l, in steps. */
  readonly #sums = new Int32Array(FEATURE_GROUPS.length * LABEL_COUNT);
  readonly #counts = new Int32Array(FEATURE_GROUPS.length);
  readonly #seen = new SeenPlaces();

  constructor(weights: LinearWeights) {
    this.#weights = weights;
  }

  clear(): void {
    this.#sums.fill(0);
    this.#counts.fill(0);
    this.#seen.clear();
  }

  add(group: number, hash: number): void {
    const place = placeOfHash(hash);
    if (!this.#seen.first(place)) return;
    this.#counts[group]!++;
    const { steps } = this.#weights;
    const from = place * LABEL_COUNT;
    const to = group * LABEL_COUNT;
    const sums = this.#sums;
    for (let label = 0; label < LABEL_COUNT; label++) sums[to + label]! += steps[from + label]!;
  }

  /** One number a label, above 0 for texts like those that carry it; `added` is what else speaks for each. */
  margins(added: readonly number[]): number[] {
    const { scale, bias, without } = this.#weights;
    const margins = Array.from(bias, (one, label) => one + added[label]!);
    FEATURE_GROUPS.forEach(({ name }, group) => {
      const count = this.#counts[group]!;
      if (count === 0 || without.has(name)) return;
      const value = featureValue(group, count);
      for (let label = 0; label < LABEL_COUNT; label++) {
        margins[label]! += value * scale[label]! * this.#sums[group * LABEL_COUNT + label]!;
      }
    });
    return margins;
  }
}
