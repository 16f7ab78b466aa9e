import { formatNumeral, type LibraryArticle, parseNumeral, UsageError } from '../../model/index.js';

/** An article as asked for on the command line. */
export interface WantedArticle {
  /** 第三十条, 第三十条之一. */
  readonly number: string;
  /** 第…款; null where the whole article is asked for. */
  readonly paragraph: number | null;
  /** 第…项; null likewise. */
  readonly item: number | null;
}

const NUMERAL = '[零〇一二三四五六七八九十百0-9]{1,6}';
const WANTED = new RegExp(
  `^第?([^第条款项]{1,9})条?(?:之([一二三四五六七八九十]{1,3}))?(?:第(${NUMERAL})款)?(?:第?[（(]?(${NUMERAL})[)）]?项)?$`,
  'u',
);
/** （一）, (1), 1. at the beginning of a line: an item, no paragraph. */
const ITEM = /^\s{0,4}(?:[（(]([一二三四五六七八九十百零0-9]{1,6})[）)]|[0-9]{1,3}[.．、])/u;

/**
 * 第三十条, 第30条, 30, 第三十条第二款第（一）项.
 *
 * @throws UsageError for what is no article.
 */
export const wantedArticle = (given: string): WantedArticle => {
  const match = WANTED.exec(given.trim());
  const value = match ? parseNumeral(match[1]!) : null;
  if (value === null || value === 0)
    throw new UsageError(`看不懂条文号：${given}`, '请写成 第三十条、第30条 或者 30，可以再写第几款、第几项');
  const [, , inserted, paragraph, item] = match!;
  return {
    number: `第${formatNumeral(value)}条${inserted ? `之${inserted}` : ''}`,
    paragraph: paragraph === undefined ? null : parseNumeral(paragraph),
    item: item === undefined ? null : parseNumeral(item),
  };
};

/** What of the wanted part the article does not have, in Chinese without full stop; '' where it has it. */
export const lacking = ({ number, paragraph, item }: WantedArticle, article: LibraryArticle): string => {
  const lines = article.text.split('\n').filter((line) => line.trim() !== '');
  const starts = lines.flatMap((line, at) => (ITEM.test(line) ? [] : [at]));
  if (paragraph !== null && (paragraph < 1 || paragraph > starts.length))
    return `${number}没有第${formatNumeral(paragraph)}款，共 ${starts.length} 款`;
  if (item === null) return '';
  const [from, to] =
    paragraph === null ? [0, lines.length] : [starts[paragraph - 1]!, starts[paragraph] ?? lines.length];
  const items = lines.slice(from, to).map((line) => parseNumeral(ITEM.exec(line)?.[1] ?? ''));
  if (items.includes(item)) return '';
  return `${number}${paragraph === null ? '' : `第${formatNumeral(paragraph)}款`}没有第（${formatNumeral(item)}）项`;
};
