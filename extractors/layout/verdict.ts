import type { ReadingNote } from '../../model/index.js';
import { isMojibake, isPoorReading, isRandomHan, isScrambled } from './garbage.js';
import type { Glyph, PageContent, Picture } from './page.js';
import { bottomOf, rightOf } from './page.js';

/** A page with fewer characters than this carries a stamp or a page number, no text. */
const FEW_CHARACTERS = 20;
/** An image that covers this much of a page is a scan of it. */
const SCAN_SHARE = 0.4;
/** So many strokes and no text: characters drawn as outlines. */
const OUTLINE_OBJECTS = 50;
/** Pictures that cover this much leave room for a running head and a page number only. */
const FULL_SHARE = 0.7;
/** So many characters in head and foot of a full picture are the scanner's advertisement, a running head, a file's number. */
const MARGINAL_CHARACTERS = 150;
/** The head and foot of a page, as shares of its height. */
const MARGIN = 0.1;
/** A picture over this much of a page may hold text; seals and logos are smaller. */
const LARGE_PICTURE = 0.12;

/** What a page is to a reader who can only read text; wordless is one in whose pixels no text was found. */
export type Verdict = 'text' | 'image' | 'garbage' | 'broken' | 'blank' | 'wordless';

/** Tells what a page is; null is one that could not be loaded. */
export const verdictOf = (page: PageContent | null): Verdict => {
  if (!page) return 'broken';
  const shown = page.glyphs.filter((glyph) => glyph.char.trim() !== '');
  const characters = shown.length;
  if (page.recognised && characters === 0 && page.asides.length === 0)
    return page.objects > 0 ? 'wordless' : 'blank';
  if (page.recognised) return 'text';
  const chars = shown.map((glyph) => glyph.char);
  // Leaders and numbers are often readable where the words are not.
  const letters = chars.filter((char) => /\p{L}/u.test(char)).length;
  if (page.damaged > FEW_CHARACTERS && page.damaged > letters) return 'garbage';
  if (isScrambled(chars) || isRandomHan(chars) || isMojibake(page.glyphs)) return 'garbage';
  if (isHiddenText(page) && isPoorReading(page.glyphs)) return 'garbage';
  if (
    characters < FEW_CHARACTERS &&
    (page.imageShare >= SCAN_SHARE || page.objects > OUTLINE_OBJECTS + characters)
  )
    return 'image';
  if (isMarginal(shown, page)) return 'image';
  return characters > 0 || page.asides.length > 0 ? 'text' : page.imageShare > 0 ? 'image' : 'blank';
};

/** True where all text stands in the head and foot of a page that a picture fills. */
const isMarginal = (shown: readonly Glyph[], page: PageContent): boolean =>
  shown.length < MARGINAL_CHARACTERS &&
  pictureShare(page) >= FULL_SHARE &&
  shown.every((glyph) => bottomOf(glyph) <= MARGIN * page.height || glyph.y >= (1 - MARGIN) * page.height);

/** True where the text is what some program has read from the picture that fills the page. */
export const isHiddenText = (page: PageContent): boolean =>
  page.invisible > 0.5 * page.glyphs.length && pictureShare(page) >= FULL_SHARE;

/** Share of a page that its pictures cover, 0 … 1; they may overlap. */
const pictureShare = ({ pictures, width, height }: PageContent): number =>
  Math.min(1, pictures.reduce((sum, box) => sum + box.width * box.height, 0) / (width * height || 1));

/** Text that takes so much of a picture's area stands on it: the picture is a background. */
const BACKGROUND_SHARE = 0.15;

/** The pictures of a page with text that are large enough to hold text of their own, and do not lie under it. */
export const largePictures = (page: PageContent): Picture[] => {
  if (isHiddenText(page)) return [];
  const { pictures, glyphs, width, height } = page;
  return pictures.filter((box) => {
    const area = box.width * box.height;
    if (area < LARGE_PICTURE * width * height) return false;
    const taken = glyphs.reduce((sum, glyph) => sum + (isOn(box, glyph) ? glyph.width * glyph.height : 0), 0);
    return taken < BACKGROUND_SHARE * area;
  });
};

const isOn = (box: Picture, glyph: Glyph): boolean =>
  glyph.x >= box.x && glyph.x <= rightOf(box) && glyph.y >= box.y && glyph.y <= bottomOf(box);

const NOTES: readonly { verdict: Verdict; code: string; message: string }[] = [
  { verdict: 'image', code: 'pages-need-ocr', message: '是图像，没有文字，需要识别（OCR）或人工查阅' },
  { verdict: 'garbage', code: 'pages-garbled', message: '文字层的字符无法辨认，需要识别（OCR）或人工查阅' },
  { verdict: 'wordless', code: 'pages-wordless', message: '是图像，没有识别出文字，请人工查阅' },
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
