import type { DocumentNumber } from '../../model/index.js';
import { GAP } from './grammar.js';
import { articleFollows, knownNameAt, knownRegulationAt } from './names.js';
import type { Title } from './titles.js';

/** A place where a reference may start. */
export type Anchor =
  | { readonly kind: 'title'; readonly start: number; readonly title: Title }
  | { readonly kind: 'number'; readonly start: number; readonly number: DocumentNumber }
  | { readonly kind: 'name'; readonly start: number; readonly end: number; readonly title: string }
  | {
      readonly kind: 'relative';
      readonly start: number;
      readonly end: number;
      /** Without white space: 前款, 本条前款. */
      readonly word: string;
      readonly needsArticles: boolean;
    }
  | { readonly kind: 'ordinal'; readonly start: number };

/** At the same place the more telling anchor goes first. */
const RANK: Readonly<Record<Anchor['kind'], number>> = {
  number: 0,
  title: 1,
  name: 2,
  relative: 3,
  ordinal: 4,
};

/** 前款, 前两款, 上一条, 本条前款: stand alone. 款 not as in 款项, 条 not as in 条件, 项 not as in 项目. */
const BEFORE =
  '(?:本条|该条|同条)?(?:前[一两二三四五六七八九十几]?|上[一两二]?)(?:款(?![项式额])|条(?![件例款约文幅线])|项(?![目链费]))';
const RELATIVE = new RegExp(
  `${BEFORE}|(?:本条|该条|同条|本款|该款|同款)(?=${GAP}(?:的|中的?)?${GAP}第)|(?:上述|前述)(?:规定|条款|条例|办法|细则|决定|解释)(?![\\p{Script=Han}]?${GAP}第)`,
  'gu',
);
const HAN = /[\p{Script=Han}]/u;
const MARKS = /[“"「『《]/;
const ENDS = /[”"」』》]/;
/** More short names than this in one document is no document; the rest are found inside 《》 only. */
const MOST_SHORT_NAMES = 200;

/** Every anchor of a text, in order of place. */
export const findAnchors = (
  text: string,
  titles: readonly Title[],
  numbers: readonly DocumentNumber[],
  abbreviations: ReadonlyMap<string, string>,
): Anchor[] => {
  const anchors: Anchor[] = [
    ...titles.map((title): Anchor => ({ kind: 'title', start: title.start, title })),
    ...numbers.map((number): Anchor => ({ kind: 'number', start: number.start, number })),
    ...knownNames(text),
    ...shortNames(text, abbreviations),
    ...relatives(text),
    ...ordinals(text),
  ];
  return anchors.sort((a, b) => a.start - b.start || RANK[a.kind] - RANK[b.kind]);
};

/** Statutes of the lists: every name ends in 法, 法典 or 条例. */
const knownNames = (text: string): Anchor[] => {
  const found: Anchor[] = [];
  for (const { 0: word, index } of text.matchAll(/法典?|条例/g)) {
    const end = index + word.length;
    const name = word === '条例' ? knownRegulationAt(text, end) : knownNameAt(text, end - 1);
    if (name) found.push({ kind: 'name', ...name });
  }
  return found;
};

/** The document's short names, in quotation marks, or bare where an article follows or the name is a statute's. */
const shortNames = (text: string, abbreviations: ReadonlyMap<string, string>): Anchor[] => {
  const names = [...abbreviations.keys()].filter((name) => name.length > 1).slice(0, MOST_SHORT_NAMES);
  if (!names.length) return [];
  names.sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'),
    'gu',
  );
  const found: Anchor[] = [];
  for (const match of text.matchAll(pattern)) {
    const title = match[0];
    let start = match.index;
    let end = start + title.length;
    const quoted = MARKS.test(text[start - 1] ?? '') && ENDS.test(text[end] ?? '');
    if (quoted) {
      start--;
      end++;
    }
    const telling = /.{2,}(?:法典?|条例)$/u.test(title)
      ? !HAN.test(text[end] ?? '')
      : /号文件?$/u.test(title);
    const own = /本|该/.test(text[match.index - 1] ?? '');
    if (quoted || (!own && (telling || articleFollows(text, end))))
      found.push({ kind: 'name', start, end, title });
  }
  return found;
};

const relatives = (text: string): Anchor[] =>
  [...text.matchAll(RELATIVE)].map((match): Anchor => {
    const word = match[0];
    const needsArticles = /^(?:本|该|同)[条款]$/u.test(word);
    return { kind: 'relative', start: match.index, end: match.index + word.length, word, needsArticles };
  });

const ordinals = (text: string): Anchor[] => {
  const found: Anchor[] = [];
  for (let at = text.indexOf('第'); at >= 0; at = text.indexOf('第', at + 1))
    found.push({ kind: 'ordinal', start: at });
  return found;
};
