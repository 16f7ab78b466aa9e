import { FileError } from '../../model/index.js';
import { checkPage, type PageWish, type Sheet, scaleFor } from '../display/sheet.js';
import type { Turned } from '../layout/turning.js';
import type { Raster } from '../ocr/recognised-page.js';
import { OpenPdf } from './document.js';
import { loadPdfium } from './pdfium.js';
import { INVISIBLE, type LoadedPage, objectsOf, readGlyphs } from './read-page.js';

/**
 * Draws a page for a person to look at. The engine has no Chinese fonts of its own: characters whose font is not in the
 * file are given instead. Throws FileError: encrypted, corrupt, too-large.
 */
export const displayPdf = async (bytes: Uint8Array, wish: PageWish): Promise<Sheet> => {
  const document = new OpenPdf(await loadPdfium(), bytes);
  try {
    checkPage(wish, document.pageCount());
    const index = wish.page - 1;
    const found = document.withPage(index, (page) => {
      const largest = Math.max(0, ...objectsOf(page).pictures.map(({ pixels }) => pixels));
      if (largest > wish.pixels)
        throw new FileError('too-large', `页内图片有${largest}像素，上限${wish.pixels}像素`);
      const { width, height } = page;
      return { size: { width, height }, foreign: foreignGlyphs(page) };
    });
    const raster = found && document.draw(index, scaleFor(found.size, wish));
    if (!raster) throw new FileError('corrupt', '页面无法打开');
    return { raster, size: found.size, missing: undrawn(found.foreign, raster) };
  } finally {
    document.close();
  }
};

/** The characters that are meant to be seen and whose font is not in the file. */
const foreignGlyphs = (page: LoadedPage): Turned[] => {
  const { pdfium } = page;
  const known = new Map<number, boolean>();
  const isForeign = (object: number): boolean => {
    const before = known.get(object);
    if (before !== undefined) return before;
    const font = object && pdfium._FPDFTextObj_GetFont(object);
    const foreign =
      font !== 0 &&
      pdfium._FPDFFont_GetIsEmbedded(font) === 0 &&
      pdfium._FPDFTextObj_GetTextRenderMode(object) !== INVISIBLE;
    known.set(object, foreign);
    return foreign;
  };
  return readGlyphs(page, isForeign).glyphs.filter(({ char }) => char.trim() !== '');
};

/** Those of the characters that the engine has not drawn in a font of its own. */
const undrawn = (glyphs: readonly Turned[], raster: Raster): Turned[] => {
  let drawn = false;
  return glyphs.filter((glyph) => {
    // A mark stands in a corner of its place, if anywhere: it goes with the letter before it.
    if (/[\p{L}\p{N}]/u.test(glyph.char)) drawn = showsInk(glyph, raster);
    return !drawn;
  });
};

/** Values of a pixel that tell ink from paper. */
const CONTRAST = 24;
/** The edges of a character's place may hold its neighbours, an underline or a rule. */
const EDGE = 0.2;

/** Whether the middle of a character's place shows more than one colour. */
const showsInk = ({ x, y, width, height }: Turned, { data, scale, ...page }: Raster): boolean => {
  const pixel = (points: number, most: number): number =>
    Math.max(0, Math.min(most, Math.round(points * scale)));
  const left = pixel(x + EDGE * width, page.width);
  const right = pixel(x + (1 - EDGE) * width, page.width);
  const [top, bottom] = [pixel(y + EDGE * height, page.height), pixel(y + (1 - EDGE) * height, page.height)];
  let [least, most] = [255, 0];
  for (let row = top; row < bottom; row++)
    for (let at = 3 * (row * page.width + left); at < 3 * (row * page.width + right); at += 3) {
      const value = data[at + 1]!;
      if (value < least) least = value;
      if (value > most) most = value;
    }
  return most - least > CONTRAST;
};
