import { printedWidth } from '../../model/index.js';

/** The tallest row that a spreadsheet allows, in points. */
export const TALLEST_ROW = 409;

/** Room at the left and right edge of a cell together, and above and below its text, in points. */
const SIDE = 5;
const ABOVE_AND_BELOW = 6;
/** Line distance by font size: 仿宋 and 宋体 need 1.3, fonts that stand in for them elsewhere up to 1.45. */
const LEADING = 1.46;

/** A column's inner width in points: one unit is the width of a digit of the default font, 7 pixels at 96 dpi. */
export const columnPoints = (units: number): number => Math.trunc(units * 7 + 5) * 0.75 - SIDE;

/** Words of Latin letters and digits are not broken; every other character may begin a line. */
const PARTS = /[A-Za-z0-9.@_/-]+|[^A-Za-z0-9.@_/-]/gu;

/**
 * How many lines a text takes in a cell of the given inner width. Wide characters are one em; narrow ones are
 * taken at 0.6 em, wider than in most fonts. No line begins with closing punctuation, which then takes one
 * character more over: a line is counted as one em shorter than it is, except in columns of few characters.
 */
export const lineCount = (text: string, points: number, fontSize: number): number => {
  const room = roomOf(points, fontSize);
  let lines = 0;
  for (const paragraph of text.split('\n')) lines += paragraphLines(paragraph, room);
  return lines;
};

const roomOf = (points: number, fontSize: number): number => {
  const ems = points / fontSize;
  return ems > 6 ? ems - 1 : ems;
};

const paragraphLines = (paragraph: string, room: number): number => {
  let lines = 1;
  let used = 0;
  for (const part of paragraph.match(PARTS) ?? []) {
    const width = emsOf(part);
    if (used + width <= room) used += width;
    else if (width <= room) {
      lines += 1;
      used = width;
    } else {
      lines += Math.ceil((used + width) / room) - 1;
      used = (used + width) % room;
    }
  }
  return lines;
};

const emsOf = (part: string): number => {
  let width = 0;
  for (const char of part) {
    const columns = printedWidth(char);
    width += columns === 2 ? 1 : columns * 0.6;
  }
  return width;
};

/** The height in points of so many lines. */
const linesHeight = (lines: number, fontSize: number): number =>
  Math.ceil(lines * fontSize * LEADING + ABOVE_AND_BELOW);

/** The height in points that a text needs in a cell of the given inner width. */
export const textHeight = (text: string, points: number, fontSize: number): number =>
  linesHeight(lineCount(text, points, fontSize), fontSize);

/** Where a text may be parted so that the parts read well, best first. */
const BREAKS = ['\n', '。', '；', '，'];

/**
 * The text in parts that each fit a cell of the given inner width in the tallest row. Parts end at the end of a
 * line, sentence or clause where there is one in the part's second half; together they are the text.
 */
export const splitToFit = (text: string, points: number, fontSize: number): string[] => {
  const parts: string[] = [];
  let rest = text;
  while (textHeight(rest, points, fontSize) > TALLEST_ROW) {
    const most = fittingLength(rest, points, fontSize);
    const end =
      BREAKS.map((mark) => rest.lastIndexOf(mark, most - 1) + 1).find((at) => at > most / 2) ?? most;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...parts, rest];
};

/** The greatest length at which the beginning of a text fits the tallest row, at least one whole character. */
const fittingLength = (text: string, points: number, fontSize: number): number => {
  let low = 1;
  let high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (textHeight(text.slice(0, middle), points, fontSize) <= TALLEST_ROW) low = middle;
    else high = middle - 1;
  }
  const unit = text.charCodeAt(low - 1);
  if (unit < 0xd800 || unit > 0xdbff) return low;
  return low > 1 ? low - 1 : low + 1;
};
