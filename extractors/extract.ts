import { FileError, type FileFormat, type Manuscript, type SupportedFormat } from '../model/index.js';
import { isWithoutList } from './detect/without-list.js';
import { readWithPictures } from './image/embedded.js';
import { withoutRadicals } from './radicals.js';
import { DEFAULT_READING, type ReadingOptions } from './reading.js';
import { checkSize } from './size.js';

export { DEFAULT_READING, type ReadingOptions } from './reading.js';

/** Reads one format. Throws FileError when the bytes can not be read. */
export type Extractor = (bytes: Uint8Array, options: ReadingOptions) => Promise<Manuscript>;

/** Raise when any extractor's result changes for the same bytes: cached manuscripts are then made again. */
export const EXTRACTOR_VERSION = '9';

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
  eml: async () => (await import('./mail/read-mail.js')).readEml,
  msg: async () => (await import('./mail/read-mail.js')).readMsg,
  pdf: async () => (await import('./pdf/read-pdf.js')).readPdf,
  ofd: async () => (await import('./ofd/read-ofd.js')).readOfd,
  image: async () => (await import('./image/read-image.js')).readImage,
  pptx: async () => (await import('./pptx/read-pptx.js')).readPptx,
  odt: async () => (await import('./odf/read-odt.js')).readOdt,
  // No readers of their own: these only tell what is encrypted, the rest goes through LibreOffice.
  ods: async () => (await import('./odf/refuse.js')).refuse,
  odp: async () => (await import('./odf/refuse.js')).refuse,
  ppt: async () => (await import('./ppt.js')).refusePpt,
};

/**
 * Turns a file's bytes into a manuscript; what the own readers can not read goes through LibreOffice where that may
 * help. Throws FileError: unsupported for a format without an extractor, corrupt where such a file is a container
 * without its list of contents, too-large for a text that the stages behind could not hold, else what the extractors throw.
 */
export const extract = async (
  bytes: Uint8Array,
  format: FileFormat,
  options: ReadingOptions = DEFAULT_READING,
): Promise<Manuscript> => {
  const readAs = async (content: Uint8Array, as: FileFormat): Promise<Manuscript> => {
    const load = EXTRACTORS[as as SupportedFormat];
    if (!load) throw new FileError(isWithoutList(content) ? 'corrupt' : 'unsupported', as);
    const read = await load();
    return readWithPictures(content, as, options, () => read(content, options));
  };
  const manuscript = await readAs(bytes, format).catch(async (error: unknown) => {
    const { readAgain } = await import('./libreoffice/second-reader.js');
    return readAgain(error, bytes, format, { read: readAs, onProgress: options.onProgress });
  });
  checkSize(manuscript);
  return { ...manuscript, text: withoutRadicals(manuscript.text) };
};
