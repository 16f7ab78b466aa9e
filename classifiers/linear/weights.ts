import { LABELS } from '../../model/index.js';
import { FEATURE_BITS, type FeatureBag } from '../features/bag.js';
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

/** Weights as they are kept, from those that were learned (PLACES of each label and its bias at the last). */
export const quantised = (
  learned: readonly Float32Array[],
  without: ReadonlySet<FeatureGroup>,
): LinearWeights => {
  const steps = new Int8Array(PLACES * LABEL_COUNT);
  const scale = new Float32Array(LABEL_COUNT);
  const bias = Float32Array.from(learned, (weights) => weights[PLACES]!);
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

const VALUES = new Float64Array(FEATURE_GROUPS.length);

/**
 * The margin of each label: above 0 for texts like those that carry it. `into` has room for one number a label.
 */
export const margins = (
  { steps, scale, bias, without }: LinearWeights,
  { indices, groups, counts, size }: FeatureBag,
  into: Float64Array,
): Float64Array => {
  for (let group = 0; group < VALUES.length; group++) {
    const absent = counts[group] === 0 || without.has(FEATURE_GROUPS[group]!.name);
    VALUES[group] = absent ? 0 : featureValue(group, counts[group]!);
  }
  let d = 0;
  let b = 0;
  let p = 0;
  let q = 0;
  let r = 0;
  for (let at = 0; at < size; at++) {
    const value = VALUES[groups[at]!]!;
    const place = indices[at]! * LABEL_COUNT;
    d += value * steps[place]!;
    b += value * steps[place + 1]!;
    p += value * steps[place + 2]!;
    q += value * steps[place + 3]!;
    r += value * steps[place + 4]!;
  }
  into[0] = d * scale[0]! + bias[0]!;
  into[1] = b * scale[1]! + bias[1]!;
  into[2] = p * scale[2]! + bias[2]!;
  into[3] = q * scale[3]! + bias[3]!;
  into[4] = r * scale[4]! + bias[4]!;
  return into;
};
