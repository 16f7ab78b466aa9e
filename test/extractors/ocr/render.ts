import type { Raster } from '../../../extractors/ocr/recognised-page.js';
import { loadPdfium, type Pdfium } from '../../../extractors/pdf/pdfium.js';

/** PDFium's functions for drawing a page, which reading does not need. */
interface Drawing {
  _FPDFBitmap_Create(width: number, height: number, alpha: number): number;
  _FPDFBitmap_FillRect(
    bitmap: number,
    x: number,
    y: number,
    width: number,
    height: number,
    colour: number,
  ): number;
  _FPDFBitmap_GetBuffer(bitmap: number): number;
  _FPDFBitmap_GetStride(bitmap: number): number;
  _FPDFBitmap_Destroy(bitmap: number): void;
  _FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    x: number,
    y: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
  ): void;
}

/** The first page of a PDF as pixels. `scale` is pixels a point. */
export const renderPage = async (bytes: Uint8Array, scale: number): Promise<Raster> => {
  const pdfium = (await loadPdfium()) as Pdfium & Drawing;
  const file = pdfium.wasmExports.malloc(bytes.length);
  pdfium.HEAPU8.set(bytes, file);
  const document = pdfium._FPDF_LoadMemDocument(file, bytes.length, 0);
  const page = pdfium._FPDF_LoadPage(document, 0);
  const width = Math.round(pdfium._FPDF_GetPageWidth(page) * scale);
  const height = Math.round(pdfium._FPDF_GetPageHeight(page) * scale);
  const bitmap = pdfium._FPDFBitmap_Create(width, height, 0);
  pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
  pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0);
  const from = pdfium._FPDFBitmap_GetBuffer(bitmap);
  const stride = pdfium._FPDFBitmap_GetStride(bitmap);
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      // Blue, green, red, unused.
      for (let channel = 0; channel < 3; channel += 1)
        data[(y * width + x) * 3 + channel] = pdfium.HEAPU8[from + y * stride + x * 4 + 2 - channel]!;
  pdfium._FPDFBitmap_Destroy(bitmap);
  pdfium._FPDF_ClosePage(page);
  pdfium._FPDF_CloseDocument(document);
  pdfium.wasmExports.free(file);
  return { width, height, data, scale };
};
