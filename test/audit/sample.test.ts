import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawSample, type FrameItem, type FrameLine, frameOf, frameText } from '../../audit/index.js';

const item = (kind: FrameItem['kind'], at: number, score = at / 1_000): FrameItem => ({
  kind,
  source: `规章/${at}.txt`,
  file: 'ab'.repeat(32),
  part: 0,
  passage: `p${at}`,
  text: createHash('sha256').update(`${kind}${at}`).digest('hex'),
  score,
});
const lines: readonly FrameLine[] = [
  ...Array.from({ length: 200 }, (_, at) => item('open', at)),
  ...Array.from({ length: 40 }, (_, at) => item('positive', at, 0.9)),
  { ...item('open', 900), kind: 'pending' },
  { kind: 'unread', source: '坏.pdf', file: '' },
];
const frame = frameOf(frameText(lines));
const design = { seed: '2026-03-01 第18期', cuts: [0.05, 0.15], sizes: [20, 30, 50], known: 25 };

describe('the frame', () => {
  it('counts what it holds, and its hash is that of its text', () => {
    expect(frame).toMatchObject({ pending: 1, unread: 1 });
    expect([frame.open.length, frame.positive]).toEqual([200, 40]);
    expect(frame.hash).toBe(createHash('sha256').update(frameText(lines)).digest('hex'));
  });

  it('is another one when an item, its place or its words are other ones', () => {
    const [first, second, ...rest] = lines;
    for (const other of [
      [second!, first!, ...rest],
      [second!, ...rest],
      [{ ...(first as FrameItem), text: 'ef'.repeat(32) }, second!, ...rest],
    ])
      expect(frameOf(frameText(other)).hash).not.toBe(frame.hash);
  });

  it.each(['{}\n', 'x\n', frameText(lines).replace(/^/u, ' '), frameText(lines).slice(0, -1)])(
    'refuses a text that is none',
    (text) => {
      expect(() => frameOf(text)).toThrow(SyntaxError);
    },
  );
});

describe('the sample', () => {
  it('is drawn again by whoever has seed and frame, and is another one with another of either', () => {
    const sample = drawSample(frame, design);
    expect(drawSample(frameOf(frameText(lines)), { ...design })).toEqual(sample);
    expect(drawSample(frame, { ...design, seed: '2026-03-01 第19期' })).not.toEqual(sample);
    expect(drawSample({ ...frame, hash: 'cd'.repeat(32) }, design)).not.toEqual(sample);
  });

  it('takes of each stratum what was fixed, and only what belongs there', () => {
    const { strata, known } = drawSample(frame, design);
    expect(strata.map(({ population, items }) => [population, items.length])).toEqual([
      [50, 20],
      [100, 30],
      [50, 50],
    ]);
    for (const [at, { items }] of strata.entries())
      for (const place of items)
        expect(design.cuts.filter((cut) => frame.open[place]! >= cut)).toHaveLength(at);
    expect(new Set(known).size).toBe(25);
  });

  it('asks each item once, the known among the others', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const { questions, strata } = drawSample(frame, { ...design, seed });
        expect(questions).toHaveLength(125);
        expect(new Set(questions.map(({ item, stratum }) => `${stratum === null} ${item}`)).size).toBe(125);
        expect(
          questions
            .filter(({ stratum }) => stratum === 1)
            .map(({ item }) => item)
            .sort(),
        ).toEqual([...strata[1]!.items].sort());
        // All known ones together at either end would show which they are; by chance less than once in 10²⁴.
        const places = questions.flatMap(({ stratum }, at) => (stratum === null ? [at] : []));
        expect(places.at(-1)! - places[0]!).toBeGreaterThan(25);
      }),
    );
  });

  it('of a stratum does not depend on the sizes of the others', () => {
    const one = drawSample(frame, design);
    const other = drawSample(frame, { ...design, sizes: [5, 30, 0], known: 3 });
    expect(other.strata[1]).toEqual(one.strata[1]);
    expect(other.known).toEqual(one.known.slice(0, 3));
  });

  it.each([
    { ...design, sizes: [51, 0, 0] },
    { ...design, sizes: [1, 2] },
    { ...design, known: 41 },
  ])('is refused where there are not as many', (wrong) => {
    expect(() => drawSample(frame, wrong)).toThrow(RangeError);
  });
});
