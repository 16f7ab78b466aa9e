import { ABBREVIATED, INSTRUMENT } from './grammar.js';
import { nameBefore } from './names.js';
import { findTitles, isLegalTitle, type Title } from './titles.js';

const QUOTED = '[“"「『《〈]{1,2}([^“”"「」『』《》〈〉。；\\n]{1,30})[”"」』》〉]{1,2}';
/** 以下简称《指导意见》 or 以下简称民法典; several names where several titles go before (以下分别简称…). */
const CLAUSE = new RegExp(
  `(${ABBREVIATED})\\s{0,2}(?:${QUOTED}|([\\p{Script=Han}](?:[\\p{Script=Han}]|[0-9０-９]){1,15})(?=[）)，,。；]))`,
  'gu',
);
const FURTHER = new RegExp(`(?:、|和|或|或者|以及|及|与|，)?\\s{0,2}${QUOTED}`, 'uy');
/** What may stand between a title and the words 以下简称: its number, date, articles, an opening bracket, a comma. */
const BETWEEN = /^(?:第[^，,（()）]{1,30}[条款项目])?\s{0,3}(?:[（(][^（）()。；]{0,80}|[，,])?\s{0,3}$/u;
const CLOSED_BRACKETS = /[（(][^（）()]{0,100}[）)]/gu;
/** What stands between the titles of one list. */
const LISTED = /^(?:[（(][^（）()]{0,100}[）)])?\s{0,2}(?:、|和|及|与|以及|，)?\s{0,2}$/u;
/** A short name that is itself called a law, 办法 or the like. */
const NAMED = new RegExp(`${INSTRUMENT}$`, 'u');
/** How far a title may end before 以下简称. */
const REACH = 200;

/**
 * Short names introduced by 以下简称, 以下称, 下称 in a document, with the full title each stands for.
 * A short name that two different titles claim is left out: which is meant can not be known.
 */
export const findAbbreviations = (text: string): ReadonlyMap<string, string> => {
  if (!text.includes('称')) return new Map();
  const titles = findTitles(text);
  const bound = new Map<string, string | null>();
  let next = 0;
  for (const clause of text.matchAll(CLAUSE)) {
    while (next < titles.length && titles[next]!.end <= clause.index) next++;
    const names = namesOf(text, clause);
    for (const [name, title] of pairs(text, clause, names, titles, next)) {
      if (name === title || name.startsWith('本')) continue;
      const known = bound.get(name);
      bound.set(name, known === undefined || known === title ? title : null);
    }
  }
  return new Map([...bound].filter((entry): entry is [string, string] => entry[1] !== null));
};

const namesOf = (text: string, clause: RegExpExecArray): string[] => {
  const names = [clause[2] ?? clause[3]!];
  if (clause[2] === undefined) return names;
  FURTHER.lastIndex = clause.index + clause[0].length;
  for (let more = FURTHER.exec(text); more; more = FURTHER.exec(text)) names.push(more[1]!);
  return names.map((name) => name.replace(/\s+/g, ''));
};

/** Each short name with the title that it stands for. `next` is the first title after the clause. */
const pairs = (
  text: string,
  clause: RegExpExecArray,
  names: readonly string[],
  titles: readonly Title[],
  next: number,
): [string, string][] => {
  const last = titles[next - 1];
  const gap = last && clause.index - last.end <= REACH ? text.slice(last.end, clause.index) : null;
  if (!last || gap === null || !BETWEEN.test(gap.replace(CLOSED_BRACKETS, ''))) {
    const name = bareBefore(text, clause.index);
    return name ? names.filter((short) => NAMED.test(short)).map((short) => [short, name]) : [];
  }
  if (!isLegalTitle(last.title) || !last.closed) return [];
  const list = listBefore(text, titles, next);
  if (list.length > 1 && /分别/.test(clause[1]!)) {
    if (list.length < names.length) return [];
    return names.map((short, i) => [short, list[list.length - names.length + i]!.title]);
  }
  if (list.length > 1 && /统称|统一|均|合并/.test(clause[1]!)) return [];
  return names.map((short) => [short, last.title]);
};

/** The titles that stand in one list right before `next`. */
const listBefore = (text: string, titles: readonly Title[], next: number): Title[] => {
  let first = next - 1;
  while (first > 0 && next - first < 20) {
    const before = titles[first - 1]!;
    const start = titles[first]!.start;
    if (start - before.end > REACH || !LISTED.test(text.slice(before.end, start))) break;
    first--;
  }
  return titles.slice(first, next);
};

/** 中华人民共和国刑法（以下简称刑法）: a title without 《》. */
const bareBefore = (text: string, at: number): string | null => {
  if (!/[（(]/.test(text[at - 1] ?? '')) return null;
  const name = nameBefore(text, at - 1, Math.max(0, at - 60));
  return name && (name.title.length > 7 || name.known) ? name.title : null;
};
