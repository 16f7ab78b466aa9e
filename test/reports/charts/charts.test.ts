import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Label } from '../../../model/index.js';
import { barsDrawing } from '../../../reports/charts/bars.js';
import { draw } from '../../../reports/charts/draw.js';
import { COLOURS } from '../../../reports/charts/drawing.js';
import type { BasisFigures } from '../../../reports/charts/figures.js';
import { chartPng } from '../../../reports/charts/png.js';
import { basisChart, disposalChart, flagsChart, kindsChart, progressChart } from '../../../reports/index.js';
import { svgTexts } from './svg.js';

const counts = (change: Partial<Record<Label, number>> = {}): Record<Label, number> => ({
  D: 0,
  B: 0,
  P: 0,
  Q: 0,
  R: 0,
  ...change,
});
const basis: BasisFigures = {
  national: { 是: 4, 否: 20, 待核实: 11 },
  local: { 是: 0, 否: 30, 待核实: 5 },
};
const years = [
  { year: null, counts: counts({ D: 1 }) },
  { year: 2019, counts: counts({ D: 2, Q: 1 }) },
  { year: 2018, counts: counts() },
  { year: 2017, counts: counts({ D: 3 }) },
  { year: 2019, counts: counts({ D: 4 }) },
];

describe('the charts', () => {
  it('of years: ascending, each once, the unknown last; years and labels without anything left out', async () => {
    const { texts, description } = svgTexts(await flagsChart({ counted: '件', years }));
    expect(texts).toEqual([
      ...['2017', '2019', '不详'],
      // Figures row by row; a label without one has no row.
      ...['3', '6', '1', '1'],
      ...['各年份公文涉及的事项（件）', '信用信息共享公开', '资格限制', '（提示）'],
    ]);
    expect(description).toBe(
      '各年份公文涉及的事项（件）：信用信息共享公开：2017年3件，2019年6件，年份不详1件；资格限制（提示）：2019年1件',
    );
  });

  it('of kinds: most first within its matter, ties in the order of the table, those without anything left out', async () => {
    const { texts } = svgTexts(
      await kindsChart({
        punishment: [
          { kind: '限制准入', count: 2 },
          { kind: '取消资格', count: 0 },
          { kind: '限制消费', count: 2 },
          { kind: '其他', count: 9 },
        ],
        disclosure: [],
        blacklist: [{ kind: '移出', count: 1 }],
      }),
    );
    expect(texts).toEqual([
      ...['其他', '限制准入', '限制消费', '移出'],
      ...['9处', '2处', '2处', '1处'],
      ...['措施的种类（处）', '失信惩戒措施', '名单的设列和认定'],
    ]);
  });

  it('of basis: all three answers of both questions, zero as well', async () => {
    const { texts, description } = svgTexts(await basisChart(basis));
    expect(texts.slice(0, 12)).toEqual([
      ...['是', '否', '待核实', '是', '否', '待核实'],
      ...['4件', '20件', '11件', '0件', '30件', '5件'],
    ]);
    expect(description).toContain('是否有地方性法规依据：是0件，否30件，待核实5件');
  });

  it('of disposals and of progress: every figure is written beside its name', async () => {
    const disposal = await disposalChart({ 保留: 3, 修订: 20, 立法: 0, 废止: 7, open: 4 });
    expect(svgTexts(disposal).description).toBe(
      '处置方式（件）：保留3件，修订20件，立法0件，废止7件，须人工确定4件',
    );
    const progress = await progressChart({ confirmed: 12, conflict: 1, pending: 27, unread: 2, looked: 0 });
    expect(svgTexts(progress).description).toBe(
      '人工确认进度（件）：列入台账的文件：已确认12/40件，有冲突1/40件，待确认27/40件；未能读取的文件：已人工查阅0/2件，尚未查阅2/2件',
    );
    expect(svgTexts(progress).texts).toContain('12/40件');
  });

  it('say that there is no data where there is none', async () => {
    const none = { 是: 0, 否: 0, 待核实: 0 };
    for (const svg of [
      await flagsChart({ counted: '处', years: [] }),
      await flagsChart({ counted: '处', years: [{ year: 2019, counts: counts() }] }),
      await kindsChart({ punishment: [], disclosure: [], blacklist: [{ kind: '列入', count: 0 }] }),
      await basisChart({ national: none, local: none }),
      await disposalChart({ 保留: 0, 修订: 0, 立法: 0, 废止: 0, open: 0 }),
      await progressChart({ confirmed: 0, conflict: 0, pending: 0, unread: 0, looked: 0 }),
    ])
      expect(svgTexts(svg).texts).toContain('暂无数据');
  });

  it('grow with the years, so that each keeps its room', async () => {
    const many = Array.from({ length: 70 }, (_, index) => ({
      year: 1950 + index,
      counts: counts({ P: 888 }),
    }));
    const { texts, width } = svgTexts(await flagsChart({ counted: '处', years: many }));
    expect(texts.filter((text) => text === '888')).toHaveLength(70);
    expect(width).toBeGreaterThan(70 * 22);
  });
});

describe('the SVG', () => {
  it('is the same for the same figures, whatever was drawn before', async () => {
    const first = await basisChart(basis);
    await flagsChart({ counted: '件', years });
    expect(await basisChart(basis)).toBe(first);
  });

  it('is well formed and shows names as they are, whatever they hold', async () => {
    const name = `<b>&amp;"'\u0000\uD800]]>`;
    const svg = await draw(
      barsDrawing({
        title: name,
        unit: '件',
        groups: [{ heading: name, bars: [{ name, count: 1, colour: COLOURS.red }] }],
      }),
    );
    const { texts, title } = svgTexts(svg);
    expect(title).toBe(`<b>&amp;"'··]]>`);
    expect(texts).toEqual([title, '1件', title, title]);
  });

  it('holds nothing that only browsers draw, and nothing for scripts', async () => {
    const svg = await flagsChart({ counted: '件', years });
    expect(svg).not.toMatch(/<style|<script|style=|class=|dominant-baseline|ecmeta|href="(?!http:\/\/www)/u);
  });

  it('has colours that may be text on white: contrast of 4.5 and more', () => {
    for (const [name, colour] of Object.entries(COLOURS))
      if (name !== 'ground') expect(contrastToWhite(colour), name).toBeGreaterThanOrEqual(4.5);
  });

  it('becomes a PNG three times as fine, with its bars in their colours', async () => {
    const png = await chartPng(await basisChart(basis));
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    expect(info.width).toBe(720 * 3);
    const pixel = (x: number, y: number): string => {
      const at = (y * info.width + x) * info.channels;
      return `#${data.subarray(at, at + 3).toString('hex')}`;
    };
    // In the bar of 否 at the top, and beside it.
    expect(pixel(200 * 3, 111 * 3)).toBe(COLOURS.red);
    expect(pixel(700 * 3, 111 * 3)).toBe(COLOURS.ground);
    expect((await chartPng(await basisChart(basis))).equals(png)).toBe(true);
  });
});

const contrastToWhite = (colour: string): number => {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * r! + 0.7152 * g! + 0.0722 * b! + 0.05);
};
