import { codeBefore, issuerBefore } from './number-words.js';
import { halfWidthDigits } from './numerals.js';
import type { Span } from './span.js';

/** A 文号 found in a text: where it stands and its normal form, 国办发〔2020〕49号. */
export interface DocumentNumber extends Span {
  readonly number: string;
}

// The pieces. Every quantifier is bounded, and each is tried only on the few characters before a 号.
const OPEN = '[〔\\[［【(（﹝〈＜<｛{]';
const CLOSE = '[〕\\]］】)）﹞〉＞>｝}]';
const GAP = '\\s{0,3}';
const DIGIT = '[0-9０-９]';
const YEAR = `(?:[1１]${GAP}[9９]|[2２]${GAP}[0０])${GAP}${DIGIT}${GAP}${DIGIT}`;
const SERIAL = `${DIGIT}${GAP}(?:${DIGIT}${GAP}){0,4}`;
const NUMERAL = `(?:${SERIAL}|[零〇○一二三四五六七八九十百千]{1,7}${GAP})`;

/** 〔2020〕49号, and with one bracket missing or, as OCR has it, read as 1: 〔2020 49号, 2020〕49号, 〔2020149号. */
const YEAR_AND_SERIAL = new RegExp(
  `(?:${OPEN}${GAP}${YEAR}${GAP}年?${GAP}(?:${CLOSE}|[1lI|](?=${DIGIT})|${GAP})` +
    `|${OPEN}${GAP}${DIGIT}{2}${GAP}${CLOSE}|${YEAR}${GAP}${CLOSE}|1${YEAR}1)` +
    `${GAP}第?${GAP}${SERIAL}号$`,
);
/** The old form with the year first: （1989）法民字第11号. */
const YEAR_FIRST = new RegExp(
  `${OPEN}(?:${YEAR}|${DIGIT}{2})${GAP}年?${CLOSE}[\\p{Script=Han}（）()]{1,12}字${GAP}第?${GAP}${SERIAL}号$`,
  'u',
);
/** A court's case number has the same form and is no 文号: （2003）民一终字第55号. */
const CASE = /[初终申再监提抗执]字/;
const DECREE = new RegExp(
  `(?<![责勒指口密禁])令${GAP}${OPEN}?${OPEN}?${GAP}(?:${YEAR}${GAP}年?${GAP}${CLOSE}?${GAP}|[一二三四五六七八九十]{1,3}届${GAP})?第?${GAP}${NUMERAL}号$`,
);
const ANNOUNCEMENT = new RegExp(
  `(?:公告|通告)${GAP}${OPEN}?${GAP}(?:${YEAR}${GAP}年?${GAP}${CLOSE}?${GAP})?第?${GAP}${NUMERAL}号$`,
);
const GOVERNMENT = new RegExp(`(?<=人民政府|国务院)${GAP}第${GAP}${NUMERAL}号$`);
/** What stands before 令 and 公告 when they come last: 第24号令, 2021年第3号公告. */
const SERIAL_FIRST = new RegExp(`(?:${YEAR}${GAP}年${GAP})?(?:第${GAP}${NUMERAL}|${SERIAL})号$`);
const AFTER = /\s{0,2}(?:令|公告|通告)/y;
/** 、50号 after 〔2020〕49号: the same code and year. */
const FURTHER = new RegExp(`[、，,和及]${GAP}第?${GAP}(${SERIAL})号`, 'y');
/** 令（第21号） has its bracket closed after the number. */
const OPEN_INSIDE = new RegExp(`^(?:令|公告|通告)\\s*${OPEN}(?![^号]*${CLOSE})`);
const CLOSING = new RegExp(`\\s?${CLOSE}`, 'y');

/** How far before its 号 the digits of a number reach. */
const REACH = 48;
const MISREAD_CODE = /[发函字办电规通]$/;

const YEAR_MARKS = new RegExp(
  `[-－—]?(?:${OPEN}((?:19|20)\\d{2})年?(?:${CLOSE}|[1lI|](?=\\d))?|((?:19|20)\\d{2})${CLOSE}|1((?:19|20)\\d{2})1(?=\\d))`,
);
const SHORT_YEAR = new RegExp(`${OPEN}(\\d{2})${CLOSE}`);
const BRACKETED_SERIAL = new RegExp(
  `(令|公告|通告)${OPEN}((?:\\d{4}年)?第?[\\d零〇○一二三四五六七八九十百千]+号)${CLOSE}?`,
);
const DOUBLE_OPEN = new RegExp(`(令|公告|通告)${OPEN}(?=${OPEN})`);

/** Brackets around the year as 〔〕, none around 第X号, digits half-width, no white space. */
export const normaliseDocumentNumber = (text: string): string =>
  halfWidthDigits(text.replace(/\s+/gu, ''))
    .replace(DOUBLE_OPEN, '$1')
    .replace(BRACKETED_SERIAL, '$1$2')
    .replace(YEAR_MARKS, (_all, a?: string, b?: string, c?: string) => `〔${a ?? b ?? c}〕`)
    .replace(SHORT_YEAR, '〔$1〕');

/** Every 文号 in a text, in order, without overlaps. Offsets are UTF-16 units of `text`. */
export const findDocumentNumbers = (text: string): DocumentNumber[] => {
  const found: DocumentNumber[] = [];
  let floor = 0;
  for (let at = text.indexOf('号'); at >= 0; at = text.indexOf('号', at + 1)) {
    if (at < floor) continue;
    const span = numberEndingAt(text, at + 1, floor);
    if (!span) continue;
    const number = normaliseDocumentNumber(text.slice(span.start, span.end));
    found.push({ ...span, number });
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
  const issued = YEAR_AND_SERIAL.exec(tail);
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
  const named = DECREE.exec(tail) ?? ANNOUNCEMENT.exec(tail) ?? GOVERNMENT.exec(tail);
  if (!named) return null;
  CLOSING.lastIndex = end;
  const closed = OPEN_INSIDE.test(named[0]) ? (CLOSING.exec(text)?.[0].length ?? 0) : 0;
  return { start: issuerBefore(text, base + named.index, floor), end: end + closed };
};

/** Cheapest test first: most 号 of running text (编号, 号码) have no numeral before them. */
const DIGIT_BEFORE = /[0-9０-９零〇○一二三四五六七八九十百千]\s{0,3}号$/;

/** 49号、50号 after a number with code and year: each gets the code and year of the first. */
const furtherNumbers = (text: string, first: string, from: number): DocumentNumber[] => {
  const stem = /^.*〔\d{2,4}〕第?/u.exec(first)?.[0];
  if (!stem) return [];
  const found: DocumentNumber[] = [];
  FURTHER.lastIndex = from;
  for (let match = FURTHER.exec(text); match; match = FURTHER.exec(text)) {
    const end = match.index + match[0].length;
    const start = match.index + 1;
    found.push({ start, end, number: `${stem}${halfWidthDigits(match[1]!.replace(/\s+/gu, ''))}号` });
    FURTHER.lastIndex = end;
  }
  return found;
};
