import type { Glyph } from './page.js';

/** Fewer letters than this say nothing. */
const FEW = 20;
/** Scripts that a Chinese document, with its symbols and foreign words, may be written in. */
const EXPECTED =
  /[\p{Script=Han}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u;

/**
 * True where a font without a true character map yields letters of many scripts at random. A text in Tibetan, Mongolian
 * or Uyghur has letters of one or two blocks.
 */
export const isScrambled = (characters: readonly string[]): boolean => {
  const letters = characters.filter((char) => /\p{L}/u.test(char));
  const odd = letters.filter((char) => !EXPECTED.test(char));
  const blocks = new Set(odd.map((char) => char.codePointAt(0)! >> 7));
  return odd.length > FEW && odd.length > 0.2 * letters.length && blocks.size >= 6;
};

/** Chinese, Japanese and Korean with their punctuation: where a text has some of it, its map is not lost. */
const EASTERN =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
/** Bytes of GBK or Big5 that were taken for Latin-1: ÖÐ»ªÈËÃñ. */
const UPPER_LATIN = /[\u00a1-\u00ff]/u;

/**
 * True where the characters of a page are bytes or glyph numbers that were taken for Latin letters: hardly any Chinese,
 * and either most of it accented letters and signs, or mostly no words. Lists of numbers are neither.
 */
export const isMojibake = (glyphs: readonly Glyph[]): boolean => {
  const shown = glyphs.map((glyph) => glyph.char).filter((char) => char.trim() !== '');
  if (shown.length < FEW || shown.filter((char) => EASTERN.test(char)).length > 0.05 * shown.length)
    return false;
  const upper = shown.filter((char) => UPPER_LATIN.test(char)).length;
  if (upper >= FEW && upper > 0.3 * shown.length) return true;
  const numeric = shown.filter((char) => /[\d.,%()+\-–—/:]/u.test(char)).length;
  const rest = shown.length - numeric;
  return rest >= 2 * FEW && rest > 0.3 * shown.length && inWords(glyphs) < 0.4 * rest;
};

/** How many letters stand in what looks like a word of some language: two letters or more, all of one case or with a capital first, a vowel among them. */
const inWords = (glyphs: readonly Glyph[]): number => {
  let text = '';
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    const near =
      last &&
      Math.abs(glyph.baseline - last.baseline) < 0.3 * glyph.size &&
      Math.abs(glyph.x - last.x - last.width) < 0.25 * glyph.size;
    text += near ? glyph.char : ` ${glyph.char}`;
    last = glyph;
  }
  let count = 0;
  for (const [word] of text.matchAll(/\p{L}{2,40}/gu)) {
    const cased = /^(?:\p{Lu}+|\p{Lu}?[^\p{Lu}]+)$/u.test(word);
    if (cased && /[aeiouyàáâäåæèéêëìíîïòóôöøùúûüаеиоуыэюяієαεηιουω]/iu.test(word)) count += [...word].length;
    else if (!/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word)) count += [...word].length;
  }
  return count;
};

/** The characters that Chinese is written with in print: all of GB 2312 and Big5. */
let everyday: ReadonlySet<string> | undefined;
const everydayHan = (): ReadonlySet<string> => {
  everyday ??= new Set([...decodedRows('gb18030', 0xb0, 0xf7), ...decodedRows('big5', 0xa4, 0xf9)]);
  return everyday;
};

/** Every two-byte character of an encoding whose first byte lies in a range. */
const decodedRows = (encoding: string, from: number, to: number): string => {
  const bytes: number[] = [];
  for (let first = from; first <= to; first++)
    for (let second = 0x40; second <= 0xfe; second++) if (second !== 0x7f) bytes.push(first, second);
  return new TextDecoder(encoding).decode(new Uint8Array(bytes)).replace(/[^\p{Script=Han}]/gu, '');
};

/** True where a wrong map yields Chinese characters at random: more than a few that hardly any print holds. */
export const isRandomHan = (characters: readonly string[]): boolean => {
  const han = characters.filter((char) => /\p{Script=Han}/u.test(char));
  const rare = han.filter((char) => !everydayHan().has(char));
  return rare.length >= FEW && rare.length > 0.12 * han.length;
};

/**
 * True where the hidden text under a scan is no fair reading of it: Chinese mixed through with letters and signs, rare
 * characters, or no Chinese and hardly a word.
 */
export const isPoorReading = (glyphs: readonly Glyph[]): boolean => {
  const shown = glyphs.map((glyph) => glyph.char).filter((char) => char.trim() !== '');
  const han = shown.filter((char) => /\p{Script=Han}/u.test(char));
  if (han.length <= 0.05 * shown.length) {
    const letters = shown.filter((char) => /\p{L}/u.test(char)).length;
    return shown.length >= FEW && inWords(glyphs) < 0.7 * letters;
  }
  const rare = han.filter((char) => !everydayHan().has(char)).length;
  const odd = shown.filter((char) => !EASTERN.test(char) && !/[\d.,:;()%“”‘’—…·\-[\]]/u.test(char)).length;
  return rare > 0.03 * han.length || odd > 0.15 * shown.length;
};
