import { type Citation, type DocumentNumber, findDocumentNumbers, type Place } from '../../model/index.js';
import { findAbbreviations } from './abbreviations.js';
import { type Anchor, findAnchors } from './anchors.js';
import { isMereNoun } from './antecedents.js';
import { readArticles, readBelow } from './articles.js';
import { GAP, matchAt, sticky } from './grammar.js';
import { isHeading, isOrdinaryOrdinal, isSection } from './headings.js';
import { nameBefore } from './names.js';
import { resolveRelatives } from './relatives.js';
import { assignRoles } from './roles.js';
import { readTail } from './tail.js';
import { findTitles, isLegalTitle, type Title } from './titles.js';

/** Raise when the same text may give other citations or short names. */
export const CITATION_VERSION = '4';

/** Most text cites nothing: without one of these characters there is no reference. */
const TRIGGER = /[《》〈<号第前法例上本]/;
/** Between a 文号 and the title or the articles that it belongs to. */
const ISSUED = sticky(`(?:文件?)?${GAP}(?:公布|发布|颁布|印发|下发|颁发)?的?${GAP}`);
const NUMBER_TAIL = sticky(
  `${GAP}(?:文件?)?(?:公布|发布|颁布|印发|修订|修正|施行)?${GAP}[）)]?${GAP}(?:的|中的?)?${GAP}(?=第)`,
);

/** More articles than this, and a tenth of the text's length, only ranges made to fill the memory can give. */
const MOST_ARTICLES = 2000;

/** What a text's references are read from, found once. */
interface Parts {
  readonly text: string;
  readonly numbers: readonly DocumentNumber[];
  readonly titles: ReadonlyMap<number, Title>;
  readonly abbreviations: ReadonlyMap<string, string>;
  /** Whether the entries between the ends of a range are spelled out. */
  readonly expand: boolean;
}

/**
 * Every reference to a legal text in `text`, in order and without overlaps; offsets are UTF-16 units of
 * `text`. A reference starts at one of the anchors of `findAnchors`, read from left to right, and takes
 * with it what belongs to it: 文号, 以下简称, articles. `abbreviations`: the short names of the whole
 * document, from findAbbreviations; those introduced in `text` itself are known anyway. `place`: where the
 * text stands in its document, for 前款 and 前条 in a text that does not begin with its own number.
 */
export const findCitations = (
  text: string,
  abbreviations?: ReadonlyMap<string, string>,
  place?: Place,
): Citation[] => {
  if (!TRIGGER.test(text)) return [];
  const references = findReferences(text, abbreviations);
  return assignRoles(text, resolveRelatives(text, references, place));
};

/** A citation as it is read off the text, before it is asked what it means and does. */
type Reference = Omit<Citation, 'role' | 'refersTo'>;

const findReferences = (text: string, abbreviations?: ReadonlyMap<string, string>): Reference[] => {
  const known = new Map([...(abbreviations ?? []), ...findAbbreviations(text)]);
  const titles = findTitles(text);
  const numbers = findDocumentNumbers(text);
  const parts = {
    text,
    numbers,
    titles: new Map(titles.map((t) => [t.start, t])),
    abbreviations: known,
  };
  const found: Reference[] = [];
  let floor = 0;
  let articles = 0;
  for (const anchor of findAnchors(text, titles, numbers, known)) {
    if (anchor.start < floor) continue;
    const expand = articles < MOST_ARTICLES + text.length / 10;
    const read = readAnchor({ ...parts, expand }, anchor, floor);
    if (read.citation) found.push(read.citation);
    articles += read.citation?.articles.length ?? 0;
    floor = Math.max(floor, read.end);
  }
  return found;
};

/** A citation, or none; and where to read on. */
interface Read {
  readonly citation: Reference | null;
  readonly end: number;
}

const readAnchor = (parts: Parts, anchor: Anchor, floor: number): Read => {
  switch (anchor.kind) {
    case 'title':
      return readTitle(parts, anchor.title, floor);
    case 'number':
      return readNumber(parts, anchor.number, floor);
    case 'name':
      return readName(parts, anchor.start, anchor.end, anchor.title);
    case 'relative':
      return readRelative(parts, anchor);
    case 'ordinal':
      return readOrdinal(parts, anchor.start, floor);
  }
};

/** CASE 1: a title in 《》. 本《办法》第三条 is the document itself; a form or newspaper is no reference. */
const readTitle = (parts: Parts, title: Title, floor: number, number?: DocumentNumber): Read => {
  const { text } = parts;
  const tail = readTail(text, title.end, parts.numbers, parts.expand);
  if (text[title.start - 1] === '本' && title.start > floor) {
    const kind = 'self';
    const { end, articles } = tail;
    const span = { start: title.start - 1, end };
    return { citation: articles.length ? { ...span, kind, title: '', number: '', articles } : null, end };
  }
  if (!isLegalTitle(title.title) && !tail.articles.length) return { citation: null, end: title.end };
  return {
    citation: {
      start: number?.start ?? title.start,
      end: tail.end,
      kind: 'full',
      title: parts.abbreviations.get(title.title) ?? title.title,
      number: number?.number ?? tail.number,
      articles: tail.articles,
    },
    end: tail.end,
  };
};

