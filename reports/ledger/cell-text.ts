/** What a cell of an .xlsx file holds at most, in UTF-16 units. */
const MOST_UNITS = 32_767;
const CUT_MARK = '……（内容过长，此处截断）';

/** Not allowed in XML 1.0, or no character at all. Tab, line feed and carriage return are. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be removed.
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** What a spreadsheet leaves out of account, or takes for a text mark, before it looks for a formula. */
const BEFORE_FORMULA = /^[\s'"“”‘’＂＇`\u00AD\u180E\u200B-\u200F\u2060\uFEFF]*/u;
/** Starts a formula in one spreadsheet or another, also as a full-width form; tab and CR start a new cell. */
const FORMULA_SIGNS = new Set('=+-@|%＝＋－＠｜％−﹦﹢﹣﹫');

/**
 * Text as a cell may hold it: no character that XML forbids, no longer than a cell, nothing that a spreadsheet
 * takes for a formula. The last is done by an apostrophe in front, which is the sign for text that a person
 * types too: unlike the style `quotePrefix` it is part of the value and so still stands there after an export
 * to CSV, and unlike an invisible character it can be seen, so that nobody wonders why a search fails.
 */
export const cellText = (text: string): string => {
  const clean = text.replace(/\r\n?/g, '\n').replace(FORBIDDEN, '');
  return shorten(escapeUnderscores(neutralise(clean, text)));
};

const neutralise = (clean: string, original: string): string => {
  const lead = BEFORE_FORMULA.exec(clean)![0];
  const starts = FORMULA_SIGNS.has(clean.charAt(lead.length));
  return starts || /^[\t\r]/.test(original) ? `'${clean}` : clean;
};

/** Spreadsheets read _x003D_ in a string as "=", so that a text which says this must have its "_" spelt. */
const escapeUnderscores = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

const shorten = (text: string): string => {
  if (text.length <= MOST_UNITS) return text;
  const kept = text.slice(0, MOST_UNITS - CUT_MARK.length).replace(/[\uD800-\uDBFF]$/, '');
  return kept + CUT_MARK;
};
