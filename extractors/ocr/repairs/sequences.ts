import { type Block, formatNumeral, parseNumeral, type Span } from '../../../model/index.js';
import type { Mending } from './mending.js';

/** What each numeral is taken for where a stroke is lost, added or straightened. */
const LOOKS: Readonly<Record<string, string>> = {
  一: '-—－–ー‐﹣─_~丨·•',
  二: '=＝ニ三',
  三: '彡ミ≡二',
  四: '匹囚皿西',
  五: '玉王',
  六: '大穴太',
  七: '匕セ',
  八: '入人Λ',
  九: '丸几',
  十: '+＋†卜士一',
  百: '白',
  零: '雾',
};
const CHARACTERS = `零一二三四五六七八九十百千${Object.values(LOOKS).join('')}`.replace(/[\]\\^-]/g, '\\$&');

/** A kind of number at the beginning of a paragraph. */
interface Kind {
  readonly pattern: RegExp;
  readonly rule: string;
}

const KINDS: readonly Kind[] = [
  { pattern: new RegExp(`^(第)([${CHARACTERS}]{0,7})条`), rule: 'article-sequence' },
  { pattern: new RegExp(`^(第)([${CHARACTERS}]{0,5})章`), rule: 'heading-sequence' },
  { pattern: new RegExp(`^(第)([${CHARACTERS}]{0,5})节`), rule: 'heading-sequence' },
  { pattern: new RegExp(`^()([${CHARACTERS}]{1,3})、`), rule: 'heading-sequence' },
  { pattern: new RegExp(`^([（(])([${CHARACTERS}]{1,3})[）)]`), rule: 'heading-sequence' },
];

/** A number as it stands: its value, null where it is no well-formed numeral. */
interface Mark extends Span {
  readonly raw: string;
  readonly value: number | null;
}

/**
 * Numbers of articles, chapters and headings that are none, or that break their sequence and are doubtful, where the
 * numbers before and behind leave one value and what was recognised looks like it.
 */
export const mendSequences = (
  text: string,
  blocks: readonly Block[],
  isDoubtful: (span: Span) => boolean,
): Mending[] =>
  KINDS.flatMap(({ pattern, rule }) =>
    mended(marksOf(text, blocks, pattern), isDoubtful).map((mending) => ({ ...mending, rule })),
  );

const marksOf = (text: string, blocks: readonly Block[], pattern: RegExp): Mark[] =>
  blocks.flatMap(({ kind, span }): Mark[] => {
    if (kind !== 'paragraph') return [];
    const [, lead, raw] = pattern.exec(text.slice(span.start, Math.min(span.end, span.start + 12))) ?? [];
    if (lead === undefined || raw === undefined) return [];
    const start = span.start + lead.length;
    return [{ start, end: start + raw.length, raw, value: wellFormed(raw) }];
  });

/** The value of a numeral in its usual form: 十一, not 一一. */
const wellFormed = (raw: string): number | null => {
  const value = parseNumeral(raw);
  return value !== null && value > 0 && formatNumeral(value) === raw ? value : null;
};

const mended = (marks: readonly Mark[], isDoubtful: (span: Span) => boolean): Omit<Mending, 'rule'>[] => {
  const found: Omit<Mending, 'rule'>[] = [];
  let before: number | null = null;
  for (let i = 0; i < marks.length; ) {
    const here = marks[i]!;
    if (here.value !== null && !isOutOfPlace(before, here, marks[i + 1], isDoubtful)) {
      before = here.value;
      i++;
      continue;
    }
    let next = i + 1;
    while (next < marks.length && marks[next]!.value === null) next++;
    const unknown = marks.slice(i, next);
    const values = provenValues(unknown, before, marks[next]?.value ?? null);
    if (values)
      unknown.forEach(({ start, end }, index) => {
        found.push({ start, end, to: formatNumeral(values + index) });
      });
    before = values === null ? null : values + unknown.length - 1;
    i = next;
  }
  return found;
};

/** A number of good form that is doubtful and stands between n and n + 2. */
const isOutOfPlace = (
  before: number | null,
  here: Mark,
  next: Mark | undefined,
  isDoubtful: (span: Span) => boolean,
): boolean => before !== null && here.value !== before + 1 && next?.value === before + 2 && isDoubtful(here);

/** The value of the first of some unknown numbers in a row; null where it is not proven. */
const provenValues = (
  unknown: readonly Mark[],
  before: number | null,
  next: number | null,
): number | null => {
  const fits = (first: number): boolean =>
    unknown.every(({ raw }, index) => looksLike(raw, formatNumeral(first + index)));
  // Between two numbers that leave just as many between them, or behind the last one that is known.
  const behind = before !== null && (next === null || next === before + unknown.length + 1);
  if (behind && fits(before! + 1)) return before! + 1;
  // A sequence that begins anew and goes on.
  return next === unknown.length + 1 && fits(1) ? 1 : null;
};

/** Whether each character is the numeral's or looks like it; a 一 may be lost. Both are short. */
const looksLike = (raw: string, numeral: string): boolean => {
  if (numeral === '') return raw === '';
  const [first] = numeral;
  const same = raw[0] === first || (raw !== '' && (LOOKS[first!] ?? '').includes(raw[0]!));
  if (same && looksLike(raw.slice(1), numeral.slice(1))) return true;
  return first === '一' && looksLike(raw, numeral.slice(1));
};
