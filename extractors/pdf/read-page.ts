import { type Box, FileError } from '../../model/index.js';
import { readable } from '../layout/characters.js';
import { MAX_PAGE_CHARACTERS } from '../layout/manuscript.js';
import type { PageContent, Point, Transform } from '../layout/page.js';
import { degrees, setUpright, type Turned } from '../layout/turning.js';
import { readObjects, showThinText } from './page-objects.js';
import { type Pdfium, Scratch } from './pdfium.js';

/** A page that the engine has open, as displayed. */
export interface LoadedPage {
  readonly pdfium: Pdfium;
  /** Handles of the page and of its text; 0 where it has none. */
  readonly page: number;
  readonly text: number;
  /** In points. */
  readonly width: number;
  readonly height: number;
  readonly transform: Transform;
  readonly scratch: Scratch;
}

/** Opens a page, does something with it and closes it. Returns null when PDFium can not load it. */
export const withPage = <T>(
  pdfium: Pdfium,
  document: number,
  index: number,
  work: (page: LoadedPage) => T,
): T | null => {
  const page = pdfium._FPDF_LoadPage(document, index);
  if (!page) return null;
  const scratch = new Scratch(pdfium, 64);
  let text = 0;
  try {
    showThinText(pdfium, page, scratch);
    text = pdfium._FPDFText_LoadPage(page);
    const width = pdfium._FPDF_GetPageWidth(page);
    const height = pdfium._FPDF_GetPageHeight(page);
    const transform = displayTransform(pdfium, page, width, height, scratch);
    return work({ pdfium, page, text, width, height, transform, scratch });
  } finally {
    if (text) pdfium._FPDFText_ClosePage(text);
    pdfium._FPDF_ClosePage(page);
    scratch.free();
  }
};

/** Reads one page of an open document. Returns null when PDFium can not load it. */
export const readPage = (pdfium: Pdfium, document: number, index: number): PageContent | null =>
  withPage(pdfium, document, index, (loaded) => {
    const { text, width, height } = loaded;
    const objects = objectsOf(loaded);
    const { glyphs, damaged } = readGlyphs(loaded);
    const invisible = objects.pictures.length > 0 ? countInvisible(pdfium, text) : 0;
    return setUpright(glyphs, { number: index + 1, width, height, damaged, invisible, ...objects });
  });

/** The images and strokes of a page. */
export const objectsOf = ({ pdfium, page, transform, scratch, width, height }: LoadedPage) =>
  readObjects(pdfium, page, transform, scratch, { width, height });

/** PDFium gives positions in the page's own space; its rotation and crop box are read off three points. */
const displayTransform = (
  pdfium: Pdfium,
  page: number,
  width: number,
  height: number,
  scratch: Scratch,
): Transform => {
  // Device coordinates are whole numbers: a hundredth of a point is exact enough.
  const unit = 100;
  const at = (x: number, y: number): [number, number] => {
    const { pointer } = scratch;
    const [w, h] = [Math.round(width * unit), Math.round(height * unit)];
    pdfium._FPDF_PageToDevice(page, 0, 0, w, h, 0, x, y, pointer, pointer + 4);
    return [scratch.integer(0) / unit, scratch.integer(1) / unit];
  };
  const far = 1000;
  const [x0, y0] = at(0, 0);
  const [xx, xy] = at(far, 0);
  const [yx, yy] = at(0, far);
  return (x, y) => ({
    x: x0 + ((xx - x0) * x + (yx - x0) * y) / far,
    y: y0 + ((xy - y0) * x + (yy - y0) * y) / far,
  });
};

