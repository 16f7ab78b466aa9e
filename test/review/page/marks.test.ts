import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Mark, marksByBlock, segmentsOf } from '../../../review/page/document/marks.js';

const mark = (start: number, end: number, target = `${start}-${end}`): Mark => ({
  start,
  end,
  kind: 'evidence',
  label: 'D',
  target,
  words: '',
});

describe('marks on a text', () => {
  it.each([
    { reason: 'without marks', marks: [], cut: ['记入信用档案，列入名单'] },
    { reason: 'two apart', marks: [mark(0, 2), mark(7, 9)], cut: ['记入', '信用档案，', '列入', '名单'] },
    { reason: 'one in another', marks: [mark(0, 11), mark(2, 4)], cut: ['记入', '信用', '档案，列入名单'] },
    { reason: 'crossing', marks: [mark(0, 6), mark(4, 9)], cut: ['记入信用', '档案', '，列入', '名单'] },
    {
      reason: 'reaching out of the block',
      marks: [mark(-5, 2), mark(9, 99)],
      cut: ['记入', '信用档案，列入', '名单'],
    },
    {
      reason: 'the same place twice',
      marks: [mark(2, 4, 'a'), mark(2, 4, 'b')],
      cut: ['记入', '信用', '档案，列入名单'],
    },
  ])('cut it where they begin and end: $reason', ({ marks, cut }) => {
    const text = '记入信用档案，列入名单';
    const segments = segmentsOf({ start: 0, end: text.length }, marks);
    expect(segments.map(({ start, end }) => text.slice(start, end))).toEqual(cut);
  });

  const spans = fc
    .tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: 0, max: 30 }))
    .map(([start, length]) => mark(start, start + length));

  it('leave no gap: the segments put together are the text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 50 }), fc.array(spans), (text, marks) => {
        const segments = segmentsOf({ start: 0, end: text.length }, marks);
        expect(segments.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      }),
    );
  });

  it('all stand on every character that they cover, and each opens once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.array(spans), (length, marks) => {
        const segments = segmentsOf({ start: 0, end: length }, marks);
        for (let at = 0; at < length; at++) {
          const segment = segments.find(({ start, end }) => start <= at && at < end)!;
          expect(segment.marks).toEqual(marks.filter(({ start, end }) => start <= at && at < end));
        }
        const inside = marks.filter(({ start, end }) => start < end && start < length && end > 0);
        expect(segments.flatMap(({ opens }) => opens)).toHaveLength(inside.length);
      }),
    );
  });

  it('go to every block that they touch', () => {
    const blocks = [
      { start: 0, end: 4 },
      { start: 5, end: 9 },
      { start: 10, end: 14 },
    ];
    const [over, last] = [mark(3, 11), mark(10, 14)];
    expect(marksByBlock(blocks, [over, last])).toEqual([[over], [over], [over, last]]);
  });
});
