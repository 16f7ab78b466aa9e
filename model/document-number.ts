import { codeBefore, issuerBefore } from './number-words.js';
import { halfWidthDigits, parseNumeral } from './numerals.js';
import type { Span } from './span.js';

/** A 文号 found in a text: where it stands and its normal form, 国办发〔2020〕49号. */
export interface DocumentNumber extends Span {
  readonly number: string;
}

// The pieces. Every quantifier is bounded, and each is tried only on the few characters before a 号.
const OPEN = '[〔\\[［【(（﹝〈＜<｛{「『〖]';
const CLOSE = '[〕\\]］】)）﹞〉＞>｝}」』〗]';
/** Either side, also the wrong one: 〕2020〕, 〔2020〔. */
const EITHER = '[〔〕\\[\\]［］【】]';
const GAP = '\\s{0,3}';
const DIGIT = '[0-9０-９]';
/** OCR has O for 0. */
const READ = '[0-9０-９OoＯ]';
const YEAR = `(?:[1１]${GAP}[9９]|[2２]${GAP}[0０OoＯ])${GAP}${READ}${GAP}${READ}`;
const HAN_YEAR = '(?:一九|二[〇○零])[〇○零一二三四五六七八九]{2}';
const SERIAL = `${DIGIT}${GAP}(?:${READ}${GAP}){0,4}`;
const HAN_DIGITS = '[零〇○一二三四五六七八九十百千]';
const NUMERAL = `(?:${SERIAL}|${HAN_DIGITS}{1,7}${GAP})`;
const SESSION = `(?:[一二三四五六七八九十]{1,3}|${DIGIT}{1,2})届${GAP}`;

/** 1、2号: several serials may share one 号; a serial may have a second part, 12-1号. */
const SERIALS = `(?:字${GAP})?(?:第${GAP})?(?:${SERIAL}、${GAP}){0,5}${SERIAL}(?:[-－—]${DIGIT}{1,2}${GAP})?号`;
/** 〔2020〕49号, and with one bracket missing or, as OCR has it, read as 1: 〔2020 49号, 2020〕49号, 〔2020149号. */
const YEAR_AND_SERIAL = new RegExp(
  `(?:${OPEN}${GAP}${YEAR}${GAP}年?${GAP}(?:${CLOSE}|[1lI|](?=${DIGIT})|${GAP})` +
    `|${OPEN}${GAP}${DIGIT}{2}${GAP}${CLOSE}|${EITHER}${YEAR}${EITHER}|1?${YEAR}${GAP}${CLOSE}|1${YEAR}1)` +
    `${GAP}${SERIALS}$`,
);
/** 〔二〇〇三〕十五号. */
const HAN_YEAR_AND_SERIAL = new RegExp(
  `${OPEN}${GAP}${HAN_YEAR}${GAP}年?${GAP}${CLOSE}${GAP}第?${GAP}${NUMERAL}号$`,
);
/** Both brackets missing: 国办发202049号. Of 国发2001115号 nobody can tell whether it is 115 or 15 with a bracket read as 1. */
const WITHOUT_BRACKETS = new RegExp(`${YEAR}(?:年第?|第|(?![1１]))${DIGIT}{1,3}号$`);
/** The old form with the year first: （1989）法民字第11号. */
const YEAR_FIRST = new RegExp(
  `${OPEN}(?:${YEAR}|${DIGIT}{2})${GAP}年?${CLOSE}[\\p{Script=Han}（）()]{1,12}字${GAP}第?${GAP}${SERIAL}号$`,
  'u',
);
/** A court's case number has the same form and is no 文号: （2003）民一终字第55号. */
const CASE = /[初终申再监提抗执]字/;
const DECREE = new RegExp(
  `(?<![责勒指口密禁])令${GAP}${OPEN}?${OPEN}?${GAP}(?:${YEAR}${GAP}年?${GAP}${CLOSE}?${GAP}|${SESSION})?第?${GAP}${NUMERAL}号$`,
);
const ANNOUNCEMENT = new RegExp(
  `(?:公告|通告)${GAP}${OPEN}?${GAP}(?:${YEAR}${GAP}年?${GAP}${CLOSE}?${GAP}|${SESSION})?第?${GAP}${NUMERAL}号$`,
);
/** 人民政府第17号, and of old 国务院一九八〇年275号文件. */
const GOVERNMENT = new RegExp(
  `(?<=人民政府|国务院)${GAP}(?:第${GAP}${NUMERAL}|(?:${YEAR}|${HAN_YEAR})${GAP}年第?${GAP}${SERIAL})号$`,
);
/** 常务委员会第33号公布: what is published is its announcement. */
const CONGRESS = new RegExp(`(?<=委员会|常委会|代表大会)${GAP}第${GAP}${NUMERAL}号$`);
const PUBLISHED = /\s{0,2}(?:公布|发布)/y;
/** What stands before 令 and 公告 when they come last: 第24号令, 2021年第3号公告. */
const SERIAL_FIRST = new RegExp(`(?:${YEAR}${GAP}年${GAP})?(?:第${GAP}${NUMERAL}|${SERIAL})号$`);
const AFTER =
  /\s{0,2}(?:(?:国务院|国家主席|主席|[\p{Script=Han}]{1,10}(?:部|总局|总署|委员会|人民政府))?令|公告|通告)/uy;
