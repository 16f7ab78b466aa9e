import type { PageContent } from '../layout/page.js';
import { largePictures, verdictOf } from '../layout/verdict.js';
import { contentOf, fits, withPictures } from './page-content.js';
import type { Raster, Recogniser } from './recognised-page.js';

/** How the pages of a file become pixels, and pixels text. */
export interface PixelReader {
  readonly recognise: Recogniser;
  /** The page as it is displayed; null where it can not be drawn. */
  readonly draw: (page: PageContent) => Drawn | null | Promise<Drawn | null>;
}

export interface Drawn {
  readonly raster: Raster;
  /** Whether the page's text is drawn as well; else it is kept beside what was recognised. */
  readonly withText: boolean;
}

/**
 * A page with what can only be read from its pixels: all of a scan and of a page whose characters mean nothing, the large
 * pictures of a page with text; other pages as they are. A page that can not be drawn stays as it is, and so does one
 * whose characters mean nothing and whose pixels show none either.
 */
export const readPixels = async (
  page: PageContent,
  { recognise, draw }: PixelReader,
): Promise<PageContent> => {
  const verdict = verdictOf(page);
  const pictures = verdict === 'text' ? largePictures(page) : [];
  if (verdict !== 'image' && verdict !== 'garbage' && pictures.length === 0) return page;
  const drawn = await draw(page);
  if (!drawn) return page;
  const { raster, withText } = drawn;
  const found = await recognise(raster);
  const whole = { x: 0, y: 0, width: page.width, height: page.height };
  if (verdict === 'text') return withPictures(page, pictures, found);
  if (!withText && fits(page, found) && page.glyphs.length > 0) return withPictures(page, [whole], found);
  if (found.texts.length > 0) {
    const content = contentOf(found, page.number);
    // Rules that the file draws are surer than those seen; pale ones are not seen at all.
    return fits(page, found) ? { ...content, rules: [...page.rules, ...content.rules] } : content;
  }
  if (verdict === 'garbage') return page;
  return { ...contentOf(found, page.number), objects: hasInk(raster) ? page.objects : 0 };
};

/** Pixels darker than this are ink. */
const DARK = 128;
/** The specks on the scan of a blank sheet, and the shadow at its edge, are less. */
const INK_SHARE = 0.005;

/** True where a page shows more than paper. */
export const hasInk = ({ data }: Raster): boolean => {
  let dark = 0;
  for (let i = 0; i + 2 < data.length; i += 3)
    if (data[i]! < DARK || data[i + 1]! < DARK || data[i + 2]! < DARK) dark++;
  return dark > (INK_SHARE * data.length) / 3;
};
