import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceFrom, drawn, xoshiro } from '../../audit/index.js';

describe('chance', () => {
  it('is xoshiro128** as its authors published it', () => {
    const next = xoshiro([1, 2, 3, 4]);
    expect(Array.from({ length: 6 }, next)).toEqual([
      11_520, 0, 5_927_040, 70_819_200, 2_031_721_883, 1_637_235_492,
    ]);
  });

  it('is the same for the same text', () => {
    const chance = chanceFrom('种子');
    const again = chanceFrom('种子');
    const numbers = Array.from({ length: 6 }, () => chance(1_000));
    expect(numbers).toEqual(Array.from({ length: 6 }, () => again(1_000)));
    expect(numbers).not.toEqual(Array.from({ length: 6 }, chanceFrom('种子 ').bind(null, 1_000)));
  });

  it('favours no number', () => {
    const chance = chanceFrom('evenly');
    const counts = Array.from({ length: 7 }, () => 0);
    for (let i = 0; i < 70_000; i++) counts[chance(7)]! += 1;
    // Chi-squared with 6 degrees of freedom: above 22.5 once in a thousand seeds.
    expect(counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(22.5);
  });
});

describe('a draw', () => {
  it('takes each item once at most, and a longer one begins with the shorter', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 200 }), fc.nat(200), (seed, population, size) => {
        const taken = Math.min(size, population);
        const whole = drawn(chanceFrom(seed), population, population);
        expect([...whole].sort((a, b) => a - b)).toEqual(Array.from({ length: population }, (_, at) => at));
        expect(drawn(chanceFrom(seed), population, taken)).toEqual(whole.slice(0, taken));
      }),
    );
  });

  it('takes each item as often as any other', () => {
    const counts = Array.from({ length: 10 }, () => 0);
    for (let run = 0; run < 10_000; run++)
      for (const item of drawn(chanceFrom(`${run}`), 10, 3)) counts[item]! += 1;
    for (const count of counts) expect(Math.abs(count - 3_000)).toBeLessThan(4 * Math.sqrt(10_000 * 0.21));
  });

  it('of more than there are is refused', () => {
    expect(() => drawn(chanceFrom(''), 3, 4)).toThrow(RangeError);
  });
});
