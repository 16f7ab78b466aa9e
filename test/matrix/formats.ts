import type { FormatSamples } from './sample.js';
import { EML, MSG, RAR, SEVEN_ZIP, TAR_GZ, ZIP } from './samples/packed.js';
import { OFD, PDF } from './samples/pages.js';
import { JPG, PDF_SCAN, PNG, TIF } from './samples/pictures.js';
import { ET, XLS, XLSX } from './samples/sheets.js';
import { ODT, PPT, PPTX } from './samples/slides.js';
import { HTML, MD, MHT, RTF, TXT } from './samples/text.js';
import { DOC, DOCX, WPS } from './samples/word.js';

/** The rows of the matrix. A new format is one entry. */
export const FORMATS: readonly FormatSamples[] = [
  DOCX,
  DOC,
  WPS,
  RTF,
  TXT,
  MD,
  HTML,
  MHT,
  PDF,
  OFD,
  XLSX,
  XLS,
  ET,
  PPTX,
  PPT,
  ODT,
  EML,
  MSG,
  ZIP,
  RAR,
  SEVEN_ZIP,
  TAR_GZ,
];

/** Formats whose pages are pixels: recognition takes seconds a page. */
export const PICTURES: readonly FormatSamples[] = [PDF_SCAN, PNG, JPG, TIF];
