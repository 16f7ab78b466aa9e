/** A small dense logistic regression, by Newton's method: for the few numbers from which a score is made. */

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Steps of Newton's method; it settles in a handful. */
const STEPS = 30;

/**
 * Weights w such that sigmoid(w · x) is the share of positives among examples like x. `ridge` pulls all weights but
 * the first (the constant's) towards 0.
 */
export const fitLogistic = (
  rows: readonly (readonly number[])[],
  positive: readonly boolean[],
  ridge: number,
): number[] => {
  const width = rows[0]?.length ?? 0;
  const weights = new Array<number>(width).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight, i) => (i === 0 ? 0 : ridge * weight));
    const bend = weights.map((_, i) => weights.map((__, j) => (i === j ? (i === 0 ? 1e-6 : ridge) : 0)));
    rows.forEach((row, at) => {
      const share = sigmoid(dot(row, weights));
      const error = share - (positive[at] ? 1 : 0);
      const spread = share * (1 - share);
      for (let i = 0; i < width; i++) {
        slope[i]! += error * row[i]!;
        for (let j = 0; j <= i; j++) bend[i]![j]! += spread * row[i]! * row[j]!;
      }
    });
    const change = solveSymmetric(bend, slope);
    change.forEach((value, i) => {
      // A step too far from where the curve was measured would overshoot.
      weights[i]! -= Math.max(-4, Math.min(4, value));
    });
    if (change.every((value) => Math.abs(value) < 1e-8)) break;
  }
  return weights;
};

export const dot = (a: readonly number[], b: readonly number[]): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

/** Solves M x = v for a positive definite M given by its lower half, by Cholesky. */
const solveSymmetric = (lower: readonly number[][], v: readonly number[]): number[] => {
  const n = v.length;
  const factor = lower.map((row) => [...row]);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = factor[i]![j]!;
      for (let k = 0; k < j; k++) sum -= factor[i]![k]! * factor[j]![k]!;
      factor[i]![j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / factor[j]![j]!;
    }
  }
  const x = [...v];
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= factor[i]![k]! * x[k]!;
    x[i]! /= factor[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= factor[k]![i]! * x[k]!;
    x[i]! /= factor[i]![i]!;
  }
  return x;
};
