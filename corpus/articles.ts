import { formatNumeral, parseNumeral } from '../model/index.js';

/** An article's number as two counts: 第一百三十三条之一 is [133, 1], 第三十条 [30, 0]. */
export type ArticleNumber = readonly [article: number, inserted: number];

const NUMERAL = '[零〇○一二两三四五六七八九十百千0-9０-９]{1,9}';
const ARTICLE = new RegExp(`第\\s{0,2}(${NUMERAL})\\s{0,2}条(?:\\s{0,2}之\\s{0,2}(${NUMERAL}))?`, 'u');

/** The number at the head of an article, in a text without white space. */
export const ARTICLE_HEAD = /^第[一二三四五六七八九十百千零〇0-9]{1,8}条(?:之[一二三四五六七八九十])?/u;

/** The article of 第三十条第二款第（三）项; null where no article is named: 前款, 附件, 二、. */
export const articleNumber = (cited: string): ArticleNumber | null => {
  const match = ARTICLE.exec(cited);
  const article = match ? parseNumeral(match[1]!) : null;
  if (article === null) return null;
  const inserted = match![2] === undefined ? 0 : parseNumeral(match![2]);
  return inserted === null ? null : [article, inserted];
};

/** 第一百三十三条之一. */
export const articleName = ([article, inserted]: ArticleNumber): string =>
  `第${formatNumeral(article)}条${inserted > 0 ? `之${formatNumeral(inserted)}` : ''}`;

/** The number as the catalogue writes it: 133.1, 30. */
export const articleCode = ([article, inserted]: ArticleNumber): string =>
  inserted > 0 ? `${article}.${inserted}` : String(article);

/** What follows the article in a citation: 第二款第（三）项. */
export const belowArticle = (cited: string): string => {
  const match = ARTICLE.exec(cited);
  return match ? cited.slice(match.index + match[0].length).trim() : '';
};

/** The numbers that a version's articles have. */
export interface ArticleSet {
  /** Number of articles, inserted ones counted. */
  readonly count: number;
  /** False where only the count is known: then nothing is said of inserted and dropped articles. */
  readonly exact: boolean;
  readonly last: number;
  readonly has: (number: ArticleNumber) => 'yes' | 'no' | 'unknown';
}

/**
 * Reads the catalogue's short form: `82` is 1 to 82; `452+133.1,287.2` has two articles inserted; `75?13` lacks one in
 * the text it was read from, which may be the text's fault; `~82` is a count of which no more is known; '' or `0` is
 * not known: null.
 */
export const readArticleSet = (form: string): ArticleSet | null => {
  const match = /^(~?)(\d{1,4})(?:\+([\d.,]{1,2000}))?(?:\?([\d,]{1,2000}))?$/u.exec(form);
  const last = Number(match?.[2] ?? 0);
  if (!match || last === 0) return null;
  const exact = match[1] === '';
  const inserted = new Set(match[3]?.split(',').filter(Boolean));
  const missing = new Set(match[4]?.split(',').filter(Boolean));
  return {
    count: last + inserted.size,
    exact,
    last,
    has: (number) => {
      if (number[1] > 0) return inserted.has(articleCode(number)) ? 'yes' : exact ? 'no' : 'unknown';
      if (missing.has(String(number[0]))) return 'unknown';
      return number[0] >= 1 && number[0] <= last ? 'yes' : 'no';
    },
  };
};

/** The short form of a list of article numbers, as `readArticleSet` reads it; '' for none. */
export const writeArticleSet = (numbers: readonly ArticleNumber[]): string => {
  const plain = new Set(numbers.filter(([, inserted]) => inserted === 0).map(([article]) => article));
  if (plain.size === 0) return '';
  const last = Math.max(...plain);
  const codes = new Set(numbers.filter(([, inserted]) => inserted > 0).map(articleCode));
  const missing = Array.from({ length: last }, (_, at) => at + 1).filter((article) => !plain.has(article));
  return (
    String(last) +
    (codes.size > 0 ? `+${[...codes].join(',')}` : '') +
    (missing.length > 0 ? `?${missing.join(',')}` : '')
  );
};

/** 第一条至第八十三条; '' where not known. */
export const rangeOf = (set: ArticleSet | null): string =>
  set ? `第一条至${articleName([set.last, 0])}` : '';
