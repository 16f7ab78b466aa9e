import { formatNumeral, parseNumeral } from '../../model/index.js';
import { AND, BRACKETED, GAP, INSERTED, matchAt, NUMERAL, sticky, TO, UNIT } from './grammar.js';

/** A list of articles as it stands in a text: where it ends, and each entry spelled out. */
export interface ArticleList {
  readonly end: number;
  readonly articles: readonly string[];
}

const NUMBER = `(?:${BRACKETED}|${NUMERAL})`;
/** 第三、四、五条; 第（一）至（三）项; 第（一）（三）项; 第七条之一: one or more numbers and the unit they share. */
const MORE = `(?:${GAP}(?:(?:${AND}|${TO})${GAP}第?${GAP}${NUMBER}|${BRACKETED})){0,40}`;
const GROUP = `(${NUMBER}${MORE})${GAP}(${UNIT})(${INSERTED})`;
const FIRST = sticky(`第${GAP}${GROUP}`);
/** Below an article 第 may be missing: 第十七条第一款（二）项, 第十条二款. */
const BELOW = sticky(`${GAP}(?:中的|的|中)?${GAP}(第?)${GAP}${GROUP}`);
/** The words of the article between it and its item: 第六十七条“…”中第六项. */
const QUOTED = sticky(`“[^“”\\n]{1,80}”(?:中的?|的)?(?=第${GAP}${NUMBER}${GAP}[款项目])`);
const JOIN = sticky(
  `(?:(?:的?规定)?${GAP}${AND}|${GAP}[，,](?=${GAP}第${GAP}${NUMBER}${GAP}[条款项]))${GAP}(第?)${GAP}${GROUP}`,
);
const RANGE = sticky(`${GAP}${TO}${GAP}(第?)${GAP}${GROUP}`);
const NUMBERS = new RegExp(`(${AND}|${TO})?${GAP}第?${GAP}(${NUMBER})`, 'gu');
const IS_TO = new RegExp(`^${TO}$`, 'u');
const LEVELS = ['条', '款', '项', '目'];

/** Ranges longer than this are kept as their two ends: no real citation spans more. */
const LONGEST_RANGE = 400;

/** A list of more entries than this has its further ranges kept as their ends. */
const MOST_ARTICLES = 2000;

/** One group: its ordinal sign, the numbers as they stand, the unit. */
interface Group {
  readonly sign: string;
  readonly numbers: readonly string[];
  readonly level: number;
  readonly inserted: string;
  readonly end: number;
}

/**
 * Reads 第三条至第五条、第七条第二款第（一）、（二）项和第九条 from `at`, which is where 第 stands.
 * Each entry carries the path it inherits (第七条第二款第（二）项), without white space, numerals as
 * they stand; `expand`: with the entries between the ends of a range. Null where no article, paragraph or item stands there.
 */
export const readArticles = (text: string, at: number, expand: boolean): ArticleList | null => {
  const first = groupOf(matchAt(FIRST, text, at), '第', 0, expand);
  return first && readFrom(text, first, expand);
};

/** Like readArticles, but what stands at `at` hangs below something named before: 前款（二）项. */
export const readBelow = (text: string, at: number, expand: boolean): ArticleList | null => {
  const match = matchAt(BELOW, text, at);
  const first = groupOf(match, match?.[1] ?? '', 1, expand);
  return first && (first.sign || /[（(]/.test(match![0])) ? readFrom(text, first, expand) : null;
};

const readFrom = (text: string, first: Group, expand: boolean): ArticleList => {
  const articles: string[] = [];
  let path: string[] = [];
  let group: Group | null = first;
  let end = first.end;
  let range: Group | null = null;
  while (group) {
    end = group.end;
    const above = path.slice(0, group.level).join('');
    const deeper = below(text, group, expand);
    const names = group.numbers.map((number) => spelled(number, group!));
    if (range && expand && articles.length < MOST_ARTICLES) articles.push(...between(range, group, above));
    range = null;
    const last = names.at(-1)!;
    articles.push(...names.slice(0, deeper ? -1 : undefined).map((name) => above + name));
    path = [...Array.from({ length: group.level }, (_, i) => path[i] ?? ''), last];
    if (deeper) {
      group = deeper;
      continue;
    }
    const to: Group | null = followed(text, RANGE, end, group, expand);
    if (to && to.level === group.level) range = group;
    group = to?.level === group.level ? to : followed(text, JOIN, end, group, expand);
  }
  return { end, articles };
};

/** The finer group right behind: 第二款 after 第五条. */
const below = (text: string, group: Group, expand: boolean): Group | null => {
  const quoted = matchAt(QUOTED, text, group.end);
  const match = matchAt(BELOW, text, group.end + (quoted?.[0].length ?? 0));
  return groupOf(match, match?.[1] ?? '', group.level + 1, expand);
};

/** The next entry of the list, or the range's other end. */
const followed = (text: string, pattern: RegExp, at: number, group: Group, expand: boolean): Group | null => {
  const match = matchAt(pattern, text, at);
  if (!match) return null;
  // "第一项、（二）项" and "第三条、四条" share the 第 before them; "第三条和二项" is no list.
  const next = groupOf(match, match[1] || group.sign, 0, expand);
  return next && (match[1] || /[（(]/.test(match[2]!) || next.level === group.level) ? next : null;
};

const groupOf = (
  match: RegExpExecArray | null,
  sign: string,
  coarsest: number,
  expand: boolean,
): Group | null => {
  if (!match) return null;
  const [numbers, unit, inserted] = match.slice(-3) as [string, string, string];
  const level = LEVELS.indexOf(unit);
  if (level < coarsest) return null;
  const end = match.index + match[0].length;
  return { sign, numbers: listed(numbers, expand), level, inserted: inserted.replace(/\s+/g, ''), end };
};

/** 三、五至七 → 三 五 六 七. */
const listed = (text: string, expand: boolean): string[] => {
  const found: string[] = [];
  for (const match of text.matchAll(NUMBERS)) {
    const number = match[2]!.replace(/\s+/g, '');
    if (expand && match[1] && IS_TO.test(match[1])) found.push(...interior(found.at(-1)!, number));
    found.push(number);
  }
  return found;
};

const between = (from: Group, to: Group, above: string): string[] =>
  interior(from.numbers.at(-1)!, to.numbers[0]!).map((number) => above + spelled(number, from));

/** The numbers strictly between two, spelled as the first is; none where the range is not one. */
const interior = (from: string, to: string): string[] => {
  const low = parseNumeral(inner(from));
  const high = parseNumeral(inner(to));
  if (low === null || high === null || high - low > LONGEST_RANGE) return [];
  return Array.from({ length: Math.max(0, high - low - 1) }, (_, i) => {
    const value = low + 1 + i;
    const plain = /[0-9０-９]/.test(from) ? String(value) : formatNumeral(value);
    return inner(from) === from ? plain : `${from[0]}${plain}${from.at(-1)}`;
  });
};

const inner = (number: string): string => number.replace(/^[（(]|[）)]$/g, '');

const spelled = (number: string, group: Group): string =>
  `${group.sign}${number}${LEVELS[group.level]}${group.inserted}`;
