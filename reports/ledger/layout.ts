import { charWidth } from '../display-width.js';

/** The tallest row that a spreadsheet allows, in points. */
export const TALLEST_ROW = 409;

/** Room at the left and right edge of a cell together, and above and below its text, in points. */
const SIDE = 5;
const ABOVE_AND_BELOW = 6;
/** Line distance by font size: 仿宋 and 宋体 need 1.3, the fonts that stand in for them elsewhere up to 1.45. */
const LEADING = 1.45;

/** A column's inner width in points: one unit is the width of a digit of the default font, 7 pixels at 96 dpi. */
export const columnPoints = (units: number): number => Math.trunc(units * 7 + 5) * 0.75 - SIDE;

/**
 * How many lines a text takes in a cell of the given inner width. Wide characters are one em; narrow ones are
 * taken at 0.6 em, wider than in most fonts. Words of Latin letters and digits are not broken, nor does a line
 * begin with closing punctuation: each carries one character more over, so a line is counted as one em shorter
 * than it is, except in columns that hold but a few characters.
 */
export const lineCount = (text: string, points: number, fontSize: number): number => {
  const ems = points / fontSize;
  const room = ems > 6 ? ems - 1 : ems;
  let lines = 0;
  for (const paragraph of text.split('\n')) lines += paragraphLines(paragraph, room);
  return lines;
};

const paragraphLines = (paragraph: string, room: number): number => {
  let lines = 1;
  let used = 0;
  for (const part of paragraph.match(/[A-Za-z0-9.@_/-]+|[^A-Za-z0-9.@_/-]/gu) ?? []) {
    const width = ems(part);
    if (used + width <= room) used += width;
    else if (width <= room) {
      lines += 1;
      used = width;
    } else {
      const whole = used + width;
      lines += Math.ceil(whole / room) - 1;
      used = whole % room;
    }
  }
  return lines;
};

const ems = (part: string): number => {
  let width = 0;
  for (const char of part) width += charWidth(char) === 2 ? 1 : charWidth(char) * 0.6;
  return width;
};

/** The height in points of so many lines. */
export const linesHeight = (lines: number, fontSize: number): number =>
  Math.ceil(lines * fontSize * LEADING + ABOVE_AND_BELOW);

/** The height in points that a text needs in a cell of the given inner width. */
export const textHeight = (text: string, points: number, fontSize: number): number =>
  linesHeight(lineCount(text, points, fontSize), fontSize);
