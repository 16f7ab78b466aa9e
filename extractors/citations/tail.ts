import type { DocumentNumber } from '../../model/index.js';
import { readArticles } from './articles.js';
import { ABBREVIATED, ABOVE_ARTICLE, GAP, matchAt, sticky } from './grammar.js';
import { isHeading } from './headings.js';

/** What follows a title and belongs to it. */
export interface Tail {
  readonly end: number;
  readonly number: string;
  readonly articles: readonly string[];
}

const BRACKET = sticky(
  `${GAP}[（(]([^（）()\\n]{0,40}(?:[（(][^（）()\\n]{0,24}[）)][^（）()\\n]{0,80}){0,3})[）)]`,
);
const UNCLOSED = sticky(`${GAP}[（(]${GAP}`);
const SHORT_NAME = sticky(
  `[，,]${GAP}${ABBREVIATED}${GAP}(?:为)?[“"「《〈]{1,2}[^“”"「」《》〈〉。；\\n]{1,30}[”"」》〉]{1,2}`,
);
const ABBREVIATES = new RegExp(ABBREVIATED, 'u');
/** 关于印发《办法》的通知（文号）: the number in the bracket. */
const NOTICE = sticky(`的(?:通知|决定|意见|公告|通告|批复|函)(?=${GAP}[（(])`);
const FIRST_ARTICLE = /^第\s{0,3}[一1１]\s{0,3}条/u;
const BEFORE_ARTICLES = sticky(
  `${GAP}(?:的|中的?)?${GAP}(?:${ABOVE_ARTICLE}${GAP}(?:${ABOVE_ARTICLE}${GAP})?)?(?=第)`,
);

/** Reads number, short name and articles behind a title or name that ends at `from`. */
export const readTail = (
  text: string,
  from: number,
  numbers: readonly DocumentNumber[],
  expand: boolean,
): Tail => {
  let end = from;
  let at = from;
  let number = '';
  for (let turn = 0; turn < 4; turn++) {
    const next = step(text, at, number, numbers);
    if (!next) break;
    at = next.at;
    number ||= next.number;
    if (next.belongs) end = at;
  }
  const gap = matchAt(BEFORE_ARTICLES, text, at);
  const ordinal = at + (gap?.[0].length ?? 0);
  // 《清水市办法》 on one line, 第一条 为了… on the next: a document begins. 第八条 there is an excerpt from it.
  const begins =
    gap?.[0].includes('\n') &&
    FIRST_ARTICLE.test(text.slice(ordinal, ordinal + 8)) &&
    isHeading(text, ordinal);
  const list = gap && !begins && readArticles(text, ordinal, expand);
  return list ? { end: list.end, number, articles: list.articles } : { end, number, articles: [] };
};

/** One piece of a tail: where it ends, the number in it, and whether it belongs without an article behind it. */
interface Step {
  readonly at: number;
  readonly number: string;
  readonly belongs: boolean;
}

const step = (text: string, at: number, known: string, numbers: readonly DocumentNumber[]): Step | null => {
  const bracket = matchAt(BRACKET, text, at);
  if (bracket) return bracketStep(at, bracket, numbers);
  const short = matchAt(SHORT_NAME, text, at);
  if (short) return { at: at + short[0].length, number: '', belongs: true };
  const open = matchAt(UNCLOSED, text, at)?.[0].length ?? 0;
  const direct = known ? undefined : firstNumber(numbers, at, at + open + 1);
  if (direct) return { at: direct.end, number: direct.number, belongs: true };
  const notice = matchAt(NOTICE, text, at);
  if (!notice) return null;
  const after = at + notice[0].length;
  const its = matchAt(BRACKET, text, after);
  const numbered = its && bracketStep(after, its, numbers);
  return numbered?.number ? numbered : null;
};

/** （国办发〔2020〕49号，以下简称《意见》）; （2018年修订） belongs only where articles follow. */
const bracketStep = (
  at: number,
  bracket: RegExpExecArray,
  numbers: readonly DocumentNumber[],
): Step | null => {
  const end = at + bracket[0].length;
  const number = firstNumber(numbers, at, end)?.number ?? '';
  const abbreviates = ABBREVIATES.test(bracket[1]!);
  if (/《/.test(bracket[1]!) && !abbreviates) return null;
  if (!number && !abbreviates && /^\s*[一二三四五六七八九十0-9]{1,3}\s*$/.test(bracket[1]!)) return null;
  return { at: end, number, belongs: number !== '' || abbreviates };
};

/** The first number that starts in a range; `numbers` is sorted. */
const firstNumber = (
  numbers: readonly DocumentNumber[],
  from: number,
  to: number,
): DocumentNumber | undefined => {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]!.start < from) low = middle + 1;
    else high = middle;
  }
  const number = numbers[low];
  return number && number.start < to ? number : undefined;
};
