import type { Glyph } from './page.js';

/** A gap this wide, in ems, parts a line into segments: columns, a signature beside a date. */
const SEGMENT_GAP = 2;
/** Smallest gap, in ems, that is read as a space beside Latin letters and digits. */
const LATIN_GAP = 0.18;
/** Smallest gap, in ems, above the line's usual one that is read as a space between Chinese characters. */
const HAN_GAP = 0.35;
/** The same beside Chinese punctuation, whose own form holds blank space. */
const PUNCTUATION_GAP = 0.7;
/** Where more than this share of a line's Chinese characters are followed by typed spaces, these only justify it. */
const JUSTIFYING_SHARE = 0.3;

const HAN = /[\p{Script=Han}〇]/u;
/** Characters of full width: Chinese and its punctuation. */
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…·]/u;

interface Item {
  readonly glyph: Glyph;
  /** Distance to the glyph before, in ems. */
  readonly gap: number;
  /** Typed spaces before it. */
  readonly spaces: number;
}

/** The glyphs of one line, sorted by x, as stretches that wide gaps set apart. Typed spaces are not glyphs of a stretch. */
export const stretchesOf = (glyphs: readonly Glyph[]): Glyph[][] =>
  splitWide(itemsOf(glyphs)).map((items) => items.map(({ glyph }) => glyph));

/** The text of a stretch of glyphs that stand side by side, sorted by x. */
export const textOf = (glyphs: readonly Glyph[]): string => {
  const items = itemsOf(glyphs);
  const spread = spreadOut(items);
  const habits = habitsOf(items);
  let text = '';
  items.forEach((item, index) => {
    if (index > 0 && !spread.has(index) && hasSpace(items[index - 1]!, item, habits)) text += ' ';
    text += item.glyph.char;
  });
  return text;
};

/** How a line spaces its Chinese characters. */
interface Habits {
  /** The middle one of the gaps, in ems. */
  readonly gap: number;
  /** Whether typed spaces between Chinese characters mean nothing. */
  readonly justifies: boolean;
}

const habitsOf = (items: readonly Item[]): Habits => {
  const pairs = items.filter(
    ({ glyph }, index) => index > 0 && WIDE.test(glyph.char) && WIDE.test(items[index - 1]!.glyph.char),
  );
  const gaps = pairs.map((item) => item.gap).sort((a, b) => a - b);
  const typed = pairs.filter((item) => item.spaces > 0).length;
  return {
    gap: Math.max(0, gaps[Math.floor(gaps.length / 2)] ?? 0),
    justifies: typed >= 3 && typed > JUSTIFYING_SHARE * pairs.length,
  };
};

const itemsOf = (glyphs: readonly Glyph[]): Item[] => {
  const items: Item[] = [];
  let spaces = 0;
  for (const glyph of glyphs) {
    if (/^\s$/u.test(glyph.char)) {
      spaces++;
      continue;
    }
    const last = items.at(-1)?.glyph;
    const em = Math.max(glyph.size, last?.size ?? 0) || 1;
    const gap = last ? (glyph.x - last.x - last.width) / em : 0;
    // The same glyph drawn twice, a little beside itself, is how some producers make bold type.
    if (last && last.char === glyph.char && glyph.x - last.x < 0.3 * last.width) continue;
    items.push({ glyph, gap, spaces: last ? spaces : 0 });
    spaces = 0;
  }
  return items;
};

const splitWide = (items: readonly Item[]): Item[][] => {
  const parts: Item[][] = [];
  const spread = spreadOut(items);
  items.forEach((item, index) => {
    if (index === 0 || (item.gap >= SEGMENT_GAP && !spread.has(index))) parts.push([item]);
    else parts.at(-1)!.push(item);
  });
  return parts;
};

const hasSpace = (before: Item, item: Item, habits: Habits): boolean => {
  const [first, second] = [before.glyph.char, item.glyph.char];
  const wide = WIDE.test(first) && WIDE.test(second);
  if (wide) {
    const gap = item.gap - habits.gap;
    if (item.spaces > 0) return !habits.justifies || gap >= HAN_GAP;
    return gap >= (HAN.test(first) && HAN.test(second) ? HAN_GAP : PUNCTUATION_GAP);
  }
  if (item.spaces > 0) return item.gap > 0.1;
  // Between Chinese and Latin a small distance is a matter of style.
  return item.gap >= (WIDE.test(first) || WIDE.test(second) ? PUNCTUATION_GAP : LATIN_GAP);
};

/**
 * Places where single Chinese characters are spread out evenly to fill a width (中 华 人 民, 通　　知): the gap before
 * each of these items is no space. Four characters in a row are needed, or a whole line of two to four, which may
 * stand wider apart.
 */
const spreadOut = (items: readonly Item[]): Set<number> => {
  const found = new Set<number>();
  let start = 0;
  const close = (end: number): void => {
    const length = end - start;
    const whole = start === 0 && end === items.length;
    const narrow = length >= 4 && items[start + 1]!.gap < SEGMENT_GAP;
    const title = whole && length >= 2 && length <= 4 && !/[年月日是否]/u.test(items[0]!.glyph.char);
    if (narrow || title) for (let i = start + 1; i < end; i++) found.add(i);
  };
  for (let i = 1; i < items.length; i++) {
    const { gap, glyph } = items[i]!;
    const first = i === start + 1;
    const apart = gap >= 0.25 && gap <= 6 && HAN.test(glyph.char) && HAN.test(items[i - 1]!.glyph.char);
    const even = first || Math.abs(gap - items[start + 1]!.gap) <= 0.25 + 0.1 * gap;
    if (apart && even) continue;
    close(i);
    start = apart ? i - 1 : i;
  }
  if (items.length > 0) close(items.length);
  return found;
};
