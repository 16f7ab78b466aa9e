/** Characters that stand two columns wide in a terminal and one em wide in a Chinese font. */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
/** Quotation marks, dashes and the like: narrow in terminals, one em wide in a Chinese font. */
const AMBIGUOUS =
  /[\u2013-\u2014\u2018-\u201D\u2026\u2030\u00B7\u00D7\u2160-\u217F\u2460-\u24FF\u25A0-\u25FF]/u;
const COMBINING = /[\p{Mn}\p{Me}\u200B-\u200F\u2060\uFEFF]/u;

/**
 * How many columns a text takes in a terminal: 2 for a Chinese character, 1 for a Latin one, 0 for combining
 * marks. Characters of ambiguous width, such as “ ” and —, count 1, as most terminals draw them.
 */
export const displayWidth = (text: string): number => {
  let width = 0;
  for (const char of text) width += AMBIGUOUS.test(char) ? 1 : printedWidth(char);
  return width;
};

/** The width of one character in a Chinese font: 0, 1 or 2 half-ems. */
export const printedWidth = (char: string): 0 | 1 | 2 => {
  if (char < '\u007F') return char < ' ' ? 0 : 1;
  if (char >= '\u4E00' && char <= '\u9FFF') return 2;
  if (COMBINING.test(char)) return 0;
  return WIDE.test(char) || AMBIGUOUS.test(char) ? 2 : 1;
};

/** The text with spaces behind it up to a width in terminal columns. */
export const padTo = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - displayWidth(text)));

/** What would steer a terminal or turn the direction of writing. */
const STEERING = /[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** One line of text as a terminal may show it: names and quotations come from strangers' files. Steering becomes ·. */
export const printable = (text: string): string => text.replace(STEERING, '·');
