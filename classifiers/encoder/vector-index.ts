import { highest, type Neighbour } from './nearest.js';
import { unit } from './vectors.js';

/** Vectors side by side in memory: an exact cosine search that looks at every one. */
export class VectorIndex {
  readonly size: number;
  readonly #dimensions: number;
  readonly #rows: Float32Array;

  /** Vectors of any length, each of `dimensions` numbers. */
  constructor(vectors: readonly ArrayLike<number>[], dimensions: number) {
    this.size = vectors.length;
    this.#dimensions = dimensions;
    this.#rows = new Float32Array(vectors.length * dimensions);
    vectors.forEach((vector, position) => {
      this.#rows.set(unit(vector), position * dimensions);
    });
  }

  /** The vectors of the most similar direction, at most `count`; those at a right angle or beyond are left out. */
  nearest(vector: ArrayLike<number>, count: number): Neighbour[] {
    const asked = unit(vector);
    const scores = new Float64Array(this.size);
    for (let position = 0; position < this.size; position++) {
      scores[position] = dot(this.#rows, position * this.#dimensions, asked);
    }
    return highest(scores, count);
  }
}

/** Four sums side by side: the processor need not wait for one before it begins the next. */
const dot = (rows: Float32Array, start: number, vector: Float32Array): number => {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let at = 0;
  for (; at + 3 < vector.length; at += 4) {
    a += rows[start + at]! * vector[at]!;
    b += rows[start + at + 1]! * vector[at + 1]!;
    c += rows[start + at + 2]! * vector[at + 2]!;
    d += rows[start + at + 3]! * vector[at + 3]!;
  }
  for (; at < vector.length; at++) a += rows[start + at]! * vector[at]!;
  return a + b + c + d;
};
