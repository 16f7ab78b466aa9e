import type { ReadingNote } from '../../model/index.js';
import type { PageContent } from './page.js';

/** A page with fewer characters than this carries a stamp or a page number, no text. */
const FEW_CHARACTERS = 20;
/** An image that covers this much of a page is a scan of it. */
const SCAN_SHARE = 0.4;
/** So many strokes and no text: characters drawn as outlines. */
const OUTLINE_OBJECTS = 50;

/** What a page is to a reader who can only read text. */
export type Verdict = 'text' | 'image' | 'garbage' | 'broken' | 'blank';

/** Tells what a page is; null is one that could not be loaded. */
export const verdictOf = (page: PageContent | null): Verdict => {
  if (!page) return 'broken';
  const shown = page.glyphs.map((glyph) => glyph.char).filter((char) => char.trim() !== '');
  const characters = shown.length;
  // Leaders and numbers are often readable where the words are not.
  const letters = shown.filter((char) => /\p{L}/u.test(char)).length;
  if (page.damaged > FEW_CHARACTERS && page.damaged > letters) return 'garbage';
  if (isScrambled(shown)) return 'garbage';
  if (
    characters < FEW_CHARACTERS &&
    (page.imageShare >= SCAN_SHARE || page.objects > OUTLINE_OBJECTS + characters)
  )
    return 'image';
  return characters > 0 || page.asides.length > 0 ? 'text' : page.imageShare > 0 ? 'image' : 'blank';
};

/** Scripts that a Chinese document, with its symbols and foreign words, may be written in. */
const EXPECTED =
  /[\p{Script=Han}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u;

/**
 * A font without a true character map yields letters of many scripts at random. A text in Tibetan, Mongolian or
 * Uyghur has letters of one or two blocks.
 */
const isScrambled = (characters: readonly string[]): boolean => {
  const letters = characters.filter((char) => /\p{L}/u.test(char));
  const odd = letters.filter((char) => !EXPECTED.test(char));
  const blocks = new Set(odd.map((char) => char.codePointAt(0)! >> 7));
  return odd.length > FEW_CHARACTERS && odd.length > 0.2 * letters.length && blocks.size >= 6;
};

const NOTES: readonly { verdict: Verdict; code: string; message: string }[] = [
  { verdict: 'image', code: 'pages-need-ocr', message: '是图像，没有文字，需要识别（OCR）或人工查阅' },
  { verdict: 'garbage', code: 'pages-garbled', message: '文字层的字符无法辨认，需要识别（OCR）或人工查阅' },
  { verdict: 'broken', code: 'pages-unreadable', message: '无法打开，请人工查阅' },
];

/** A note for each kind of pages that could not be read as text, with their numbers from 1. */
export const notesOf = (verdicts: readonly Verdict[]): ReadingNote[] =>
  NOTES.flatMap(({ verdict, code, message }) => {
    const pages = verdicts.flatMap((found, index) => (found === verdict ? [index + 1] : []));
    return pages.length > 0 ? [{ code, message: `第${ranges(pages)}页${message}` }] : [];
  });

/** Ascending numbers 1, 2, 3, 7 as 1-3、7. */
export const ranges = (pages: readonly number[]): string => {
  const found: [number, number][] = [];
  for (const page of pages) {
    const last = found.at(-1);
    if (last && last[1] === page - 1) last[1] = page;
    else found.push([page, page]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join('、');
};
