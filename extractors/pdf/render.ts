import type { PageContent } from '../layout/page.js';
import type { Raster } from '../ocr/recognised-page.js';
import { scaleFor } from '../ocr/scale.js';
import type { Pdfium } from './pdfium.js';

/** Three bytes a pixel. */
const FORMAT_BGR = 2;
/** Draws annotations as well: a stamp or a signature may be one. */
const ANNOTATIONS = 0x01;
/** RGB instead of BGR. */
const REVERSED = 0x10;
const WHITE = 0xffffffff;

/**
 * Draws a page as it is displayed, at a resolution that recognition reads well, with at most so many pixels. Null where
 * the page can not be loaded or has no area, and where a picture on it has more pixels than that: the engine would
 * unpack it whole. Its memory in the engine is given back before it returns.
 */
export const render = (
  pdfium: Pdfium,
  document: number,
  content: PageContent,
  pixels: number,
): Raster | null => {
  if (content.pictures.some((picture) => picture.pixels > pixels)) return null;
  return draw(pdfium, document, content.number - 1, (size) => scaleFor(size, content.pictures, pixels));
};

/** Draws a page in so many pixels a point. Null where it can not be loaded or has no area. */
export const draw = (
  pdfium: Pdfium,
  document: number,
  index: number,
  scaleOf: (size: { readonly width: number; readonly height: number }) => number,
): Raster | null => {
  const page = pdfium._FPDF_LoadPage(document, index);
  if (!page) return null;
  try {
    const [across, down] = [pdfium._FPDF_GetPageWidth(page), pdfium._FPDF_GetPageHeight(page)];
    if (!(across > 0 && down > 0)) return null;
    const scale = scaleOf({ width: across, height: down });
    const [width, height] = [Math.max(1, Math.floor(across * scale)), Math.max(1, Math.floor(down * scale))];
    const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, FORMAT_BGR, 0, 0);
    if (!bitmap) throw new RangeError(`PDFium has no room for ${width} × ${height} pixels`);
    try {
      pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
      pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, ANNOTATIONS | REVERSED);
      const start = pdfium._FPDFBitmap_GetBuffer(bitmap);
      const stride = pdfium._FPDFBitmap_GetStride(bitmap);
      const data = new Uint8Array(width * height * 3);
      for (let row = 0; row < height; row++) {
        const at = start + row * stride;
        data.set(pdfium.HEAPU8.subarray(at, at + 3 * width), row * 3 * width);
      }
      return { width, height, data, scale: width / across };
    } finally {
      pdfium._FPDFBitmap_Destroy(bitmap);
    }
  } finally {
    pdfium._FPDF_ClosePage(page);
  }
};
