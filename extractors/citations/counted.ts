import { type CitationTarget, parseNumeral } from '../../model/index.js';
import type { Candidate } from './antecedents.js';
import { articleNumber, type Standing } from './standing.js';

const MOST_BACK = 20;
const OWN = /^本([条款])(.*)$/u;
const BACK = /^(?:本条|该条|同条)?[前上]([一两二三四五六七八九十几]?)(款|条|项)(.*)$/u;

/** The full paths that an entry means where it stands; null where it has no meaning there. */
export const absoluteOf = (entry: string, standing: Standing): string[] | null => {
  if (namesArticle(entry)) return [entry];
  const back = BACK.exec(entry);
  if (back) return backFrom(standing, countOf(back[1]!), back[2]!, back[3]!);
  const own = OWN.exec(entry);
  if (own)
    return [(own[1] === '条' ? standing.article : paragraphPath(standing, standing.paragraph)) + own[2]];
  if (/^第[^项目]{1,10}款/u.test(entry)) return [standing.article + entry];
  const item = /^第[（(]?([^（）()款项目]{1,8})[）)]?项/u.exec(entry)?.[1];
  return item ? itemPath(standing, parseNumeral(item), entry) : null;
};

/** The one article besides its own that a paragraph has cited so far; '' for several; null for none. */
export const otherArticle = (above: readonly Candidate[], { article }: Standing): string | null => {
  const cited = new Set(
    above.flatMap(({ document, articles }) =>
      articles.filter(namesArticle).map((entry) => (document === 'self' ? ARTICLE_PATH.exec(entry)![0] : '')),
    ),
  );
  cited.delete(article);
  const [only] = cited;
  return only === undefined ? null : cited.size === 1 ? only : '';
};

const ARTICLE_PATH = /^第[^款项目]{1,14}条(?:之[一二三四五六七八九十]{1,3})?/u;

/** 第一项 in the list of what follows a breach of 第十条 is that article's; a 款 only where its own article has none such. */
export const partOf = (
  other: string,
  entries: readonly string[],
  standing: Standing,
): CitationTarget | null => {
  for (const entry of entries) {
    const paragraph = /^第([^款项目]{1,8})款/u.exec(entry)?.[1];
    const own = paragraph
      ? (parseNumeral(paragraph) ?? 0) <= standing.paragraphs.length
      : standing.item === 0 && standing.paragraphs.some((items) => items.length > 0);
    if (own) return null;
  }
  return { document: 'self', articles: entries.map((entry) => other + entry) };
};

/** Whether a path begins with a 条. */
export const namesArticle = (entry: string): boolean => /^第[^款项目]{1,14}条/u.test(entry);

/** 前款, 前两款, 前条第二款, 前项. */
const backFrom = (standing: Standing, count: number, unit: string, rest: string): string[] | null => {
  const { article, before, paragraph, item } = standing;
  if (count < 1 || count > MOST_BACK || (count > 1 && rest)) return null;
  if (unit === '款') {
    if (paragraph <= count) return null;
    return upTo(paragraph, count).map((value) => paragraphPath(standing, value) + rest);
  }
  if (unit === '项') {
    if (item <= count) return null;
    const path = paragraphPath(standing, paragraph);
    return upTo(item, count).map((value) => `${path}第（${articleNumber('', value).slice(1, -1)}）项${rest}`);
  }
  if (!before) return null;
  if (count === 1) return [before + rest];
  // 前三条 are counted only where no 之一 stands between.
  const value = parseNumeral(article.slice(1, -1));
  if (value === null || value <= count || before !== articleNumber(article, value - 1)) return null;
  return upTo(value, count).map((each) => articleNumber(article, each));
};

/** The `count` numbers before a value. */
const upTo = (value: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => value - count + i);

/** 第十二条第二款; 第十二条 where the article has one paragraph alone. */
const paragraphPath = ({ article, paragraphs }: Standing, paragraph: number): string =>
  paragraphs.length > 1 ? article + articleNumber('', paragraph).replace('条', '款') : article;

/** 第三项 of the only list of the article that has one of that number. */
const itemPath = (standing: Standing, value: number | null, entry: string): string[] | null => {
  if (value === null) return null;
  const having = standing.paragraphs.flatMap((items, i) => (items.includes(value) ? [i + 1] : []));
  // No item speaks of itself.
  const others =
    standing.item === value ? having.filter((paragraph) => paragraph !== standing.paragraph) : having;
  return others.length === 1 ? [paragraphPath(standing, others[0]!) + entry] : null;
};

const countOf = (words: string): number => (words === '' ? 1 : (parseNumeral(words) ?? 0));
