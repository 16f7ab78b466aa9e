import type { Manuscript } from '../../model/index.js';
import { textOfPages } from '../layout/manuscript.js';
import type { Recogniser } from '../ocr/recognised-page.js';
import { recogniser } from '../ocr/recogniser.js';
import type { ReadingOptions } from '../reading.js';
import { readContent } from './document.js';

/**
 * Reads the text of a PDF: characters to lines, lines in reading order, page furniture removed, lines joined to
 * paragraphs. Pages without a usable text layer are recognised from their pixels.
 * Throws FileError: needs-ocr (no or no usable text layer, and recognition not wanted), no-text, encrypted, corrupt,
 * too-large.
 */
export const readPdf = async (
  bytes: Uint8Array,
  options: ReadingOptions,
  recognise: Recogniser = recogniser,
): Promise<Manuscript> => {
  const { pages, metadata } = await readContent(bytes, options, recognise);
  return { format: 'pdf', metadata, ...textOfPages([pages]) };
};
