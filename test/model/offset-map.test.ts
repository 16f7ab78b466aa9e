import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MappedText, type OffsetMap, sourceOffset, sourceSpan } from '../../model/index.js';

/** A source cut into parts, some kept, some dropped, with generated text between. */
const part = fc.record({
  text: fc.string({ unit: 'binary', maxLength: 8 }),
  kept: fc.boolean(),
  generated: fc.string({ maxLength: 3 }),
});
const parts = fc.array(part, { maxLength: 20 });
type Part = { text: string; kept: boolean; generated: string };

const derive = (
  from: readonly Part[],
): { source: string; text: string; map: OffsetMap; keptAt: [number, number][] } => {
  const mapped = new MappedText();
  const keptAt: [number, number][] = [];
  let at = 0;
  for (const { text, kept, generated } of from) {
    if (kept) {
      for (let i = 0; i < text.length; i++) keptAt.push([mapped.length + i, at + i]);
      mapped.keep(text, at);
    }
    mapped.generate(generated);
    at += text.length;
  }
  return { source: from.map(({ text }) => text).join(''), ...mapped.build(), keptAt };
};

describe('an offset map', () => {
  it('leads every kept unit back to its own place', () => {
    fc.assert(
      fc.property(parts, (from) => {
        const { source, text, map, keptAt } = derive(from);
        for (const [derived, original] of keptAt) {
          expect(sourceOffset(map, derived)).toBe(original);
          expect(source[original]).toBe(text[derived]);
          expect(sourceSpan(map, { start: derived, end: derived + 1 })).toEqual({
            start: original,
            end: original + 1,
          });
        }
      }),
    );
  });

  it('gives for a span the source range from its first to its last kept unit', () => {
    fc.assert(
      fc.property(parts, fc.nat(80), fc.nat(80), (from, a, length) => {
        const { text, map, keptAt } = derive(from);
        const start = Math.min(a, text.length);
        const end = Math.min(start + length, text.length);
        const inside = keptAt.filter(([derived]) => start <= derived && derived < end);
        if (!inside.length) return;
        expect(sourceSpan(map, { start, end })).toEqual({ start: inside[0]![1], end: inside.at(-1)![1] + 1 });
      }),
    );
  });

  it('never goes backwards', () => {
    fc.assert(
      fc.property(parts, (from) => {
        const { text, map } = derive(from);
        let last = 0;
        for (let at = 0; at <= text.length; at++) {
          expect(sourceOffset(map, at)).toBeGreaterThanOrEqual(last);
          last = sourceOffset(map, at);
        }
      }),
    );
  });

  it('joins parts that stand together in both texts into one piece', () => {
    const { map } = new MappedText().keep('甲乙', 3).keep('丙', 5).keep('丁', 9).build();
    expect(map).toEqual([
      { at: 0, source: 3, length: 3 },
      { at: 3, source: 9, length: 1 },
    ]);
  });

  it('gives an empty range where all of a span was generated', () => {
    const { map } = new MappedText().keep('甲', 4).generate('第一条').keep('乙', 8).build();
    const { start, end } = sourceSpan(map, { start: 1, end: 4 });
    expect(end).toBe(start);
  });

  it('without pieces leads to the start', () => {
    expect(sourceOffset([], 5)).toBe(0);
    expect(sourceSpan([], { start: 2, end: 5 })).toEqual({ start: 0, end: 0 });
  });
});
