import { DEFAULT_READING, type ReadingOptions } from '../extractors/index.js';

/** Reading with the text that a file holds alone. */
export const WITHOUT_OCR: ReadingOptions = { ...DEFAULT_READING, ocr: false };