/** 、50号 after 〔2020〕49号: the same code and year; 、第645号 after 国务院令第588号: the same issuer. */
const FURTHER = new RegExp(`[、，,和及]${GAP}(第?)${GAP}(${SERIAL})号(?!令|公告|通告)`, 'y');
const SHARED_YEAR = /^.*〔\d{2,4}〕(?:字?第)?/u;
const SHARED_DECREE = /^.*(?:令|公告)(?:\d{4}年)?第(?=[\d零〇○一二三四五六七八九十百千]+号$)/u;
/** 令（第21号） has its bracket closed after the number. */
const OPEN_INSIDE = new RegExp(`^(?:令|公告|通告)\\s*${OPEN}(?![^号]*${CLOSE})`);
const CLOSING = new RegExp(`\\s?${CLOSE}`, 'y');

/** How far before its 号 the digits of a number reach. */
const REACH = 48;
const MISREAD_CODE = /(?<![下印转签颁制分核补批开])[发函字办电规通]$/;

/** Where the year ends in words that hold a number. */
const YEAR_END = /\d{2}\s{0,3}年?\s{0,3}[〕\]］】)）﹞〉＞>｝}」』〗]/u;
const YEAR_MARKS = new RegExp(
  `[-－—]?(?:(?:${OPEN}|${EITHER})((?:19|20)\\d{2})年?(?:${CLOSE}|${EITHER}|[1lI|](?=\\d))?` +
    `|1?((?:19|20)\\d{2})${CLOSE}|1((?:19|20)\\d{2})1(?=\\d))`,
);
const UNMARKED_YEAR = /(?<=[发函字办电规通])((?:19|20)\d{2})年?(?=第?\d{1,3}号$)/u;
const SHORT_YEAR = new RegExp(`${OPEN}(\\d{2})${CLOSE}`);
const BRACKETED_SERIAL = new RegExp(
  `(令|公告|通告)${OPEN}((?:\\d{4}年|[一二三四五六七八九十\\d]{1,3}届)?第?[\\d零〇○一二三四五六七八九十百千]+号)${CLOSE}?`,
);
const MISREAD_ZERO = /(?<=[\d〔[［【(（])[OoＯ](?=[\dOoＯ〕\]］】)）号])/gu;
const HAN_FORM = new RegExp(`${OPEN}(${HAN_YEAR})年?${CLOSE}(第?)([\\d零〇○一二三四五六七八九十百千]+)号`);
const DOUBLE_OPEN = new RegExp(`(令|公告|通告)${OPEN}(?=${OPEN})`);

/** Brackets around the year as 〔〕, none around 第X号, digits half-width, no white space; 〔二〇〇三〕五号 is 〔2003〕5号. */
export const normaliseDocumentNumber = (text: string): string =>
  halfWidthDigits(text.replace(/\s+/gu, ''))
    .replace(MISREAD_ZERO, '0')
    .replace(
      HAN_FORM,
      (_all, year: string, ordinal: string, serial: string) =>
        `〔${parseNumeral(year)}〕${ordinal}${parseNumeral(serial) ?? serial}号`,
    )
    .replace(DOUBLE_OPEN, '$1')
    .replace(BRACKETED_SERIAL, '$1$2')
    .replace(YEAR_MARKS, (_all, a?: string, b?: string, c?: string) => `〔${a ?? b ?? c}〕`)
    .replace(UNMARKED_YEAR, '〔$1〕')
    .replace(SHORT_YEAR, '〔$1〕');

/** Every 文号 in a text, in order, without overlaps. Offsets are UTF-16 units of `text`. */
export const findDocumentNumbers = (text: string): DocumentNumber[] => {
  const found: DocumentNumber[] = [];
  let floor = 0;
  for (let at = text.indexOf('号'); at >= 0; at = text.indexOf('号', at + 1)) {
    if (at < floor) continue;
    const span = numberEndingAt(text, at + 1, floor);
    if (!span) continue;
    const own = severalIn(text, span);
    const { number } = own[0]!;
    found.push(...own);
    floor = span.end;
    for (const further of furtherNumbers(text, number, floor)) {
      found.push(further);
      floor = further.end;
    }
  }
  return found;
};

