import { parseNumeral } from '../../model/index.js';
import { belowArticle } from '../articles.js';

const PARAGRAPH = /第([^第条款项目]{1,6})款/u;
const ITEM = /第?[（(]?([一二三四五六七八九十0-9]{1,4})[）)]?项/u;
/** An item hangs below the paragraph before it. */
const ITEM_LINE = /^\s{0,4}[（(〔]?([一二三四五六七八九十0-9]{1,4})[）)〕、.．]/u;

/** A 款: its own words, and its items with their numbers. */
export interface Paragraph {
  readonly lead: string;
  readonly items: readonly { readonly number: number | null; readonly text: string }[];
}

/** The 款 of an article, each with its 项, from its lines. */
export const paragraphsOf = (wording: string): readonly Paragraph[] => {
  const paragraphs: { lead: string; items: { number: number | null; text: string }[] }[] = [];
  for (const line of wording.split('\n')) {
    const item = ITEM_LINE.exec(line);
    if (item && paragraphs.length > 0) {
      paragraphs.at(-1)!.items.push({ number: parseNumeral(item[1]!), text: line.trim() });
    } else if (line.trim() !== '') paragraphs.push({ lead: line.trim(), items: [] });
  }
  return paragraphs;
};

/** A paragraph with its items in one line. */
export const paragraphText = ({ lead, items }: Paragraph): string =>
  lead + items.map(({ text }) => text).join('');

/**
 * What of an article is cited: 第二款 the paragraph with its items, 第二款第（三）项 the paragraph's own words and that item;
 * the whole article where neither is named. Null where the wording has no such 款 or 项.
 */
export const citedPart = (wording: string, cited: string): string | null => {
  const below = belowArticle(cited);
  const paragraphs = paragraphsOf(wording);
  const wanted = parseNumeral(PARAGRAPH.exec(below)?.[1] ?? '');
  const within = wanted === null ? paragraphs : paragraphs.slice(wanted - 1, wanted);
  if (within.length === 0) return null;
  const item = parseNumeral(ITEM.exec(below)?.[1] ?? '');
  if (item === null) return within.map(paragraphText).join('');
  for (const { lead, items } of within) {
    const found = items.find(({ number }) => number === item);
    if (found) return lead + found.text;
  }
  return null;
};
