import { LABELS, type Label } from '../../model/index.js';
import { COLOURS, type Drawing, emptyDrawing, FONTS, HEAD, heading, LINE, line, WIDTH } from './drawing.js';
import type { FlagFigures } from './figures.js';

const TITLES = { 件: '各年份公文涉及的事项（件）', 处: '各年份规定涉及的事项（处）' } as const;
const ROWS: Readonly<
  Record<Label, { readonly name: string; readonly hint?: string; readonly colour: string }>
> = {
  D: { name: '信用信息共享公开', colour: COLOURS.blue },
  B: { name: '黑名单认定', colour: COLOURS.brown },
  P: { name: '失信惩戒措施', colour: COLOURS.red },
  Q: { name: '资格限制', hint: '（提示）', colour: COLOURS.purple },
  R: { name: '信用修复', hint: '（提示）', colour: COLOURS.green },
};
const NAMES = 150;
const RIGHT = 20;
const ROW_HEIGHT = 64;
/** Above the bars of a row, for their figures. */
const ROW_HEAD = 18;
/** Room for a year below the last row, lying and upright. */
const FOOT = { flat: 34, upright: 50 } as const;
/** A year needs so much room to be written without being turned. */
const FLAT_YEAR = 34;
/** The least room of a year: more years make the chart wider. */
const LEAST_YEAR = 22;

/**
 * One row of columns a label, all on one scale: several labels may be given to one document, so that columns on top of
 * each other would add up to nothing. Years and labels without anything are left out.
 */
export const flagsDrawing = ({ counted, years }: FlagFigures): Drawing => {
  const title = TITLES[counted];
  const kept = byYear(years).filter(({ counts }) => LABELS.some((label) => counts[label] > 0));
  const labels = LABELS.filter((label) => kept.some(({ counts }) => counts[label] > 0));
  if (labels.length === 0) return emptyDrawing(title);
  const width = Math.max(WIDTH, NAMES + RIGHT + kept.length * LEAST_YEAR);
  const turned = (width - NAMES - RIGHT) / kept.length < FLAT_YEAR;
  const most = Math.max(...kept.flatMap(({ counts }) => labels.map((label) => counts[label])));
  const topOf = (index: number): number => HEAD + index * ROW_HEIGHT;
  const names = kept.map(({ year }) => yearName(year));
  return {
    title,
    words: `${title}：${labels.map((label) => rowWords(label, kept, counted)).join('；')}`,
    width,
    height: topOf(labels.length) + (turned ? FOOT.upright : FOOT.flat),
    option: {
      title: [
        heading(title),
        ...labels.flatMap((label, index) => {
          const { name, hint, colour } = ROWS[label];
          return [
            line(name, { left: 16, top: topOf(index) + 28 }, { size: 13, bold: true, colour }),
            ...(hint ? [line(hint, { left: 10, top: topOf(index) + 46 }, { size: 12, colour })] : []),
          ];
        }),
      ],
      grid: labels.map((_, index) => ({
        left: NAMES,
        right: RIGHT,
        top: topOf(index) + ROW_HEAD,
        height: ROW_HEIGHT - ROW_HEAD,
      })),
      xAxis: labels.map((_, index) => ({
        type: 'category',
        gridIndex: index,
        data: names,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: LINE } },
        axisLabel: {
          show: index === labels.length - 1,
          interval: 0,
          rotate: turned ? 90 : 0,
          fontFamily: FONTS,
          fontSize: 12,
          color: COLOURS.ink,
        },
      })),
      yAxis: labels.map((_, index) => ({ type: 'value', gridIndex: index, min: 0, max: most, show: false })),
      series: labels.map((label, index) => ({
        type: 'bar',
        xAxisIndex: index,
        yAxisIndex: index,
        barMaxWidth: 26,
        barCategoryGap: '25%',
        itemStyle: { color: ROWS[label].colour },
        data: kept.map(({ counts }) => (counts[label] > 0 ? counts[label] : '-')),
        label: {
          show: true,
          position: 'top',
          distance: 2,
          fontFamily: FONTS,
          fontSize: 11,
          color: COLOURS.ink,
          textBorderWidth: 0,
        },
      })),
    },
  };
};

/** Ascending, unknown last, each once. */
const byYear = (years: FlagFigures['years']): FlagFigures['years'] => {
  const sums = new Map<number | null, Record<Label, number>>();
  for (const { year, counts } of years) {
    const sum = sums.get(year) ?? { D: 0, B: 0, P: 0, Q: 0, R: 0 };
    for (const label of LABELS) sum[label] += counts[label];
    sums.set(year, sum);
  }
  return [...sums]
    .map(([year, counts]) => ({ year, counts }))
    .sort((a, b) => (a.year ?? Number.POSITIVE_INFINITY) - (b.year ?? Number.POSITIVE_INFINITY));
};

const yearName = (year: number | null): string => (year === null ? '不详' : String(year));

const rowWords = (label: Label, years: FlagFigures['years'], unit: string): string =>
  `${ROWS[label].name}${ROWS[label].hint ?? ''}：${years
    .filter(({ counts }) => counts[label] > 0)
    .map(({ year, counts }) => `${year === null ? '年份不详' : `${year}年`}${counts[label]}${unit}`)
    .join('，')}`;
