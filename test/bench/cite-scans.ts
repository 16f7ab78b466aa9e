/** Plain scans that the citation grammar is held against. They share no code with it. */

/** A place in a text that a plain scan has found. */
export interface Sighting {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const NUMERAL_BEFORE = /[0-9０-９零〇○一二三四五六七八九十百千]\s{0,3}$/u;
const YEAR_BEFORE =
  /[〔[［【(（﹝〈<{]\s{0,2}(?:(?:19|20)\d\d|\d\d|[１２][９０][０-９]{2})\s{0,2}年?\s{0,2}[〕\]］】)）﹞〉>}]\s{0,3}第?\s{0,3}[0-9０-９\s]{1,8}$/u;
const WORD_BEFORE =
  /(?:(?<!责|指|口|密|禁)令|公告|通告)[\s(（〔[]{0,3}(?:\d{4}\s?年\s?[)）〕\]]?)?\s{0,3}第?\s{0,3}[0-9０-９零〇○一二三四五六七八九十百千\s]{1,8}$/u;
const BODY_BEFORE =
  /(?:人民政府|国务院|委员会|代表大会)\s{0,3}(?:[0-9０-９一二〇○零九八七六五四三]{4}\s?年\s?)?第?\s{0,3}[0-9０-９零〇○一二三四五六七八九十百千\s]{1,8}$/u;
const WORD_BEHIND = /^\s{0,2}(?:令|公告|通告)/u;
const BODY_BEHIND = /^\s{0,2}(?:令|公告|通告|公布|发布|文)/u;
const COURT = /[初终申再监提抗执]字第?\s{0,3}[0-9０-９\s]{1,8}$/u;
const REACH = 40;

/**
 * Every 号 that looks like the end of a 文号: a numeral right before it, and besides a bracketed year before that
 * numeral, or 令, 公告, 通告 before it (at most 第 and a year between) or right behind the 号, or 人民政府, 国务院,
 * 委员会, 代表大会 before it and 公布, 发布, 文 behind. A court's case number (终字第5号) is left out.
 */
export const numbersByScan = (text: string): Sighting[] => {
  const found: Sighting[] = [];
  for (let at = text.indexOf('号'); at >= 0; at = text.indexOf('号', at + 1)) {
    const before = text.slice(Math.max(0, at - REACH), at);
    if (!NUMERAL_BEFORE.test(before) || COURT.test(before)) continue;
    const behind = text.slice(at + 1, at + 6);
    const looksSo =
      YEAR_BEFORE.test(before) ||
      WORD_BEFORE.test(before) ||
      WORD_BEHIND.test(behind) ||
      (BODY_BEFORE.test(before) && BODY_BEHIND.test(behind));
    if (looksSo) found.push({ start: at, end: at + 1, text: `${before.slice(-24)}号${behind}` });
  }
  return found;
};

/** Every outermost 《…》 of at most 200 characters. */
export const titlesByScan = (text: string): Sighting[] => {
  const found: Sighting[] = [];
  for (let start = text.indexOf('《'); start >= 0; start = text.indexOf('《', start + 1)) {
    let depth = 1;
    let end = start + 1;
    while (depth > 0 && end < text.length && end - start <= 200) {
      if (text[end] === '《') depth++;
      else if (text[end] === '》') depth--;
      end++;
    }
    if (depth > 0) continue;
    found.push({ start, end, text: text.slice(start + 1, end - 1) });
    start = end - 1;
  }
  return found;
};

/** A title for plain comparison: half-width, without white space, title marks and the state's name. */
export const plainTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/[\s《》〈〉<>]/gu, '')
    .replaceAll('中华人民共和国', '');
