import { FileError, type Manuscript } from '../../model/index.js';
import { textOfPages } from '../layout/manuscript.js';
import type { PageContent } from '../layout/page.js';
import { contentOf } from '../ocr/page-content.js';
import type { Raster, Recogniser } from '../ocr/recognised-page.js';
import { recogniser } from '../ocr/recogniser.js';
import type { ReadingOptions } from '../reading.js';
import { type OpenPicture, openPicture, rasterOf } from './decode.js';
import { resolutionOf } from './resolution.js';

/**
 * Reads a picture of a document: png, jpg, tif with all its pages, bmp, gif, webp. Its text is recognised from the pixels.
 * Throws FileError: needs-ocr (recognition not wanted), no-text (a picture of something else), unsupported, corrupt,
 * too-large.
 */
export const readImage = async (
  bytes: Uint8Array,
  options: ReadingOptions,
  recognise: Recogniser = recogniser,
): Promise<Manuscript> => {
  const { limits, ocr, onProgress } = options;
  const picture = await openPicture(bytes, limits.pixels);
  if (picture.pages > limits.pages)
    throw new FileError('too-large', `共${picture.pages}页，上限${limits.pages}页`);
  if (!ocr) throw new FileError('needs-ocr', `共${picture.pages}页`);
  const pages: (PageContent | null)[] = [];
  for (let index = 0; index < picture.pages; index++) {
    const raster = await pageRaster(picture, index, limits.pixels);
    // A picture without text still shows something.
    pages.push(raster && { ...contentOf(await recognise(raster), index + 1), objects: 1 });
    onProgress();
  }
  return { format: 'image', metadata: [], ...textOfPages([pages]) };
};

/** The pixels of a page; null where it is damaged, so that the other pages of a file are still read. */
const pageRaster = async (picture: OpenPicture, index: number, pixels: number): Promise<Raster | null> => {
  try {
    const { scale, shrunk } = await resolutionOf(await picture.page(index), pixels);
    return await rasterOf(shrunk, scale);
  } catch (error) {
    if (error instanceof FileError && error.reason.code === 'corrupt') return null;
    throw error;
  }
};