/** The number whose 号 ends at `end`, not reaching before `floor`. */
const numberEndingAt = (text: string, end: number, floor: number): Span | null => {
  if (!DIGIT_BEFORE.test(text.slice(Math.max(floor, end - 5), end))) return null;
  const base = Math.max(floor, end - REACH);
  const tail = text.slice(base, end);
  const issued = YEAR_AND_SERIAL.exec(tail) ?? HAN_YEAR_AND_SERIAL.exec(tail);
  if (issued && !/[令告][\s〔［[（(]*$/.test(tail.slice(0, issued.index))) {
    const start = base + issued.index;
    const code = codeBefore(text, start, floor);
    const bare = /^[〔[［﹝]/u.test(issued[0]);
    const misread = /^1/.test(issued[0]);
    if (code < start && (!misread || MISREAD_CODE.test(text.slice(code, start)))) return { start: code, end };
    if (bare && /\d{4}|[０-９]{4}/.test(issued[0])) return { start, end };
  }
  const first = YEAR_FIRST.exec(tail);
  if (first) return CASE.test(first[0]) ? null : { start: base + first.index, end };
  AFTER.lastIndex = end;
  const after = AFTER.exec(text)?.[0];
  const serial = after ? SERIAL_FIRST.exec(tail) : null;
  if (after && serial && !/[令告]\s*$/.test(tail.slice(0, serial.index)))
    return { start: issuerBefore(text, base + serial.index, floor), end: end + after.length };
  const unmarked = WITHOUT_BRACKETS.exec(tail);
  if (unmarked) {
    const start = base + unmarked.index;
    const code = codeBefore(text, start, floor);
    if (MISREAD_CODE.test(text.slice(code, start))) return { start: code, end };
  }
  PUBLISHED.lastIndex = end;
  const named =
    DECREE.exec(tail) ??
    ANNOUNCEMENT.exec(tail) ??
    GOVERNMENT.exec(tail) ??
    (PUBLISHED.test(text) ? CONGRESS.exec(tail) : null);
  if (!named) return null;
  CLOSING.lastIndex = end;
  const closed = OPEN_INSIDE.test(named[0]) ? (CLOSING.exec(text)?.[0].length ?? 0) : 0;
  return { start: issuerBefore(text, base + named.index, floor), end: end + closed };
};

/** Cheapest test first: most 号 of running text (编号, 号码) have no numeral before them. */
const DIGIT_BEFORE = /[0-9０-９零〇○一二三四五六七八九十百千]\s{0,3}号$/;

/** The number at a span; of 财税〔2015〕1、2号 each, with the code and year of the first. */
const severalIn = (text: string, { start, end }: Span): DocumentNumber[] => {
  const words = text.slice(start, end);
  const first = YEAR_END.exec(words) ? words.indexOf('、', YEAR_END.exec(words)!.index) : -1;
  if (first < 0) return [{ start, end, number: normaliseDocumentNumber(words) }];
  const number = normaliseDocumentNumber(`${words.slice(0, first)}号`);
  const stem = SHARED_YEAR.exec(number)![0];
  const found = [{ start, end: start + first, number }];
  for (let at = first; at >= 0; ) {
    const next = words.indexOf('、', at + 1);
    const from = start + at + 1;
    const to = next < 0 ? end : start + next;
    const serial = halfWidthDigits(text.slice(from, to).replace(/[\s号第]+/gu, ''));
    found.push({ start: from, end: to, number: `${stem}${serial}号` });
    at = next;
  }
  return found;
};

/** 49号、50号 after a number with code and year, 第645号 after a decree: each gets what the first has before its serial. */
const furtherNumbers = (text: string, first: string, from: number): DocumentNumber[] => {
  const decree = SHARED_DECREE.exec(first)?.[0];
  const stem = SHARED_YEAR.exec(first)?.[0] ?? decree;
  if (!stem) return [];
  const found: DocumentNumber[] = [];
  FURTHER.lastIndex = from;
  for (let match = FURTHER.exec(text); match; match = FURTHER.exec(text)) {
    if (decree && !match[1]) break;
    const end = match.index + match[0].length;
    const start = match.index + 1;
    found.push({ start, end, number: `${stem}${halfWidthDigits(match[2]!.replace(/\s+/gu, ''))}号` });
    FURTHER.lastIndex = end;
  }
  return found;
};
