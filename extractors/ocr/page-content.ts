import type { Box } from '../../model/index.js';
import type { Glyph, PageContent } from '../layout/page.js';
import { bottomOf, rightOf } from '../layout/page.js';
import { withoutRadicals } from '../radicals.js';
import type { RecognisedCharacter, RecognisedPage, RecognisedText } from './recognised-page.js';
import { sizesOf } from './sizes.js';

/** How much of the em stands above the baseline, and how far the middle of a Chinese character does. */
const ASCENT = 0.88;
const MIDDLE = 0.38;
/** Gaps up to these many ems are how exactly a character's place was found; wider ones are blanks. */
const HAN_JITTER = 0.6;
const LATIN_JITTER = 0.35;
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…·]/u;

/**
 * A recognised page as the layout takes pages: all characters of a line of print on one baseline and of one size, for
 * what pixels tell of each character alone wavers more than print does.
 */
export const contentOf = (found: RecognisedPage, number: number): PageContent => ({
  number,
  width: found.width,
  height: found.height,
  glyphs: glyphsOf(found.texts.filter((text) => !isNoise(text))),
  asides: [],
  rules: found.rules,
  damaged: found.texts.filter(isNoise).reduce((count, text) => count + text.characters.length, 0),
  imageShare: 0,
  pictures: [],
  invisible: 0,
  objects: found.texts.length + found.rules.length,
  recognised: true,
  ...((found.turned !== 0 || found.slant) && { turn: { quarter: found.turned, slant: found.slant ?? 0 } }),
});

/**
 * A page with text whose pictures were recognised: what stands in a picture and is not yet there as text. Where
 * one of the two was turned, places do not match, and the page stays as it is.
 */
export const withPictures = (
  page: PageContent,
  pictures: readonly Box[],
  found: RecognisedPage,
): PageContent => {
  if (!fits(page, found)) return page;
  const texts = found.texts.filter(
    (text) =>
      !isNoise(text) &&
      pictures.some((picture) => holdsMiddle(picture, text.box)) &&
      !page.glyphs.some((glyph) => glyph.char.trim() !== '' && holdsMiddle(text.box, glyph)),
  );
  const rules = found.rules.filter(({ direction, at, from, to }) => {
    const middle = (from + to) / 2;
    const [x, y] = direction === 'horizontal' ? [middle, at] : [at, middle];
    return pictures.some((picture) => holds(picture, x, y));
  });
  return {
    ...page,
    glyphs: [...page.glyphs, ...glyphsOf(texts)],
    // Without text of its own a picture's strokes are a drawing.
    rules: texts.length > 0 ? [...page.rules, ...rules] : page.rules,
    recognised: true,
  };
};

/** True where what was recognised stands in the same places as on the page: neither of them was turned. */
export const fits = (page: PageContent, found: RecognisedPage): boolean =>
  found.turned === 0 && Math.abs(found.width - page.width) <= 2 && Math.abs(found.height - page.height) <= 2;

const holds = (box: Box, x: number, y: number): boolean =>
  x >= box.x && x <= rightOf(box) && y >= box.y && y <= bottomOf(box);

const holdsMiddle = (box: Box, inner: Box): boolean =>
  holds(box, inner.x + inner.width / 2, inner.y + inner.height / 2);

/** Lines below this mean confidence are ornaments and specks, or print that nobody could read. */
const NOISE = 0.55;
/** One or two characters lower than this, in points, are specks. */
const SPECK = 4;

const isNoise = ({ box, characters }: RecognisedText): boolean => {
  const mean = characters.reduce((sum, { confidence }) => sum + confidence, 0) / (characters.length || 1);
  return mean < NOISE || (characters.length <= 2 && box.height < SPECK);
};

const glyphsOf = (texts: readonly RecognisedText[]): Glyph[] => {
  const sizes = sizesOf(texts);
  return texts.flatMap((text, index) => lineGlyphs(text, sizes[index]!));
};

const lineGlyphs = ({ box, characters }: RecognisedText, size: number): Glyph[] => {
  const baseline = box.y + box.height / 2 + MIDDLE * size;
  const sorted = [...characters].sort((a, b) => a.x - b.x);
  return sorted.map((character, index) => ({
    char: withoutRadicals(character.char),
    x: character.x,
    y: baseline - ASCENT * size,
    width: widthOf(character, sorted[index + 1], size),
    height: size,
    baseline,
    size,
    bold: false,
    confidence: character.confidence,
  }));
};

/** Up to the next character, unless a blank stands between. */
const widthOf = (
  { char, x, width }: RecognisedCharacter,
  next: RecognisedCharacter | undefined,
  size: number,
): number => {
  if (!next) return width;
  const apart = next.x - x;
  const jitter = WIDE.test(char) || WIDE.test(next.char) ? HAN_JITTER : LATIN_JITTER;
  return apart - width <= jitter * size ? Math.max(0, apart) : width;
};
