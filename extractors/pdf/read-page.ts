import { FileError } from '../../model/index.js';
import { withoutRadicals } from '../radicals.js';
import type { Glyph, PageContent, Transform } from './page.js';
import { readObjects, showThinText } from './page-objects.js';
import { type Pdfium, Scratch } from './pdfium.js';

/** More than any real page holds; a page beyond it is hostile. */
const MAX_CHARACTERS = 200_000;

interface Turned extends Glyph {
  /** Counter-clockwise angle to the page's horizontal in degrees, 0 … 359. */
  readonly angle: number;
}

/** Reads one page of an open document. Returns null when PDFium can not load it. */
export const readPage = (pdfium: Pdfium, document: number, index: number): PageContent | null => {
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
    const { glyphs, damaged } = readGlyphs(pdfium, text, transform, scratch);
    const objects = readObjects(pdfium, page, transform, scratch, width * height);
    const turned = dominantQuarter(glyphs);
    const upright = glyphs.filter((glyph) => quarterOf(glyph.angle) === turned);
    const asides = runsOf(glyphs.filter((glyph) => quarterOf(glyph.angle) !== turned));
    const common = { number: index + 1, asides, damaged, ...objects };
    if (turned === 0) return { ...common, width, height, glyphs: upright };
    const turn = turnBack(turned, width, height);
    const flat = turned === 180;
    return {
      ...common,
      width: flat ? width : height,
      height: flat ? height : width,
      glyphs: upright.map(turn),
      // Rules of a page whose text lies on its side are left out: such a table is read as lines.
      rules: [],
    };
  } finally {
    if (text) pdfium._FPDFText_ClosePage(text);
    pdfium._FPDF_ClosePage(page);
    scratch.free();
  }
};

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

const readGlyphs = (
  pdfium: Pdfium,
  text: number,
  transform: Transform,
  scratch: Scratch,
): { glyphs: Turned[]; damaged: number } => {
  const glyphs: Turned[] = [];
  let damaged = 0;
  const count = text ? pdfium._FPDFText_CountChars(text) : 0;
  if (count > MAX_CHARACTERS) throw new FileError('too-large', `一页超过${MAX_CHARACTERS}字`);
  const { pointer } = scratch;
  for (let i = 0; i < count; i++) {
    if (pdfium._FPDFText_IsGenerated(text, i) === 1) continue;
    const char = readable(pdfium._FPDFText_GetUnicode(text, i));
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
    const size = pdfium._FPDFText_GetFontSize(text, i) * Math.hypot(across.x - zero.x, across.y - zero.y);
    glyphs.push({
      char,
      x: Math.min(a.x, b.x),
      y: Math.min(a.y, b.y),
      width: Math.abs(a.x - b.x),
      height: Math.abs(a.y - b.y),
      baseline: origin.y,
      size: size || Math.abs(a.y - b.y),
      bold: pdfium._FPDFText_GetFontWeight(text, i) >= 600,
      angle: degrees(Math.atan2(zero.y - along.y, along.x - zero.x)),
    });
  }
  return { glyphs, damaged };
};

const degrees = (radians: number): number => Math.round((radians * 180) / Math.PI + 360) % 360;

/** The character as a reader means it, or null where the font does not say. */
const readable = (code: number): string | null => {
  // PDFium's marks for a hyphen at a line's end.
  if (code === 0x02 || code === 0xfffe || code === 0xad) return '-';
  if (code === 0x09 || code === 0x0a || code === 0x0d || code === 0xa0) return ' ';
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return null;
  if (code === 0xfffd || code === 0xffff || (code >= 0xe000 && code <= 0xf8ff)) return null;
  if (code > 0x10ffff) return null;
  return withoutRadicals(String.fromCodePoint(code));
};

/** 0, 90, 180, 270, or -1 for a slant. */
const quarterOf = (angle: number): number => {
  const quarter = (Math.round(angle / 90) * 90) % 360;
  return Math.abs(((angle - quarter + 540) % 360) - 180) <= 10 ? quarter : -1;
};

/** The direction in which most of the page's text runs; a slanted text never turns a page. */
const dominantQuarter = (glyphs: readonly Turned[]): number => {
  const counts = new Map<number, number>([[0, 0]]);
  for (const { angle } of glyphs) {
    const quarter = quarterOf(angle);
    if (quarter >= 0) counts.set(quarter, (counts.get(quarter) ?? 0) + 1);
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
};

/** Turns a page whose text runs at 90, 180 or 270 degrees so that it reads from left to right. */
const turnBack =
  (quarter: number, width: number, height: number) =>
  (glyph: Glyph): Glyph => {
    const { x, y, width: w, height: h } = glyph;
    // The baseline of turned text is not y any more; the box's foot stands in for it.
    if (quarter === 180) {
      const top = height - y - h;
      return { ...glyph, x: width - x - w, y: top, baseline: top + h };
    }
    const top = quarter === 90 ? x : width - x - w;
    const left = quarter === 90 ? height - y - h : y;
    return { ...glyph, x: left, y: top, width: h, height: w, baseline: top + w };
  };

/** Slanted or turned glyphs as they follow each other in the file, cut where the angle changes. */
const runsOf = (glyphs: readonly Turned[]): string[] => {
  const runs: string[] = [];
  let last: Turned | undefined;
  for (const glyph of glyphs) {
    const near =
      last &&
      last.angle === glyph.angle &&
      Math.hypot(last.x - glyph.x, last.y - glyph.y) < 4 * Math.max(last.size, glyph.size);
    if (near) runs[runs.length - 1] += glyph.char;
    else runs.push(glyph.char);
    last = glyph;
  }
  return runs.map((run) => run.trim()).filter((run) => run !== '');
};
