import type { Mending } from './mending.js';

const DIGIT = '[0-9０-９OoQlI|]';
const GAP = '[ \\u3000]{0,2}';
/** 2O21年l月, 2021年1O月l日, l2月31日. */
const DATE = new RegExp(
  `(?<![0-9A-Za-z０-９.])(?:(${DIGIT}{4})(${GAP}年${GAP}))?(${DIGIT}{1,2})(${GAP}月)(?:(${GAP})(${DIGIT}{1,2})(?=${GAP}日))?`,
  'g',
);
/** A year alone: 2O20年. */
const YEAR = new RegExp(`(?<![0-9A-Za-z０-９.])(${DIGIT}{4})(?=${GAP}年)`, 'g');
/** A year in Chinese digits: 二O二一年. */
const CHINESE_YEAR = /[一二][一二三四五六七八九零〇○OoQ0０]{3}(?=[ \u3000]{0,2}年)/g;

/** Digits of dates that recognition took for letters, where the date that they give is one. */
export const mendDates = (text: string): Mending[] => {
  const found: Mending[] = [];
  const add = (start: number, raw: string, least: number, most: number): void => {
    const to = digits(raw);
    const value = Number(to);
    if (to !== raw && value >= least && value <= most)
      found.push({ start, end: start + raw.length, to, rule: 'date-digits' });
  };
  for (const match of text.matchAll(YEAR)) add(match.index, match[1]!, 1900, 2099);
  for (const match of text.matchAll(DATE)) {
    const [, year = '', middle = '', month = '', sign = '', gap = '', day = ''] = match;
    // One letter alone before 月 without a year or a day may be anything.
    if (!year && !day) continue;
    const at = match.index + year.length + middle.length;
    add(at, month, 1, 12);
    if (day) add(at + month.length + sign.length + gap.length, day, 1, 31);
  }
  for (const match of text.matchAll(CHINESE_YEAR)) {
    const raw = match[0];
    const to = raw.replace(/[OoQ0０]/g, '〇');
    if (to !== raw)
      found.push({ start: match.index, end: match.index + raw.length, to, rule: 'date-digits' });
  }
  return found;
};

/** Letters that look like digits as these; true digits stay as wide as they are. */
const digits = (text: string): string => {
  const mended = text.replace(/[OoQ]/g, '0').replace(/[lI|]/g, '1');
  return mended === text
    ? text
    : mended.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
};
