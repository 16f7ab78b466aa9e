import sharp, { type Sharp } from 'sharp';
import { boxAround, type Glyph, rightOf } from '../layout/page.js';
import { levelGlyphs } from '../layout/turning.js';
import type { Raster } from '../ocr/recognised-page.js';
import type { PageImage, PageWish, PageWord, Sheet } from './sheet.js';

/** A sheet turned and levelled as it was to be read, and encoded. */
export const finish = async (
  { raster, size, missing }: Sheet,
  { turn }: Pick<PageWish, 'turn'>,
): Promise<PageImage> => {
  const image = await encoded(await upright(raster, turn));
  const words = wordsOf(levelGlyphs(missing, turn.quarter, size));
  const { width, height } = size;
  return { ...image, size: turn.quarter % 180 === 0 ? size : { width: height, height: width }, words };
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