/** The characters of a page, or those of the text objects that are wanted. */
export const readGlyphs = (
  { pdfium, text, transform, scratch }: LoadedPage,
  isWanted?: (textObject: number) => boolean,
): { glyphs: Turned[]; damaged: number } => {
  const glyphs: Turned[] = [];
  let damaged = 0;
  const count = text ? pdfium._FPDFText_CountChars(text) : 0;
  if (count > MAX_PAGE_CHARACTERS) throw new FileError('too-large', `一页超过${MAX_PAGE_CHARACTERS}字`);
  const { pointer } = scratch;
  for (let i = 0; i < count; i++) {
    if (pdfium._FPDFText_IsGenerated(text, i) === 1) continue;
    if (isWanted && !isWanted(pdfium._FPDFText_GetTextObject(text, i))) continue;
    const char = readable(plainCode(pdfium._FPDFText_GetUnicode(text, i)));
    if (char === null) {
      damaged++;
      continue;
    }
    if (!pdfium._FPDFText_GetLooseCharBox(text, i, pointer)) continue;
    // FS_RECTF: left, top, right, bottom, y upwards.
    const a = transform(scratch.float(0), scratch.float(1));
    const b = transform(scratch.float(2), scratch.float(3));
    pdfium._FPDFText_GetCharOrigin(text, i, pointer, pointer + 8);
    const origin = transform(scratch.double(0), scratch.double(1));
    pdfium._FPDFText_GetMatrix(text, i, pointer);
    const zero = transform(0, 0);
    const along = transform(scratch.float(0), scratch.float(1));
    const across = transform(scratch.float(2), scratch.float(3));
    const up = { x: across.x - zero.x, y: across.y - zero.y };
    const size = pdfium._FPDFText_GetFontSize(text, i) * Math.hypot(up.x, up.y);
    glyphs.push({
      char,
      ...printOf(a, b, origin, up, size),
      baseline: origin.y,
      size: size || Math.abs(a.y - b.y),
      bold: pdfium._FPDFText_GetFontWeight(text, i) >= 600,
      angle: degrees(Math.atan2(zero.y - along.y, along.x - zero.x)),
    });
  }
  return { glyphs, damaged };
};

/**
 * Ems above and below its baseline that a character's place reaches at most: fonts that are to hold any script name
 * twice as much, and a box of theirs would lie over the lines around it.
 */
const ASCENT = 1.1;
const DESCENT = 0.32;

/** The part that print takes of the place between two corners, which the engine makes as tall as the font says. */
const printOf = (a: Point, b: Point, origin: Point, up: Point, size: number): Box => {
  const [x, y, right, bottom] = [
    Math.min(a.x, b.x),
    Math.min(a.y, b.y),
    Math.max(a.x, b.x),
    Math.max(a.y, b.y),
  ];
  const level = Math.abs(up.y) >= Math.abs(up.x);
  // Drawn fonts may have sizes that say nothing; nearly all characters are as tall as they are wide.
  const em = Math.max(size, level ? right - x : bottom - y);
  const [left, end] = level ? [x, right] : near(x, right, origin.x, Math.sign(up.x) * em);
  const [top, foot] = level ? near(y, bottom, origin.y, Math.sign(up.y) * em) : [y, bottom];
  return { x: left, y: top, width: end - left, height: foot - top };
};

/** What of a range is near a baseline; `em` is negative where its characters stand towards lower numbers. */
const near = (from: number, to: number, baseline: number, em: number): readonly [number, number] => {
  const [low, high] = em < 0 ? [ASCENT * em, -DESCENT * em] : [-DESCENT * em, ASCENT * em];
  const [start, end] = [Math.max(from, baseline + low), Math.min(to, baseline + high)];
  return end > start ? [start, end] : [from, to];
};

/** Text render mode of characters that take their place and are not drawn. */
export const INVISIBLE = 3;

/** How many characters are set to be found, not seen. */
const countInvisible = (pdfium: Pdfium, text: number): number => {
  const count = text ? pdfium._FPDFText_CountChars(text) : 0;
  let invisible = 0;
  for (let i = 0; i < count; i++) {
    const object = pdfium._FPDFText_GetTextObject(text, i);
    if (object && pdfium._FPDFTextObj_GetTextRenderMode(object) === INVISIBLE) invisible++;
  }
  return invisible;
};

/** PDFium's marks for a hyphen at a line's end as a hyphen. */
const plainCode = (code: number): number => (code === 0x02 || code === 0xfffe ? 0x2d : code);
