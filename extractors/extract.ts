import {
  DEFAULT_FILE_LIMITS,
  FileError,
  type FileFormat,
  type FileLimits,
  type Manuscript,
  type SupportedFormat,
} from '../model/index.js';
import { withoutRadicals } from './radicals.js';

/** How a file is to be read. */
export interface ReadingOptions {
  readonly limits: FileLimits;
  /** False leaves pages without text unread and names them. */
  readonly ocr: boolean;
  /** Called when a part of the work is done that may take long, such as a recognised page: the time limit starts anew. */
  readonly onProgress: () => void;
}

export const DEFAULT_READING: ReadingOptions = {
  limits: DEFAULT_FILE_LIMITS,
  ocr: true,
  onProgress: () => undefined,
};

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
  md: async () => (await import('./markdown/read-markdown.js')).readMarkdown,
  rtf: async () => (await import('./rtf/read-rtf.js')).readRtf,
  xls: async () => (await import('./xls/read-xls.js')).readXls,
  xlsx: async () => (await import('./xlsx/read-xlsx.js')).readXlsx,
  mht: async () => (await import('./mht/read-mht.js')).readMht,
  pdf: async () => (await import('./pdf/read-pdf.js')).readPdf,
  ofd: async () => (await import('./ofd/read-ofd.js')).readOfd,
  pptx: async () => (await import('./pptx/read-pptx.js')).readPptx,
  odt: async () => (await import('./odf/read-odt.js')).readOdt,
  // No readers of their own: these only tell what is encrypted, the rest goes through LibreOffice.
  ods: async () => (await import('./odf/refuse.js')).refuse,
  odp: async () => (await import('./odf/refuse.js')).refuse,
  ppt: async () => (await import('./ppt.js')).refusePpt,
};

/**
 * Turns a file's bytes into a manuscript; what the own readers can not read goes through LibreOffice where that may
 * help. Throws FileError: 'unsupported' for a format without an extractor, else what the extractors throw.
 */
export const extract = async (
  bytes: Uint8Array,
  format: FileFormat,
  options: ReadingOptions = DEFAULT_READING,
): Promise<Manuscript> => {
  const readAs = async (content: Uint8Array, as: FileFormat): Promise<Manuscript> => {
    const load = EXTRACTORS[as as SupportedFormat];
    if (!load) throw new FileError('unsupported', as);
    return (await load())(content, options);
  };
  const manuscript = await readAs(bytes, format).catch(async (error: unknown) => {
    const { readAgain } = await import('./libreoffice/second-reader.js');
    return readAgain(error, bytes, format, { read: readAs, onProgress: options.onProgress });
  });
  return { ...manuscript, text: withoutRadicals(manuscript.text) };
};
