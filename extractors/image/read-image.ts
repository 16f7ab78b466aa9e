import { FileError, type Manuscript } from '../../model/index.js';
import { textOfPages } from '../layout/manuscript.js';
import type { PageContent } from '../layout/page.js';
import { contentOf } from '../ocr/page-content.js';
import type { Recogniser } from '../ocr/recognised-page.js';
import { recogniser } from '../ocr/recogniser.js';
import type { ReadingOptions } from '../reading.js';
import { openPicture, rasterOf } from './decode.js';
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
  const pages: PageContent[] = [];
  for (let index = 0; index < picture.pages; index++) {
    const page = await picture.page(index);
    const { scale, shrunk } = await resolutionOf(page, limits.pixels);
    const found = await recognise(await rasterOf(shrunk, scale));
    // A picture without text still shows something.
    pages.push({ ...contentOf(found, index + 1), objects: 1 });
    onProgress();
  }
  return { format: 'image', metadata: [], ...textOfPages([pages]) };
};
