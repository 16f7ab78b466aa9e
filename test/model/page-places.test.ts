import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, boxesOf, type Manuscript, type TextLine, turnOf } from '../../model/index.js';

const box = (x: number, y: number, width: number): Box => ({ x, y, width, height: 12 });

/** Paragraphs whose lines are given one after the other, each on its page. */
const manuscript = (
  paragraphs: readonly (readonly (readonly [text: string, page: number, box: Box])[])[],
  withLines = true,
): Manuscript => {
  const lines: TextLine[] = [];
  const blocks: Manuscript['blocks'][number][] = [];
  let text = '';
  paragraphs.forEach((printed, index) => {
    if (index > 0) text += '\n';
    const start = text.length;
    for (const [words, page, place] of printed) {
      lines.push({ span: { start: text.length, end: text.length + words.length }, page, box: place });
      text += words;
    }
    const [, page, place] = printed[0]!;
    const span = { start, end: text.length };
    blocks.push({ kind: 'paragraph', span, paragraph: index + 1, page, box: place });
  });
  return { format: 'pdf', text, blocks, metadata: [], notes: [], ...(withLines && { lines }) };
};

const placesOf = (of: Manuscript, words: string) => {
  const start = of.text.indexOf(words);
  return boxesOf(of, { start, end: start + words.length });
};

const RUNS_ON = [
  [
    ['第一条：对严重失信', 1, box(100, 700, 160)] as const,
    ['企业，列入黑名单。', 2, box(70, 80, 180)] as const,
  ],
  [['第二条', 2, box(100, 110, 60)] as const],
];

describe('where a passage stands on the pages', () => {
  it('is the part of its line that its characters take', () => {
    const [place, ...others] = placesOf(manuscript(RUNS_ON), '列入黑名单');
    expect(others).toEqual([]);
    // Nine characters, the fourth to the eighth.
    expect(place).toEqual({ page: 2, box: { x: 130, y: 80, width: 100, height: 12 } });
  });

  it('is one place a line where it runs over lines and pages', () => {
    expect(
      placesOf(manuscript(RUNS_ON), '失信企业').map(({ page, box: { x } }) => [page, Math.round(x)]),
    ).toEqual([
      [1, 224],
      [2, 70],
    ]);
  });

  it('counts Latin letters and digits as half as wide', () => {
    const line = manuscript([[['2021年以来', 1, box(0, 0, 50)]]]);
    expect(placesOf(line, '年')[0]!.box).toEqual(box(20, 0, 10));
  });

  it('is the whole paragraph where its lines are not known', () => {
    const without = manuscript(RUNS_ON, false);
    expect(placesOf(without, '列入黑名单')).toEqual([{ page: 1, box: box(100, 700, 160) }]);
    expect(placesOf(without, '名单。\n第二')).toHaveLength(2);
  });

  it('is nowhere in a document without pages', () => {
    const { lines: _, ...bare } = manuscript(RUNS_ON);
    const blocks = bare.blocks.map(({ page: _page, box: _box, ...block }) => block);
    expect(placesOf({ ...bare, blocks }, '黑名单')).toEqual([]);
  });

  it('takes recognised lines and those of a text layer together, in the order of the text', () => {
    const [first, second, third] = manuscript(RUNS_ON).lines!;
    const mixed = {
      ...manuscript(RUNS_ON),
      lines: [first!, third!],
      recognised: [{ ...second!, confidence: 0.9, doubtful: [] }],
    };
    expect(boxesOf(mixed, { start: 0, end: mixed.text.length })).toEqual(
      boxesOf(manuscript(RUNS_ON), { start: 0, end: mixed.text.length }),
    );
  });

  it('never leaves the lines, and the parts of a line follow each other without a gap', () => {
    const of = manuscript(RUNS_ON);
    const offset = fc.integer({ min: 0, max: of.text.length });
    fc.assert(
      fc.property(fc.tuple(offset, offset, offset), (offsets) => {
        const [a, b, c] = offsets.sort((x, y) => x - y) as [number, number, number];
        const widths = (start: number, end: number) =>
          boxesOf(of, { start, end }).reduce((sum, place) => sum + place.box.width, 0);
        expect(widths(a, b) + widths(b, c)).toBeCloseTo(widths(a, c), 6);
        for (const { page, box: part } of boxesOf(of, { start: a, end: c }))
          expect(
            of.lines!.some(
              (line) =>
                line.page === page &&
                part.x >= line.box.x - 1e-9 &&
                part.x + part.width <= line.box.x + line.box.width + 1e-9,
            ),
          ).toBe(true);
      }),
      { seed: 7 },
    );
  });
});

it('a page that is not among the turned ones stood upright', () => {
  const turned: Manuscript = { ...manuscript(RUNS_ON), turns: [{ page: 2, quarter: 90, slant: 1.2 }] };
  expect(turnOf(turned, 2)).toEqual({ quarter: 90, slant: 1.2 });
  expect(turnOf(turned, 1)).toEqual({ quarter: 0, slant: 0 });
});
