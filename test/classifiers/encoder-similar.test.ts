import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Encoder,
  type SimilarIndex,
  similarByEncoder,
  similarByPairs,
} from '../../classifiers/index.js';

/** Counts each of a few characters: an encoder for which a text's vector is plain. */
const counting: Encoder = {
  fingerprint: 'counting',
  dimensions: 6,
  embed: async (texts) =>
    texts.map((text) => Float32Array.from('失信记档犬绳', (unit) => text.split(unit).length - 1)),
  close: async () => undefined,
};

const WAYS: readonly (readonly [string, (texts: readonly string[]) => Promise<SimilarIndex>])[] = [
  ['by pairs', async (texts) => similarByPairs(texts)],
  ['by an encoder', (texts) => similarByEncoder(texts, counting)],
];
const TEXTS = fc.array(fc.string({ unit: fc.constantFrom(...'失信记档犬绳'), minLength: 1, maxLength: 12 }), {
  minLength: 1,
  maxLength: 12,
});
/** Weights are kept in 32 bits. */
const ROUNDING = 1e-6;

describe.each(WAYS)('provisions like this one, %s', (_, indexOf) => {
  const law = <T>(values: fc.Arbitrary<T>, holds: (value: T) => Promise<void>): Promise<void> =>
    fc.assert(fc.asyncProperty(values, holds), { numRuns: 200, seed: 3 });

  it('a text is like no other more than like itself', () =>
    law(TEXTS, async (texts) => {
      const index = await indexOf(texts);
      for (const [position, text] of texts.entries()) {
        const found = await index.nearest(text, texts.length);
        const itself = found.find((one) => one.position === position);
        expect(itself?.similarity).toBeCloseTo(1, 6);
        expect(found[0]!.similarity).toBeLessThanOrEqual(itself!.similarity + ROUNDING);
      }
    }));

  it('the order of the texts changes only which of equal ones comes first', () =>
    law(fc.tuple(TEXTS, fc.nat()), async ([texts, turn]) => {
      const at = turn % texts.length;
      const turned = [...texts.slice(at), ...texts.slice(0, at)].reverse();
      const named = async (ordered: readonly string[]): Promise<string[]> =>
        (await (await indexOf(ordered)).nearest(texts[0]!, texts.length))
          .map(({ position, similarity }) => `${similarity} ${ordered[position]}`)
          .sort();
      expect(await named(turned)).toEqual(await named(texts));
    }));

  it('similarity falls along the answer, equal ones stand by position, and all lie above 0 up to 1', () =>
    law(TEXTS, async (texts) => {
      const found = await (await indexOf(texts)).nearest(texts.at(-1)!, texts.length);
      for (const [at, { position, similarity }] of found.entries()) {
        expect(similarity).toBeGreaterThan(0);
        expect(similarity).toBeLessThan(1 + ROUNDING);
        const before = found[at - 1];
        if (before === undefined) continue;
        expect(before.similarity).toBeGreaterThanOrEqual(similarity);
        if (before.similarity === similarity) expect(before.position).toBeLessThan(position);
      }
    }));

  it('fewer are the first of more', () =>
    law(fc.tuple(TEXTS, fc.integer({ min: 0, max: 12 })), async ([texts, count]) => {
      const index = await indexOf(texts);
      const all = await index.nearest(texts[0]!, texts.length);
      expect(await index.nearest(texts[0]!, count)).toEqual(all.slice(0, count));
    }));

  it('a text that shares nothing with any has no likes', async () => {
    const index = await indexOf(['失信记档']);
    expect(index.size).toBe(1);
    expect(await index.nearest('犬绳犬绳', 3)).toEqual([]);
    expect(await index.nearest('', 3)).toEqual([]);
  });

  it('an index of nothing answers nothing', async () => {
    expect(await (await indexOf([])).nearest('失信', 3)).toEqual([]);
  });
});

describe('pairs of characters', () => {
  const TEXT = [
    '将违法信息记入信用档案。',
    '对严重失信主体限制参加政府采购活动。',
    '养犬人应当为犬只系牵引带。',
    '失信记录及时归集至信用平台。',
  ];
  const first = async (asked: string): Promise<number | undefined> =>
    (await similarByPairs(TEXT).nearest(asked, 1))[0]?.position;

  it.each([
    ['the same matter in other words', '违法行为记入个人信用档案', 0],
    ['rare pairs count more than common ones', '信用主体不得参加政府采购', 1],
    ['one character alone finds nothing but itself', '犬', undefined],
    ['white space and quotation marks make no difference', '将违法信息 记入“信用档案”。', 0],
  ])('%s', async (_, asked, expected) => {
    expect(await first(asked)).toBe(expected);
  });

  it('texts of one character, of none, and with characters beyond the first plane are kept apart', async () => {
    const index = similarByPairs(['犬', '', '𠀀𠀁', '犬犬']);
    const positions = async (asked: string) =>
      (await index.nearest(asked, 9)).map(({ position }) => position);
    expect(await positions('犬')).toEqual([0]);
    expect(await positions('犬犬犬')).toEqual([3]);
    expect(await positions('𠀀𠀁')).toEqual([2]);
  });
});
