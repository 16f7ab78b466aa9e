import type { Manuscript } from '../../model/index.js';
import { textOfPages } from '../layout/manuscript.js';
import { readContent } from './document.js';

/**
 * Reads the text of a PDF: characters to lines, lines in reading order, page furniture removed, lines joined to
 * paragraphs. Throws FileError: needs-ocr (no or no usable text layer), no-text, encrypted, corrupt, too-large.
 */
export const readPdf = async (bytes: Uint8Array): Promise<Manuscript> => {
  const { pages, metadata } = await readContent(bytes);
  return { format: 'pdf', metadata, ...textOfPages([pages]) };
};
