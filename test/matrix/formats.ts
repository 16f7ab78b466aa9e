import type { FormatSamples } from './sample.js';
import { OFD, PDF } from './samples/pages.js';
import { ET, XLS, XLSX } from './samples/sheets.js';
import { HTML, MHT, RTF, TXT } from './samples/text.js';
import { DOC, DOCX, WPS } from './samples/word.js';

/** The rows of the matrix. A new format is one entry. */
export const FORMATS: readonly FormatSamples[] = [
  DOCX,
  DOC,
  WPS,
  RTF,
  TXT,
  HTML,
  MHT,
  PDF,
  OFD,
  XLSX,
  XLS,
  ET,
];
