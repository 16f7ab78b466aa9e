import { formatNumeral, type Place, parseNumeral } from '../../model/index.js';
import { isHeading } from './headings.js';

/** Where an offset of a passage stands: its article, the paragraph in it, the item in that. */
export interface Standing {
  /** 第十二条, 第九条之一. */
  readonly article: string;
  /** The article before it; '' for the first, or where 之一 leaves it open. */
  readonly before: string;
  /** Counted from 1. */
  readonly paragraph: number;
  /** The item's number as a value; 0 outside of items. */
  readonly item: number;
  /** Where the paragraph begins in the passage. */
  readonly start: number;
  /** The article's paragraphs, each with the values of its items, in order. */
  readonly paragraphs: readonly (readonly number[])[];
}

/** A line of a passage and what it begins. */
interface Step {
  readonly start: number;
  readonly article: OwnArticle | null;
  readonly paragraph: number;
  readonly item: number;
}

interface OwnArticle {
  readonly number: string;
  /** As the place says; else it is read from `number` and `above`. */
  readonly before: string | null;
  /** The article above it in the passage. */
  readonly above: string;
  readonly paragraphs: number[][];
  /** Where each paragraph begins. */
  readonly starts: number[];
}

const ARTICLE =
  /^第\s{0,3}([零〇○一二三四五六七八九十百千]{1,9}|[0-9０-９]{1,4})\s{0,3}条((?:之[一二三四五六七八九十]{1,3})?)/u;
const MARGIN = /^(?:[\s#*_]|<[a-zA-Z/][^<>]{0,140}>){0,40}/u;
const ITEM = /^[（(]\s{0,2}([一二三四五六七八九十]{1,4})\s{0,2}[）)]/u;
/** Below an item, or a list without 项. */
const SUBITEM = /^(?:[（(]?\d{1,2}[）).．、]|[①-⑳])/u;
const CHAPTER = /^第\s{0,3}[一二三四五六七八九十百]{1,5}\s{0,3}(?:编|分编|章|节)(?!的|规定)/u;
/** Only behind one of these a new line is a new paragraph: else a hard line break, or an entry of a list without numbers. */
const FINISHED = /[。！？!?][”"』）)]{0,2}\s{0,8}(?:<[a-zA-Z/][^<>]{0,40}>){0,4}$/u;
/** 第十二条（定义）, 第十二条【定义】 alone on a line: the article's heading. */
const HEADED = /^\s{0,4}(?:[（(【[][^（）()【】[\]。]{1,24}[）)】\]])?\s{0,4}$/u;

/** Tells of each offset of a passage where it stands; null where the passage does not say it. */
export class Standings {
  readonly #steps: readonly Step[];

  /** `place`: where the passage begins, for one that does not begin with its own number. */
  constructor(text: string, place?: Place) {
    this.#steps = place?.paragraphs.length ? stepsOf(text, place) : stepsByLine(text, place);
  }

  at(offset: number): Standing | null {
    let low = 0;
    let high = this.#steps.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#steps[middle]!.start <= offset) low = middle + 1;
      else high = middle;
    }
    const step = this.#steps[low - 1];
    return step?.article && step.paragraph > 0
      ? {
          article: step.article.number,
          before: step.article.before ?? beforeOf(step.article),
          paragraph: step.paragraph,
          item: step.item,
          start: step.article.starts[step.paragraph - 1]!,
          paragraphs: step.article.paragraphs,
        }
      : null;
  }
}

/** The paragraphs are known: only their items are read. */
const stepsOf = (text: string, { article, before, paragraphs }: Place): Step[] => {
  const own: OwnArticle = {
    number: article,
    before,
    above: '',
    paragraphs: paragraphs.map(() => []),
    starts: paragraphs.map(({ start }) => start),
  };
  return paragraphs.flatMap(({ start, end }, i): Step[] => {
    const steps: Step[] = [{ start, article: own, paragraph: i + 1, item: 0 }];
    for (const line of linesOf(text, start, end)) {
      const item = itemOf(line.words);
      if (item === null) continue;
      if (item > 0) own.paragraphs[i]!.push(item);
      steps.push({ start: line.start, article: own, paragraph: i + 1, item });
    }
    return steps;
  });
};

const stepsByLine = (text: string, place?: Place): Step[] => {
  const steps: Step[] = [];
  let article: OwnArticle | null = place?.article
    ? { number: place.article, before: place.before, above: '', paragraphs: [], starts: [] }
    : null;
  let finished = true;
  for (const { start, at, words } of linesOf(text, 0, text.length)) {
    const heading = ARTICLE.exec(words);
    if (heading && isHeading(text, at)) {
      const number = heading[0].replace(/\s+/gu, '');
      const same = steps.length === 0 && article?.number === number;
      article = {
        number,
        before: same ? article!.before : null,
        above: article?.number ?? '',
        paragraphs: [],
        starts: [],
      };
      const alone = HEADED.test(words.slice(heading[0].length));
      if (!alone) begin(article, start);
      steps.push({ start, article, paragraph: article.paragraphs.length, item: 0 });
      finished = alone || FINISHED.test(words);
      continue;
    }
    if (CHAPTER.test(words)) article = null;
    const item = itemOf(words);
    if (article && item === null && finished) begin(article, start);
    if (article && item) article.paragraphs.at(-1)?.push(item);
    const last = steps.at(-1);
    // The words behind an item's end, and a list below it, belong to it.
    const held = item ?? (finished ? 0 : (last?.item ?? 0));
    steps.push({ start, article, paragraph: article?.paragraphs.length ?? 0, item: held });
    finished = FINISHED.test(words) && (item === null || !/[；;]\s*$/u.test(words));
  }
  return steps;
};

/** Opens a paragraph. */
const begin = (article: OwnArticle, start: number): void => {
  article.paragraphs.push([]);
  article.starts.push(start);
};

/** The lines that say something, each with where its words begin behind white space and markup. */
function* linesOf(
  text: string,
  from: number,
  to: number,
): Generator<{ start: number; at: number; words: string }> {
  for (let start = from; start < to; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 || found > to ? to : found;
    const line = text.slice(start, Math.min(end, start + LONGEST_HEAD));
    const margin = MARGIN.exec(line)![0].length;
    const words =
      end - start > LONGEST_HEAD ? line.slice(margin) + text.slice(end - 12, end) : line.slice(margin);
    if (/\S/u.test(words)) yield { start, at: start + margin, words };
    start = end + 1;
  }
}

/** Only the two ends of a line are looked at. */
const LONGEST_HEAD = 240;

/** The value of an item's number; 0 for a list that has no 项; null for a line that is no entry. */
const itemOf = (words: string): number | null => {
  const item = ITEM.exec(words)?.[1];
  if (item) return parseNumeral(item) ?? 0;
  return SUBITEM.test(words) ? 0 : null;
};

/** What stands in the passage above an article is the one before it; else the number that is one less. */
const beforeOf = ({ number, above }: OwnArticle): string => {
  const [, digits, inserted] = ARTICLE.exec(number)!;
  const value = parseNumeral(digits!);
  if (value === null) return '';
  const last = parseNumeral(ARTICLE.exec(above)?.[1] ?? '');
  if (last === (inserted ? value : value - 1)) return above;
  if (inserted === '之一') return number.slice(0, -2);
  return inserted || value < 2 ? '' : articleNumber(digits!, value - 1);
};

/** 第十一条 or 第11条, as its neighbour is spelled. */
export const articleNumber = (like: string, value: number): string =>
  `第${/[0-9０-９]/u.test(like) ? value : formatNumeral(value)}条`;
