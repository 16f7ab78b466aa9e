import { FeatureBag } from '../features/bag.js';
import { FEATURE_GROUPS, type FeatureGroup, featureValue } from '../features/groups.js';
import { addCues, addRuns, addSurroundings, addWords } from '../features/read.js';
import { numberLength } from '../features/text.js';
import { wordsOf } from '../features/words.js';
import type { SparseRows } from '../linear/train.js';
import { PLACES } from '../linear/weights.js';
import type { Example } from './examples.js';

/** The features of all examples, by which any part of them can be trained on without reading them again. */
export interface FeatureTable extends SparseRows {
  /** The group of each feature, as its place in FEATURE_GROUPS. */
  readonly groups: Uint8Array;
  readonly without: ReadonlySet<FeatureGroup>;
  /** How many numbers an encoder's vector has; they stand behind the hashed places. 0 without an encoder. */
  readonly dimensions: number;
}

/** Reads the features of every example; groups in `without` are left out. */
export const featureTable = (
  examples: readonly Example[],
  without: ReadonlySet<FeatureGroup> = new Set(),
): FeatureTable => {
  const left = FEATURE_GROUPS.map(({ name }) => without.has(name));
  const bag = new FeatureBag();
  const starts = new Int32Array(examples.length + 1);
  let indices = new Int32Array(1 << 20);
  let values = new Float32Array(1 << 20);
  let groups = new Uint8Array(1 << 20);
  const dimensions = examples[0]?.seen?.vector.length ?? 0;
  let size = 0;
  for (const [row, example] of examples.entries()) {
    read(bag, example);
    while (size + bag.size + dimensions > indices.length) {
      indices = grown(indices, Int32Array);
      values = grown(values, Float32Array);
      groups = grown(groups, Uint8Array);
    }
    for (let at = 0; at < bag.size; at++) {
      const group = bag.groups[at]!;
      if (left[group]) continue;
      indices[size] = bag.indices[at]!;
      values[size] = featureValue(group, bag.counts[group]!);
      groups[size++] = group;
    }
    for (let at = 0; at < dimensions; at++) {
      indices[size] = PLACES + at;
      values[size] = example.seen!.vector[at]!;
      groups[size++] = OF_VECTOR;
    }
    starts[row + 1] = size;
  }
  return {
    starts,
    indices: indices.subarray(0, size),
    values: values.subarray(0, size),
    groups: groups.subarray(0, size),
    without,
    dimensions,
  };
};

const read = (bag: FeatureBag, { reading, surroundings }: Example): void => {
  bag.clear();
  if (!reading) return;
  const from = numberLength(reading.text);
  addRuns(bag, reading.text, from);
  addCues(bag, reading.labels);
  addSurroundings(bag, surroundings);
  addWords(bag, wordsOf(reading.text.slice(from)));
};

const grown = <T extends Int32Array | Float32Array | Uint8Array>(
  kept: T,
  Kind: new (size: number) => T,
): T => {
  const larger = new Kind(kept.length * 2);
  larger.set(kept);
  return larger;
};

/** Stands where hashed features have their group. */
const OF_VECTOR = 255;
const WORDS = FEATURE_GROUPS.findIndex(({ name }) => name === 'words');

/** The margin of one example, in all and without its words. */
export const marginOf = (
  table: FeatureTable,
  row: number,
  weights: Float32Array,
): { readonly whole: number; readonly withoutWords: number } => {
  let whole = weights[weights.length - 1]!;
  let words = 0;
  for (let at = table.starts[row]!; at < table.starts[row + 1]!; at++) {
    const part = weights[table.indices[at]!]! * table.values[at]!;
    whole += part;
    if (table.groups[at] === WORDS) words += part;
  }
  return { whole, withoutWords: whole - words };
};
