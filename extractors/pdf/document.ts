import { FileError, type MetadataField } from '../../model/index.js';
import { MAX_CHARACTERS, MAX_PAGES } from '../layout/manuscript.js';
import type { PageContent } from '../layout/page.js';
import { discardPdfium, loadPdfium, type Pdfium, Scratch } from './pdfium.js';
import { readPage } from './read-page.js';

/** A document's pages as they stand there; null for a page that can not be loaded. */
export interface PdfContent {
  readonly pages: readonly (PageContent | null)[];
  readonly metadata: readonly MetadataField[];
}

const PASSWORD_ERROR = 4;
const SECURITY_ERROR = 5;

/**
 * Opens a document, reads all of it and closes it again, whatever happens.
 * Throws FileError: encrypted, corrupt, too-large, out-of-memory.
 */
export const readContent = async (bytes: Uint8Array): Promise<PdfContent> => {
  const pdfium = await loadPdfium();
  try {
    return open(pdfium, bytes);
  } catch (error) {
    if (error instanceof FileError) throw error;
    // The engine stopped in the middle: its memory can not be trusted any more.
    discardPdfium();
    const exhausted = error instanceof RangeError || /memory|OOM/i.test(String(error));
    throw new FileError(exhausted ? 'out-of-memory' : 'corrupt', '', { cause: error });
  }
};

const open = (pdfium: Pdfium, bytes: Uint8Array): PdfContent => {
  const data = new Scratch(pdfium, bytes.length);
  try {
    data.write(bytes);
    const document = pdfium._FPDF_LoadMemDocument(data.pointer, bytes.length, 0);
    if (!document) {
      const error = pdfium._FPDF_GetLastError();
      throw new FileError(error === PASSWORD_ERROR || error === SECURITY_ERROR ? 'encrypted' : 'corrupt');
    }
    try {
      return { pages: readPages(pdfium, document), metadata: readMetadata(pdfium, document) };
    } finally {
      pdfium._FPDF_CloseDocument(document);
    }
  } finally {
    data.free();
  }
};

const readPages = (pdfium: Pdfium, document: number): (PageContent | null)[] => {
  const count = pdfium._FPDF_GetPageCount(document);
  if (count > MAX_PAGES) throw new FileError('too-large', `共${count}页，上限${MAX_PAGES}页`);
  if (count < 1) throw new FileError('corrupt', '没有页面');
  const pages: (PageContent | null)[] = [];
  let characters = 0;
  for (let index = 0; index < count; index++) {
    const page = readPage(pdfium, document, index);
    characters += page?.glyphs.length ?? 0;
    if (characters > MAX_CHARACTERS) throw new FileError('too-large', `超过${MAX_CHARACTERS}字`);
    pages.push(page);
  }
  return pages;
};

const FIELDS = ['Title', 'Author', 'Subject', 'Keywords', 'CreationDate', 'ModDate'] as const;
/** Longer values are no titles. */
const MAX_FIELD_BYTES = 4_096;

const readMetadata = (pdfium: Pdfium, document: number): MetadataField[] => {
  const tag = new Scratch(pdfium, 32);
  const value = new Scratch(pdfium, MAX_FIELD_BYTES);
  try {
    return FIELDS.flatMap((name) => {
      tag.write(new TextEncoder().encode(`${name}\0`));
      const bytes = pdfium._FPDF_GetMetaText(document, tag.pointer, value.pointer, MAX_FIELD_BYTES);
      // The length counts the closing zero; a value that did not fit was not written at all.
      if (bytes <= 2 || bytes > MAX_FIELD_BYTES) return [];
      const text = plainValue(value.text(bytes - 2));
      return text ? [{ name, value: text, from: 'properties' as const }] : [];
    });
  } finally {
    tag.free();
    value.free();
  }
};

/** D:20210106093000+08'00' as 2021-01-06; other values as they are. */
const plainValue = (value: string): string => {
  const date = /^D:(\d{4})(\d{2})(\d{2})/.exec(value);
  return date ? `${date[1]}-${date[2]}-${date[3]}` : value.replaceAll('\0', '').trim();
};
