/** Sparse texts for training: the features of row i are indices and values from starts[i] to starts[i + 1]. */
export interface SparseRows {
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

export interface TrainOptions {
  /** How much an error costs against the length of the weights. */
  readonly cost: number;
  /** How much dearer a missed positive is than a false alarm; with `balance` 1 as many times as they are rarer. */
  readonly balance: number;
  readonly seed: number;
  readonly rounds: number;
}

/**
 * One label's weights by dual coordinate descent for the L2-regularised squared hinge loss (Hsieh et al., ICML 2008):
 * exact, quick on sparse text, and the same for the same seed. `rows` says which texts are used.
 *
 * @returns weights of `size` places and the bias at the last.
 */
export const trainLabel = (
  data: SparseRows,
  rows: Int32Array,
  positive: (row: number) => boolean,
  size: number,
  { cost, balance, seed, rounds }: TrainOptions,
): Float32Array => {
  const count = rows.length;
  const sign = Int8Array.from(rows, (row) => (positive(row) ? 1 : -1));
  const positives = sign.reduce((sum, y) => sum + (y > 0 ? 1 : 0), 0);
  const weights = new Float32Array(size + 1);
  if (positives === 0 || positives === count) {
    weights[size] = positives === 0 ? -1 : 1;
    return weights;
  }
  const dearer = ((count - positives) / positives) ** balance;
  const diagonal = Float64Array.from(sign, (y) => 1 / (2 * cost * (y > 0 ? dearer : 1)));
  const lengths = Float64Array.from(rows, (row, i) => {
    let sum = 1 + diagonal[i]!;
    for (let at = data.starts[row]!; at < data.starts[row + 1]!; at++) sum += data.values[at]! ** 2;
    return sum;
  });
  const alpha = new Float64Array(count);
  const order = Int32Array.from(rows, (_, i) => i);
  const random = seeded(seed);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    let most = 0;
    for (const i of order) {
      const row = rows[i]!;
      const y = sign[i]!;
      const from = data.starts[row]!;
      const to = data.starts[row + 1]!;
      let score = weights[size]!;
      for (let at = from; at < to; at++) score += weights[data.indices[at]!]! * data.values[at]!;
      const slope = y * score - 1 + diagonal[i]! * alpha[i]!;
      const projected = alpha[i] === 0 ? Math.min(slope, 0) : slope;
      most = Math.max(most, Math.abs(projected));
      if (projected === 0) continue;
      const next = Math.max(alpha[i]! - slope / lengths[i]!, 0);
      const step = (next - alpha[i]!) * y;
      alpha[i] = next;
      for (let at = from; at < to; at++) weights[data.indices[at]!]! += step * data.values[at]!;
      weights[size]! += step;
    }
    if (most < 0.01) break;
  }
  return weights;
};

/** A small generator with a full period (mulberry32): numbers in [0, 1), the same for the same seed. */
export const seeded = (seed: number): (() => number) => {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

export const shuffle = (order: Int32Array, random: () => number): void => {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
};
