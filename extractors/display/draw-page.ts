import sharp, { type Sharp } from 'sharp';
import { FileError, type FileFormat, type SupportedFormat } from '../../model/index.js';
import { boxAround, type Glyph, rightOf } from '../layout/page.js';
import { levelGlyphs } from '../layout/turning.js';
import type { Raster } from '../ocr/recognised-page.js';
import type { PageWish, PageWord, Sheet, Size } from './sheet.js';

/** A page for a person to look at. */
export interface PageImage {
  readonly type: 'image/webp';
  readonly bytes: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** Of the upright page in points: what boxes of the text are measured in. */
  readonly size: Size;
  /** Words that the image does not show, since their font is not in the file. */
  readonly words: readonly PageWord[];
}

type Display = (bytes: Uint8Array, wish: PageWish) => Promise<Sheet>;

/** Loaded when first needed. */
const DISPLAYS: Readonly<Partial<Record<SupportedFormat, () => Promise<Display>>>> = {
  pdf: async () => (await import('../pdf/display.js')).displayPdf,
  ofd: async () => (await import('../ofd/display.js')).displayOfd,
  image: async () => (await import('../image/display.js')).displayImage,
};

/** Whether files of a format have pages that can be shown. */
export const hasPageImages = (format: FileFormat): boolean => format in DISPLAYS;

/**
 * Draws a page of a file as it was read: upright, so that the boxes of its text lie on their words.
 * Throws FileError: unsupported for a format without pages; encrypted, corrupt, too-large.
 */
export const drawPage = async (bytes: Uint8Array, format: FileFormat, wish: PageWish): Promise<PageImage> => {
  const load = DISPLAYS[format as SupportedFormat];
  if (!load) throw new FileError('unsupported', '没有页面图像');
  const { raster, size, missing } = await (await load())(bytes, wish);
  const { quarter } = wish.turn;
  const image = await encoded(await upright(raster, wish.turn));
  const words = wordsOf(levelGlyphs(missing, quarter, size));
  const { width, height } = size;
  return { ...image, size: quarter % 180 === 0 ? size : { width: height, height: width }, words };
};

/** A wider gap than this, in ems, parts words: what follows may stand in the next cell of a table. */
const GAP = 0.35;

/** Glyphs that follow each other in the file and stand side by side, as one. */
const wordsOf = (glyphs: readonly Glyph[]): PageWord[] => {
  const words: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = words.at(-1)?.at(-1);
    const goesOn =
      last &&
      Math.abs(last.baseline - glyph.baseline) < 0.1 * glyph.size &&
      Math.abs(last.size - glyph.size) < 0.1 * glyph.size &&
      Math.abs(glyph.x - rightOf(last)) < GAP * glyph.size;
    if (goesOn) words.at(-1)!.push(glyph);
    else words.push([glyph]);
  }
  return words.map((word) => ({
    text: word.map(({ char }) => char).join(''),
    box: boxAround(word),
    size: word[0]!.size,
  }));
};

/** The page turned, then rotated about its middle so that its lines are level; as recognition does it. */
const upright = async (raster: Raster, { quarter, slant }: PageWish['turn']): Promise<Sharp> => {
  const { data, width, height } = raster;
  const raw = { raw: { width, height, channels: 3 } } as const;
  if (quarter === 0 && slant === 0) return sharp(data, raw);
  const turned = await sharp(data, raw).rotate(quarter).raw().toBuffer({ resolveWithObject: true });
  const { width: across, height: down } = turned.info;
  const page = sharp(turned.data, { raw: { width: across, height: down, channels: 3 } });
  if (slant === 0) return page;
  const levelled = await page
    .rotate(-slant, { background: '#ffffff' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { info } = levelled;
  return sharp(levelled.data, { raw: { width: info.width, height: info.height, channels: 3 } }).extract({
    left: Math.floor((info.width - across) / 2),
    top: Math.floor((info.height - down) / 2),
    width: across,
    height: down,
  });
};

/** Small enough for a page to be sent at once, and print stays sharp (see docs/decisions/page-images.md). */
const encoded = async (page: Sharp): Promise<Pick<PageImage, 'type' | 'bytes' | 'width' | 'height'>> => {
  const { data, info } = await page.webp({ quality: 80, effort: 1 }).toBuffer({ resolveWithObject: true });
  return { type: 'image/webp', bytes: data, width: info.width, height: info.height };
};
