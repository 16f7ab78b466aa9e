import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  atMost,
  type Chance,
  carefulBound,
  chanceFrom,
  drawn,
  foundAtMost,
  mostOverlooked,
  mostPositives,
  mostWithOversights,
  recallBound,
} from '../../audit/index.js';

const outcome = fc
  .integer({ min: 1, max: 80 })
  .chain((population) => fc.tuple(fc.constant(population), fc.integer({ min: 0, max: population })))
  .chain(([population, sample]) =>
    fc.record({
      population: fc.constant(population),
      sample: fc.constant(sample),
      hits: fc.integer({ min: 0, max: sample }),
    }),
  );
const alphas = fc.constantFrom(0.01, 0.05, 0.2);

/** Each of `count` by chance with a probability; how many. */
const happened = (chance: Chance, count: number, probability: number): number => {
  let number = 0;
  for (let i = 0; i < count; i++) if (chance(1_000_000) < probability * 1_000_000) number++;
  return number;
};

describe('what reviewers overlook', () => {
  it.each([
    // 1 − α^(1/m), and the rule of three.
    [50, 50, 0.05, 1 - 0.05 ** (1 / 50)],
    [60, 60, 0.05, 0.0487],
    // Clopper and Pearson's tables: 2 of 20 at 97.5 % from one side.
    [20, 18, 0.025, 0.317],
    [10, 0, 0.05, 1],
    [0, 0, 0.05, 1],
  ])('is bounded exactly: of %i known %i were found', (shown, found, alpha, share) => {
    expect(mostOverlooked({ shown, found }, alpha)).toBeCloseTo(share, 3);
  });

  it('leaves the bound as it is where nothing is overlooked', () => {
    fc.assert(
      fc.property(outcome, alphas, ({ hits, ...of }, alpha) => {
        expect(mostWithOversights(of, hits, 0, alpha)).toBe(mostPositives(of, hits, alpha));
      }),
    );
  });

  it('makes the bound larger, the more the larger it is', () => {
    fc.assert(
      fc.property(outcome, alphas, fc.double({ min: 0, max: 0.5, noNaN: true }), (drawn, alpha, share) => {
        const { hits, ...of } = drawn;
        expect(mostWithOversights(of, hits, share, alpha)).toBeGreaterThanOrEqual(
          mostPositives(of, hits, alpha),
        );
        expect(mostWithOversights(of, hits, share + 0.2, alpha)).toBeGreaterThanOrEqual(
          mostWithOversights(of, hits, share, alpha),
        );
      }),
    );
  });

  it('is the mixture of binomials over the distribution of the draw', () => {
    const binomial = (trials: number, chance: number, most: number): number => {
      let [sum, term] = [0, (1 - chance) ** trials];
      for (let i = 0; i <= Math.min(most, trials); i++) {
        sum += term;
        term *= ((trials - i) / (i + 1)) * (chance / (1 - chance));
      }
      return sum;
    };
    fc.assert(
      fc.property(outcome, fc.double({ min: 0.01, max: 0.9, noNaN: true }), (drawn, share) => {
        const { population, sample, hits } = drawn;
        for (let positives = 0; positives <= population; positives += 7) {
          let sum = 0;
          for (let held = 0; held <= Math.min(sample, positives); held++) {
            const of = { population, positives, sample };
            const chance = atMost(of, held) - (held > 0 ? atMost(of, held - 1) : 0);
            sum += chance * binomial(held, 1 - share, hits);
          }
          expect(foundAtMost({ population, positives, sample }, hits, share)).toBeCloseTo(sum, 8);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('the statement on recall', () => {
  it('of one stratum is (R + x) / (R + U)', () => {
    const strata = [{ population: 3_000, sample: 1_044, hits: 0 }];
    expect(recallBound({ positives: 120, strata, alpha: 0.05 })).toEqual({
      alphas: [0.05],
      most: [6],
      total: 6,
      recall: 120 / 126,
    });
  });

  it('of several gives each its share of what may go wrong, and none to one that was looked at as a whole', () => {
    const strata = [
      { population: 40, sample: 40, hits: 3 },
      { population: 1_000, sample: 300, hits: 0 },
      { population: 2_000, sample: 500, hits: 1 },
    ];
    const { alphas, most, total } = recallBound({ positives: 100, strata, alpha: 0.05 });
    expect(alphas).toEqual([0, 0.025, 0.025]);
    expect(most).toEqual([
      3,
      mostPositives({ population: 1_000, sample: 300 }, 0, 0.025),
      mostPositives({ population: 2_000, sample: 500 }, 1, 0.025),
    ]);
    expect(total).toBe(most[0]! + most[1]! + most[2]!);
  });

  it('is never better with oversights than without', () => {
    fc.assert(
      fc.property(
        fc.array(outcome, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 50 }),
        fc.integer({ min: 0, max: 30 }),
        (strata, positives, found) => {
          const facts = { positives, strata, alpha: 0.05 };
          const plain = recallBound(facts);
          const careful = carefulBound(facts, { shown: 30, found });
          expect(careful.total).toBeGreaterThanOrEqual(plain.total);
          expect(careful.recall ?? 1).toBeLessThanOrEqual(plain.recall ?? 1);
        },
      ),
    );
  });

  it('says nothing where there is nothing to find', () => {
    const strata = [{ population: 10, sample: 10, hits: 0 }];
    expect(recallBound({ positives: 0, strata, alpha: 0.05 }).recall).toBeNull();
  });
});

describe('over many draws', () => {
  const RUNS = 1_500;
  /** Four standard errors of a share of 95 %: what chance alone takes off. */
  const LEAST = 0.95 - 4 * Math.sqrt((0.95 * 0.05) / RUNS);
  const SIZES = [
    [400, 12, 200],
    [2_000, 30, 300],
  ] as const;

  it('the bound holds in 95 % at least, also over strata', () => {
    let held = 0;
    for (let run = 0; run < RUNS; run++) {
      const chance = chanceFrom(`strata ${run}`);
      const strata = SIZES.map(([population, positives, sample]) => ({
        population,
        sample,
        hits: drawn(chance, population, sample).filter((item) => item < positives).length,
      }));
      if (recallBound({ positives: 200, strata, alpha: 0.05 }).total >= 42) held++;
    }
    expect(held / RUNS).toBeGreaterThanOrEqual(LEAST);
  });

  it('the careful one holds where a fifth is overlooked, and the other one then does not', () => {
    let [careful, plain] = [0, 0];
    for (let run = 0; run < RUNS; run++) {
      const chance = chanceFrom(`oversights ${run}`);
      const inSample = drawn(chance, 1_000, 600).filter((item) => item < 100).length;
      const strata = [{ population: 1_000, sample: 600, hits: happened(chance, inSample, 0.8) }];
      const known = { shown: 60, found: happened(chance, 60, 0.8) };
      const facts = { positives: 200, strata, alpha: 0.05 };
      if (carefulBound(facts, known).total >= 100) careful++;
      if (recallBound(facts).total >= 100) plain++;
    }
    expect(careful / RUNS).toBeGreaterThanOrEqual(LEAST);
    expect(plain / RUNS).toBeLessThan(0.5);
  });
});