/** CASE 2: a 文号. Before a title it is that title's (市政府令第67号发布的《…》); else it stands alone. */
const readNumber = (parts: Parts, number: DocumentNumber, floor: number): Read => {
  const { text } = parts;
  const before = matchAt(ISSUED, text, number.end);
  const title = parts.titles.get(number.end + (before?.[0].length ?? 0));
  if (title && isLegalTitle(title.title)) return readTitle(parts, title, floor, number);
  const gap = matchAt(NUMBER_TAIL, text, number.end);
  const list = gap && readArticles(text, number.end + gap[0].length, parts.expand);
  const end = list?.end ?? number.end;
  const articles = list?.articles ?? [];
  const { start } = number;
  return { citation: { start, end, kind: 'number', title: '', number: number.number, articles }, end };
};

/** CASE 3: a statute by its bare name, or a short name of the document: 刑法第六十七条, “条例”第三条. */
const readName = (parts: Parts, start: number, nameEnd: number, name: string): Read => {
  const { end, number, articles } = readTail(parts.text, nameEnd, parts.numbers, parts.expand);
  const title = parts.abbreviations.get(name) ?? name;
  return { citation: { start, end, kind: 'full', title, number, articles }, end };
};

/** CASE 4: 前款第二项, 本条第一款: what it means depends on where it stands, so it is kept as it stands. */
const readRelative = ({ text, expand }: Parts, anchor: Anchor & { kind: 'relative' }): Read => {
  const { start, end: wordEnd, word } = anchor;
  const list = readBelow(text, wordEnd, expand);
  if (!list && anchor.needsArticles) return { citation: null, end: wordEnd };
  const end = list?.end ?? wordEnd;
  const articles = list?.articles.map((entry) => (/条/.test(entry) ? entry : word + entry)) ?? [word];
  return { citation: { start, end, kind: 'relative', title: '', number: '', articles }, end };
};

const SELF = /本(?![市省区县州级院部局校地单人])[\p{Script=Han}]{0,8}$/u;
const POINTED = /(?:该|同|上述|前述|上列|前列)[\p{Script=Han}]{1,10}$/u;
/** 本条例第三章第十五条: the article's number alone says which it is. */
const CHAPTER_BEFORE = /(?:第[一二三四五六七八九十]{1,4}(?:编|章|节)){1,2}$/u;
/** 本 at the end of a line, 实施办法 at the head of the next. */
const BROKEN_SELF = /本\s{1,3}$/u;
const GENERIC = /^(?:公司)?(?:章程|决定|意见|标准|程序|措施|方案|通知|制度|纪要|要点|公告)$/u;

/**
 * CASE 5: 第X条 without a title before it. The word in front says whose article it is: 本办法 (the
 * document itself), 该法 (something named before), a name without 《》; no such word: this document's,
 * unless it is the number at the head of an article.
 */
const readOrdinal = (parts: Parts, at: number, floor: number): Read => {
  const { text } = parts;
  const list = readArticles(text, at, parts.expand);
  if (!list) return { citation: null, end: floor };
  const { end, articles } = list;
  const plain = { end, title: '', number: '', articles };
  let wordEnd = at;
  while (wordEnd > floor && at - wordEnd < 2 && /[ \t\u3000]/.test(text[wordEnd - 1]!)) wordEnd--;
  const above = CHAPTER_BEFORE.exec(text.slice(Math.max(floor, wordEnd - 24), wordEnd))?.[0];
  if (above) wordEnd -= above.length;
  if (/[的中]/.test(text[wordEnd - 1] ?? '') && wordEnd - 1 > floor) wordEnd -= 1;
  const name = /条/.test(articles[0]!) ? nameBefore(text, wordEnd, floor) : null;
  if (name) {
    const run = text.slice(Math.max(floor, wordEnd - 20), wordEnd);
    const word = SELF.exec(run) ?? POINTED.exec(run);
    if (word) {
      const kind = word[0].startsWith('本') ? 'self' : 'relative';
      return { citation: { ...plain, start: wordEnd - word[0].length, kind }, end };
    }
    const broken = BROKEN_SELF.exec(text.slice(Math.max(floor, name.start - 4), name.start))?.[0];
    if (broken && isMereNoun(name.title))
      return { citation: { ...plain, start: name.start - broken.length, kind: 'self' }, end };
    const title = parts.abbreviations.get(name.title) ?? name.title;
    if (!GENERIC.test(title)) return { citation: { ...plain, start: name.start, kind: 'full', title }, end };
  }
  if (isHeading(text, at) || isSection(text, at, end)) return { citation: null, end: at + 2 };
  if (isOrdinaryOrdinal(text, end, articles)) return { citation: null, end };
  return { citation: { ...plain, start: at, kind: 'relative' }, end };
};
