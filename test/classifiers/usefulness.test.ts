import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shippedModel } from '../../classifiers/index.js';
import { usefulnessOf as worth } from '../../classifiers/usefulness.js';
import { type Classification, LABELS, type Label, reviewOrder } from '../../model/index.js';

const model = shippedModel();
const usefulnessOf = (given: Classification): number => worth(given, model.combinations);
const thresholdOf = (label: Label): number => model.combinations[LABELS.indexOf(label)]!.threshold;
const classified = (
  scores: Partial<Record<Label, number>>,
  given: readonly Label[] = [],
): Classification => ({
  labels: given,
  scores: { D: 0, B: 0, P: 0, Q: 0, R: 0, ...scores },
  evidence: [],
  overruled: [],
  usefulness: 0,
});

test('a passage at the threshold is worth the most, on either side', () => {
  const at = thresholdOf('P');
  expect(usefulnessOf(classified({ P: at }, ['P']))).toBe(1);
  expect(usefulnessOf(classified({ P: at * 0.98 }))).toBeGreaterThan(0.95);
});

test('a sure finding is worth a fifth, a passage far from every label nothing', () => {
  expect(usefulnessOf(classified({ D: 1 }, ['D']))).toBe(0.2);
  expect(usefulnessOf(classified({}))).toBe(0);
});

test('a cue that was overruled is looked at first, save for the hint Q', () => {
  const words = { start: 0, end: 2, text: '曝光', cue: 'D.exposure' };
  expect(usefulnessOf({ ...classified({ D: 0.1 }), overruled: [{ ...words, label: 'D' }] })).toBe(1);
  expect(usefulnessOf({ ...classified({}), overruled: [{ ...words, label: 'Q' }] })).toBe(0);
});

test('the hint Q alone makes no passage useful', () => {
  expect(usefulnessOf(classified({ Q: thresholdOf('Q') }, ['Q']))).toBe(0);
});

test('the order goes from the most useful down, keeps ties in place and loses nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 })), (values) => {
      const passages = values.map((value, at) => ({ usefulness: value / 5, at }));
      const ordered = reviewOrder(passages);
      expect([...ordered].sort((a, b) => a.at - b.at)).toEqual(passages);
      for (let i = 1; i < ordered.length; i++) {
        const [before, next] = [ordered[i - 1]!, ordered[i]!];
        expect(
          before.usefulness > next.usefulness ||
            (before.usefulness === next.usefulness && before.at < next.at),
        ).toBe(true);
      }
    }),
  );
});
