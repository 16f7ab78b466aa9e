import { halfWidthDigits, parseNumeral } from '../../model/index.js';

/** A date found in a text without white space. */
export interface FoundDate {
  /** ISO: 2021-01-06. */
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

const CHINESE =
  /([12][0-9]{3}|[一二][零〇○ОOo0一二三四五六七八九]{3})年([0-9]{1,2}|[一二三四五六七八九十]{1,3})月([0-9]{1,2}|[一二三四五六七八九十]{1,4})日/gu;
const PLAIN = /(?<![0-9.])((?:19|20)[0-9]{2})[-./]([01]?[0-9])[-./]([0-3]?[0-9])(?![0-9.])/gu;

/** Most text has no year in it at all. */
const YEAR = /[0-9０-９零〇○ОOo一二三四五六七八九]年|[12][0-9]{3}[-./]/u;

/** Every complete date in `text` (white space removed beforehand), in order. Impossible dates are left out. */
export const findDates = (text: string): FoundDate[] => {
  if (!YEAR.test(text)) return [];
  const plain = halfWidthDigits(text);
  const found: FoundDate[] = [];
  for (const pattern of [CHINESE, PLAIN]) {
    for (const match of plain.matchAll(pattern)) {
      const year = /^[0-9]/u.test(match[1]!) ? match[1]! : match[1]!.replace(/[ОOo0]/gu, '〇');
      const date = isoDate(parseNumeral(year), parseNumeral(match[2]!), parseNumeral(match[3]!));
      if (date) found.push({ date, start: match.index, end: match.index + match[0].length });
    }
  }
  return found.sort((a, b) => a.start - b.start);
};

const isoDate = (year: number | null, month: number | null, day: number | null): string | null => {
  if (!year || !month || !day || year < 1900 || year > 2100) return null;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (month > 12 || day > days) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

/** 一九九九年十二月二十一日 */
const LONGEST_DATE = 13;

/** The date of a line that is nothing but a date: 2021年1月14日, 二〇二一年一月十四日, 2021年1月15日印发. */
export const dateLine = (tight: string): string | null => {
  if (tight.length > LONGEST_DATE + 2) return null;
  const found = findDates(tight);
  const one = found[0];
  if (found.length !== 1 || !one) return null;
  return tight.length - (one.end - one.start) <= 2 ? one.date : null;
};
