import {
  type ChartOption,
  COLOURS,
  type Drawing,
  emptyDrawing,
  FONTS,
  HEAD,
  heading,
  LINE,
  line,
  plain,
  TRACK,
  WIDTH,
} from './drawing.js';

/** One bar: its name stands at its left, its figure at its right, so that nothing depends on its colour. */
export interface Bar {
  readonly name: string;
  readonly count: number;
  readonly colour: string;
}

/** Bars under one heading. */
export interface BarGroup {
  /** '' for a chart of one group. */
  readonly heading: string;
  readonly bars: readonly Bar[];
  /** The whole of which each bar is a part: drawn as a track behind it, and written as 12/40件. */
  readonly whole?: number;
}

export interface BarsInput {
  readonly title: string;
  /** Behind each figure: 件, 处. */
  readonly unit: string;
  readonly groups: readonly BarGroup[];
}

const BAR_HEIGHT = 26;
const GROUP_HEAD = 28;
const FOOT = 12;
/** Room for names at the left, and for figures at the right. */
const NAMES = 176;
const FIGURES = 110;

/** Horizontal bars in groups, all on one scale but for those that are parts of a whole; groups without bars are left out. */
export const barsDrawing = ({ title, unit, groups }: BarsInput): Drawing => {
  const shown = groups.filter(({ bars }) => bars.length > 0);
  if (shown.every(({ bars }) => bars.every(({ count }) => count === 0))) return emptyDrawing(title);
  const figure = (count: number, whole?: number): string =>
    whole === undefined ? `${count}${unit}` : `${count}/${whole}${unit}`;
  const most = Math.max(...shown.flatMap(({ bars }) => bars.map(({ count }) => count)));
  let top = HEAD;
  const places = shown.map(({ heading, bars }) => {
    const head = heading === '' ? 0 : GROUP_HEAD;
    const place = { headTop: top + 6, top: top + head, height: bars.length * BAR_HEIGHT };
    top += head + place.height + FOOT;
    return place;
  });
  const option: ChartOption = {
    title: [
      heading(title),
      ...shown.flatMap((group, index) =>
        group.heading === ''
          ? []
          : [line(group.heading, { left: 16, top: places[index]!.headTop }, { size: 14, bold: true })],
      ),
    ],
    grid: places.map((place) => ({ left: NAMES, right: FIGURES, top: place.top, height: place.height })),
    xAxis: shown.map(({ whole }, index) => ({
      type: 'value',
      gridIndex: index,
      min: 0,
      max: Math.max(1, whole ?? most),
      show: false,
    })),
    yAxis: shown.map(({ bars }, index) => ({
      type: 'category',
      gridIndex: index,
      inverse: true,
      data: bars.map(({ name }) => plain(name)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: LINE } },
      axisLabel: {
        interval: 0,
        fontFamily: FONTS,
        fontSize: 13,
        color: COLOURS.ink,
        width: NAMES - 30,
        overflow: 'truncate',
      },
    })),
    series: shown.map(({ bars, whole }, index) => ({
      type: 'bar',
      xAxisIndex: index,
      yAxisIndex: index,
      barWidth: 16,
      showBackground: whole !== undefined,
      backgroundStyle: { color: TRACK },
      data: bars.map(({ count, colour }) => ({
        value: count,
        itemStyle: { color: colour },
        label: { formatter: figure(count, whole) },
      })),
      label: {
        show: true,
        // With a track the figures stand behind its end, in one line.
        position: whole === undefined ? 'right' : [WIDTH - NAMES - FIGURES + 8, 2],
        fontFamily: FONTS,
        fontSize: 13,
        color: COLOURS.ink,
        textBorderWidth: 0,
      },
    })),
  };
  const words = shown
    .map(({ heading, bars, whole }) => {
      const figures = bars.map(({ name, count }) => `${name}${figure(count, whole)}`).join('，');
      return heading === '' ? figures : `${heading}：${figures}`;
    })
    .join('；');
  return { title, words: `${title}：${words}`, width: WIDTH, height: top, option };
};
