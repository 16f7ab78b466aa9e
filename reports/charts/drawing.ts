import type { BarSeriesOption } from 'echarts/charts';
import type { GridComponentOption, TitleComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

export type ChartOption = ComposeOption<BarSeriesOption | GridComponentOption | TitleComponentOption>;

/** A chart before it is drawn: plain data, without the library. */
export interface Drawing {
  /** In Chinese; drawn above the chart, and the SVG's title. */
  readonly title: string;
  /** Every figure of the chart in a sentence: the SVG's description, and the alternative text in a document. */
  readonly words: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly option: ChartOption;
}

/** Families that bring Chinese characters on Windows, macOS and Linux, in this order. */
export const FONTS =
  "'Microsoft YaHei','PingFang SC','Noto Sans CJK SC','Source Han Sans SC','SimHei',sans-serif";
export const WIDTH = 720;
/** Room for the title. */
export const HEAD = 44;
const EMPTY_HEIGHT = 140;
const NO_DATA = '暂无数据';

/** All on white; each has a contrast of at least 4.5 to 1 there (WCAG AA for text), so that any may be text or area. */
export const COLOURS = {
  ground: '#ffffff',
  ink: '#1f2328',
  faint: '#57606a',
  blue: '#1b5e9b',
  green: '#1a6b3c',
  red: '#a3261f',
  brown: '#7a5200',
  purple: '#6a3d9a',
  grey: '#5f6368',
} as const;
/** Lines and tracks: they carry no figure. */
export const LINE = '#d0d7de';
export const TRACK = '#eef1f4';

/** A line of text at a place, as a title of ECharts: the only text that it draws outside of axes and series. */
export const line = (
  text: string,
  at: { readonly left: number; readonly top: number },
  style: { readonly size: number; readonly bold?: boolean; readonly colour?: string },
): TitleComponentOption => ({
  text: plain(text),
  left: at.left,
  top: at.top,
  padding: 0,
  textStyle: {
    fontFamily: FONTS,
    fontSize: style.size,
    fontWeight: style.bold ? 'bold' : 'normal',
    color: style.colour ?? COLOURS.ink,
  },
});

/** The chart's own title. */
export const heading = (text: string): TitleComponentOption =>
  line(text, { left: 16, top: 14 }, { size: 16, bold: true });

/** What is drawn where there is nothing to draw. */
export const emptyDrawing = (title: string): Drawing => ({
  title,
  words: `${title}：${NO_DATA}`,
  width: WIDTH,
  height: EMPTY_HEIGHT,
  option: {
    title: [
      heading(title),
      line(NO_DATA, { left: WIDTH / 2 - 32, top: 74 }, { size: 16, colour: COLOURS.faint }),
    ],
  },
});

/** What XML can not hold, and line ends: ECharts would draw them as lines of their own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be replaced.
const UNDRAWABLE = /[\u0000-\u001F\u007F\u2028\u2029\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** A name as a chart may hold it. */
export const plain = (text: string): string => text.replace(UNDRAWABLE, '·');
