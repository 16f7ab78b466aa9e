import { createHash } from 'node:crypto';

/** Whole numbers below a bound (1 … 2³²), each as likely as the others. */
export type Chance = (below: number) => number;

const RANGE = 2 ** 32;

/**
 * Numbers of 32 bits: xoshiro128** 1.1 (Blackman and Vigna).
 *
 * @param state four numbers of 32 bits, not all 0.
 */
export const xoshiro = (state: readonly [number, number, number, number]): (() => number) => {
  let [a, b, c, d] = state;
  return () => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return result;
  };
};

/**
 * Numbers by chance that anybody can make again: xoshiro128**, begun with the first 16 bytes of the SHA-256 of a text in
 * UTF-8 as four numbers, the lowest byte first. A number below `below` is the next one that is less than the largest multiple
 * of `below` up to 2³², modulo `below`; those above are passed over, so that none is favoured.
 */
export const chanceFrom = (seed: string): Chance => {
  const digest = createHash('sha256').update(seed, 'utf8').digest();
  const part = (at: number): number => digest.readUInt32LE(4 * at);
  const next = xoshiro([part(0), part(1), part(2), part(3)]);
  return (below) => {
    const limit = RANGE - (RANGE % below);
    for (;;) {
      const value = next();
      if (value < limit) return value % below;
    }
  };
};

const rotated = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

/**
 * The first `size` of 0 … population − 1 in an order by chance (Fisher and Yates, from the front): each set of that size is as
 * likely as the others, and so is each order, so that the beginning of a sample is a sample as well.
 *
 * @throws RangeError where more are asked for than there are.
 */
export const drawn = (chance: Chance, population: number, size: number): number[] => {
  if (size > population) throw new RangeError(`${size} of ${population}`);
  // Only places that something was moved to are kept: a small sample of a large population takes little memory.
  const moved = new Map<number, number>();
  return Array.from({ length: size }, (_, at) => {
    const from = at + chance(population - at);
    const taken = moved.get(from) ?? from;
    moved.set(from, moved.get(at) ?? at);
    return taken;
  });
};
