import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Lru } from '../../../pipeline/originals/lru.js';

it('what was used last stays, what has waited longest goes', () => {
  const lru = new Lru<number>(3);
  for (const [index, key] of ['a', 'b', 'c'].entries()) lru.set(key, index, 1);
  expect(lru.get('a')).toBe(0);
  lru.set('d', 3, 1);
  expect(['a', 'b', 'c', 'd'].map((key) => lru.get(key))).toEqual([0, undefined, 2, 3]);
});

it('holds at most its weight, and what was set last unless that alone is more', () => {
  const step = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: 0, max: 12 }));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const lru = new Lru<number>(10);
      for (const [key, weight] of steps) {
        lru.set(key, weight, weight);
        expect(lru.get(key)).toBe(weight <= 10 ? weight : undefined);
        const held = ['a', 'b', 'c', 'd', 'e'].reduce((sum, each) => sum + (lru.get(each) ?? 0), 0);
        expect(held).toBeLessThanOrEqual(10);
      }
    }),
    { seed: 3 },
  );
});
