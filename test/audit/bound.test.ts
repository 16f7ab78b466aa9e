import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atMost, mostPositives, sampleSize } from '../../audit/index.js';

/** By whole numbers alone: exact, for populations that are small. */
const exactly = (population: number, positives: number, sample: number, hits: number): number => {
  const choose = (n: number, k: number): bigint => {
    if (k < 0 || k > n) return 0n;
    let ways = 1n;
    for (let i = 0n; i < BigInt(k); i++) ways = (ways * (BigInt(n) - i)) / (i + 1n);
    return ways;
  };
  let ways = 0n;
  for (let i = 0; i <= hits; i++) ways += choose(positives, i) * choose(population - positives, sample - i);
  return Number((ways * 10n ** 15n) / choose(population, sample)) / 1e15;
};

const draw = fc
  .integer({ min: 1, max: 60 })
  .chain((population) =>
    fc.tuple(
      fc.constant(population),
      fc.integer({ min: 0, max: population }),
      fc.integer({ min: 0, max: population }),
    ),
  )
  .chain(([population, positives, sample]) =>
    fc.record({
      population: fc.constant(population),
      positives: fc.constant(positives),
      sample: fc.constant(sample),
      hits: fc.integer({ min: 0, max: sample }),
    }),
  );

describe('the hypergeometric distribution', () => {
  it('is that of whole numbers', () => {
    fc.assert(
      fc.property(draw, ({ hits, ...of }) => {
        expect(atMost(of, hits)).toBeCloseTo(exactly(of.population, of.positives, of.sample, hits), 9);
      }),
    );
  });

  it('loses nothing of what is very improbable, nor of large numbers', () => {
    expect(atMost({ population: 1_000_000, positives: 500_000, sample: 5_000 }, 2_500)).toBeCloseTo(
      0.5056,
      3,
    );
    expect(atMost({ population: 1_000_000, positives: 500_000, sample: 5_000 }, 0)).toBe(0);
  });
});

describe('the bound', () => {
  it('is the largest number that the sample does not speak against', () => {
    fc.assert(
      fc.property(draw, fc.constantFrom(0.01, 0.05, 0.2), ({ population, sample, hits }, alpha) => {
        const most = mostPositives({ population, sample }, hits, alpha);
        expect(exactly(population, most, sample, hits)).toBeGreaterThan(alpha * (1 - 1e-6));
        if (most < population - sample + hits)
          expect(exactly(population, most + 1, sample, hits)).toBeLessThanOrEqual(alpha * (1 + 1e-6));
      }),
    );
  });

  it('holds in at least the share of all samples that it promises', () => {
    const [population, alpha] = [40, 0.05];
    for (const sample of [5, 17, 33])
      for (let positives = 0; positives <= population; positives++) {
        let missed = 0;
        for (let hits = 0; hits <= sample; hits++) {
          const chance =
            atMost({ population, positives, sample }, hits) -
            (hits > 0 ? atMost({ population, positives, sample }, hits - 1) : 0);
          if (mostPositives({ population, sample }, hits, alpha) < positives) missed += chance;
        }
        expect(missed).toBeLessThanOrEqual(alpha + 1e-9);
      }
  });

  it('of the whole population is what was found, and of no sample is all of it', () => {
    expect(mostPositives({ population: 100, sample: 100 }, 7, 0.05)).toBe(7);
    expect(mostPositives({ population: 100, sample: 0 }, 0, 0.05)).toBe(100);
  });
});

describe('the size of a sample', () => {
  it.each([
    [100_000, 4_000, 0, 1_409],
    [100_000, 4_000, 2, 2_952],
    [3_000, 120, 0, 1_044],
    [3_000, 120, 2, 1_976],
  ])(
    'from %i unflagged beside %i positives, with %i hits, is %i for 95 %% at 95 %%',
    (population, positives, hits, size) => {
      expect(sampleSize({ population, positives, recall: 0.95, confidence: 0.95, hits })).toBe(size);
    },
  );

  it('is none where more hits are granted than the recall leaves room for', () => {
    expect(
      sampleSize({ population: 1_000, positives: 10, recall: 0.95, confidence: 0.95, hits: 1 }),
    ).toBeNull();
  });
});
