import { FileError, type MetadataField } from '../../model/index.js';
import { MAX_CHARACTERS } from '../layout/manuscript.js';
import type { PageContent } from '../layout/page.js';
import { type Drawn, readPixels } from '../ocr/read-pixels.js';
import type { Raster, Recogniser } from '../ocr/recognised-page.js';
import type { ReadingOptions } from '../reading.js';
import { discardPdfium, isExhausted, loadPdfium, type Pdfium, Scratch } from './pdfium.js';
import { type LoadedPage, readPage, withPage } from './read-page.js';
import { draw, render } from './render.js';

/** A document's pages as they stand there; null for a page that can not be loaded. */
export interface PdfContent {
  readonly pages: readonly (PageContent | null)[];
  readonly metadata: readonly MetadataField[];
}

const PASSWORD_ERROR = 4;
const SECURITY_ERROR = 5;

/**
 * Opens a document, reads all of it and closes it again, whatever happens; pages that can only be read from their pixels
 * are recognised, unless the options say no.
 * Throws FileError: encrypted, corrupt, too-large.
 */
export const readContent = async (
  bytes: Uint8Array,
  options: ReadingOptions,
  recognise: Recogniser,
): Promise<PdfContent> => {
  const document = new OpenPdf(await loadPdfium(), bytes);
  try {
    const metadata = document.metadata();
    const count = document.pageCount();
    const { limits, ocr, onProgress } = options;
    if (count > limits.pages) throw new FileError('too-large', `共${count}页，上限${limits.pages}页`);
    if (count < 1) throw new FileError('corrupt', '没有页面');
    const pages: (PageContent | null)[] = [];
    let characters = 0;
    const draw = (page: PageContent): Drawn | null => {
      const raster = document.render(page, limits.pixels);
      return raster && { raster, withText: true };
    };
    for (let index = 0; index < count; index++) {
      const page = document.page(index);
      const read = page && ocr ? await readPixels(page, { recognise, draw }) : page;
      onProgress();
      characters += read?.glyphs.length ?? 0;
      if (characters > MAX_CHARACTERS) throw new FileError('too-large', `超过${MAX_CHARACTERS}字`);
      pages.push(read);
    }
    return { pages, metadata };
  } finally {
    document.close();
  }
};

/** A document that the engine has open, to be closed whatever happens. Each of its methods throws FileError where the engine fails. */
export class OpenPdf {
  readonly #pdfium: Pdfium;
  readonly #data: Scratch;
  readonly #document: number;
  #lost = false;

  /** Throws FileError: encrypted, corrupt, too-large. */
  constructor(pdfium: Pdfium, bytes: Uint8Array) {
    this.#pdfium = pdfium;
    this.#data = this.#guarded(() => new Scratch(pdfium, bytes.length));
    this.#document = this.#guarded(() => {
      this.#data.write(bytes);
      const document = pdfium._FPDF_LoadMemDocument(this.#data.pointer, bytes.length, 0);
      if (document) return document;
      const error = pdfium._FPDF_GetLastError();
      this.#data.free();
      throw new FileError(error === PASSWORD_ERROR || error === SECURITY_ERROR ? 'encrypted' : 'corrupt');
    });
  }

  pageCount(): number {
    return this.#guarded(() => this.#pdfium._FPDF_GetPageCount(this.#document));
  }

  /** Null where the page can not be loaded. */
  page(index: number): PageContent | null {
    return this.#guarded(() => readPage(this.#pdfium, this.#document, index));
  }

  render(page: PageContent, pixels: number): Raster | null {
    return this.#guarded(() => render(this.#pdfium, this.#document, page, pixels));
  }

  /** Draws a page in so many pixels a point; null where that can not be done. */
  draw(index: number, scale: number): Raster | null {
    return this.#guarded(() => draw(this.#pdfium, this.#document, index, () => scale));
  }

  /** Does something with a page; null where it can not be loaded. */
  withPage<T>(index: number, work: (page: LoadedPage) => T): T | null {
    return this.#guarded(() => withPage(this.#pdfium, this.#document, index, work));
  }

  metadata(): MetadataField[] {
    return this.#guarded(() => readMetadata(this.#pdfium, this.#document));
  }

  close(): void {
    if (this.#lost) return;
    this.#guarded(() => {
      this.#pdfium._FPDF_CloseDocument(this.#document);
      this.#data.free();
    });
  }

  #guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (error instanceof FileError) throw error;
      // The engine stopped in the middle: its memory can not be trusted any more.
      this.#lost = true;
      discardPdfium();
      if (isExhausted(this.#pdfium)) throw new FileError('too-large', '页面展开后过大', { cause: error });
      throw new FileError('corrupt', '', { cause: error });
    }
  }
}

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
