import { describe, expect, it } from 'vitest';
import { compareRecipes, type SeenText } from '../../classifiers/index.js';
import type { LabelledProvision } from '../../corpus/index.js';

/** The words say nothing of the label: only who has seen the vector knows it. */
const TEXTS: readonly LabelledProvision[] = Array.from({ length: 80 }, (_, at) => ({
  id: `t-${at}`,
  group: `document-${Math.floor(at / 4) % 10}`,
  text: `第${at}项　租户应当到街道办领取登记表格。`,
  labels: at % 4 === 0 ? ['D'] : [],
  hard: false,
  source: 'written',
}));
const SEEN: ReadonlyMap<string, SeenText> = new Map(
  TEXTS.map(({ text, labels }) => [
    text,
    { encoder: 'an encoder', vector: Float32Array.from(labels.length > 0 ? [1, 0] : [0, 1]) },
  ]),
);
const HOW = { folds: 2, seed: 1 };
const ofD = (more: { seen?: typeof SEEN; seenBefore?: boolean }) => {
  const { texts, labels } = compareRecipes(TEXTS, TEXTS, { ...HOW, ...more }).corpus;
  const found = labels.find(({ label }) => label === 'D')!;
  return { texts, support: found.support, before: found.before, after: found.after };
};

describe('two recipes on the same texts', () => {
  it('are judged by what an encoder saw only where they learn with it', () => {
    const { texts, support, before, after } = ofD({ seen: SEEN });
    expect([texts, support]).toEqual([80, 20]);
    expect(after).toMatchObject({ averagePrecision: 1, recall: 1, missed: 0 });
    expect(before.averagePrecision).toBeLessThan(0.7);
  });

  it('reach the same where both learn with it, and where neither does', () => {
    const both = ofD({ seen: SEEN, seenBefore: true });
    expect(both.before).toEqual(both.after);
    expect(both.after.averagePrecision).toBe(1);
    const neither = ofD({});
    expect(neither.before).toEqual(neither.after);
    expect(neither.after.averagePrecision).toBeLessThan(0.7);
  });
});
