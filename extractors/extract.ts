import { FileError, type FileFormat, type Manuscript, type SupportedFormat } from '../model/index.js';
import { isWithoutList } from './detect/without-list.js';
import { withoutRadicals } from './radicals.js';
import { DEFAULT_READING, type ReadingOptions } from './reading.js';

export { DEFAULT_READING, type ReadingOptions } from './reading.js';

/** Reads one format. Throws FileError when the bytes can not be read. */
export type Extractor = (bytes: Uint8Array, options: ReadingOptions) => Promise<Manuscript>;

/** Raise when any extractor's result changes for the same bytes: cached manuscripts are then made again. */
export const EXTRACTOR_VERSION = '5';

/** One line a format; loaded when first needed, so that a folder of web pages never loads the PDF engine. */
const EXTRACTORS: Readonly<Partial<Record<SupportedFormat, () => Promise<Extractor>>>> = {
  html: async () => (await import('./html/read.js')).readHtml,
  docx: async () => (await import('./docx/read-docx.js')).readDocx,
  doc: async () => (await import('./doc/read-doc.js')).readDoc,
  txt: async () => (await import('./txt.js')).readTxt,
  rtf: async () => (await import('./rtf/read-rtf.js')).readRtf,
  xls: async () => (await import('./xls/read-xls.js')).readXls,
  xlsx: async () => (await import('./xlsx/read-xlsx.js')).readXlsx,
  mht: async () => (await import('./mht/read-mht.js')).readMht,
  pdf: async () => (await import('./pdf/read-pdf.js')).readPdf,
  ofd: async () => (await import('./ofd/read-ofd.js')).readOfd,
  image: async () => (await import('./image/read-image.js')).readImage,
};

/**
 * Turns a file's bytes into a manuscript. Throws FileError: unsupported for a format without an extractor, corrupt
 * where such a file is a container without its list of contents, and what the format's reader throws.
 */
export const extract = async (
  bytes: Uint8Array,
  format: FileFormat,
  options: ReadingOptions = DEFAULT_READING,
): Promise<Manuscript> => {
  const load = EXTRACTORS[format as SupportedFormat];
  if (!load) throw new FileError(isWithoutList(bytes) ? 'corrupt' : 'unsupported', format);
  const read = await load();
  const manuscript = await read(bytes, options);
  return { ...manuscript, text: withoutRadicals(manuscript.text) };
};
