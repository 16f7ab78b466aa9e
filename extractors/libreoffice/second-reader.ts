import {
  FileError,
  type FileFormat,
  type Manuscript,
  type ReadingNote,
  type SupportedFormat,
} from '../../model/index.js';
import { type Conversion, convert, type Target } from './convert.js';
import { findOffice } from './find.js';

/** What no reader of our own reads: whole formats, and versions that are too old or too rare. */
const CONVERSIONS: Readonly<Partial<Record<FileFormat, Conversion & { readonly what: string }>>> = {
  ppt: { filters: ['MS PowerPoint 97'], target: 'pptx', what: 'PowerPoint 97-2003 演示文稿' },
  wps: { filters: ['MS_Works'], target: 'docx', what: '旧版 WPS 或 Works 文字' },
  ods: { filters: ['calc8'], target: 'xlsx', what: 'OpenDocument 表格' },
  odp: { filters: ['impress8'], target: 'pptx', what: 'OpenDocument 演示文稿' },
  doc: { filters: ['MS Word 95', 'MS WinWord 6.0'], target: 'docx', what: 'Word 95 及更早版本的 doc' },
  xls: { filters: ['MS Excel 95', 'MS Excel 4.0'], target: 'xlsx', what: 'Excel 95 及更早版本的表格' },
  xlsx: { filters: ['Calc MS Excel 2007 Binary'], target: 'xlsx', what: 'xlsb 二进制工作簿' },
};

/** What LibreOffice may still make out of a damaged file. */
const DAMAGED: Readonly<Partial<Record<FileFormat, Conversion>>> = {
  doc: { filters: ['MS Word 97'], target: 'docx' },
  xls: { filters: ['MS Excel 97'], target: 'xlsx' },
};

const CONVERTED: ReadingNote = {
  code: 'office-converted',
  message: '经 LibreOffice 转换后读取，自动编号和表格请与原件核对',
};
const REPAIRED: ReadingNote = {
  code: 'office-repaired',
  message: '文件有损坏，经 LibreOffice 修复后读取，内容可能不完整，请打开原件核对',
};

/** What the second reader needs from the first ones. */
export interface FirstReaders {
  /** Reads a converted file. */
  readonly read: (bytes: Uint8Array, format: Target) => Promise<Manuscript>;
  readonly onProgress: () => void;
}

/**
 * The second reader: takes what an own reader has failed at with `error` through LibreOffice, where that may help.
 * A format or version that no own reader reads throws FileError('needs-tool') where LibreOffice is not installed. A
 * damaged .doc or .xls that it can not mend, and everything else, throws the first error.
 */
export const readAgain = async (
  error: unknown,
  bytes: Uint8Array,
  format: FileFormat,
  first: FirstReaders,
): Promise<Manuscript> => {
  if (!(error instanceof FileError)) throw error;
  const program = findOffice();
  if (error.reason.code === 'corrupt') {
    const repair = DAMAGED[format];
    if (!repair || program === null) throw error;
    const mended = await readThrough(program, bytes, repair, first).catch(() => null);
    if (!mended) throw error;
    return told(mended, format, REPAIRED);
  }
  const conversion = error.reason.code === 'unsupported' ? CONVERSIONS[format] : undefined;
  if (!conversion) throw error;
  if (program === null) throw new FileError('needs-tool', `LibreOffice（${conversion.what}）`);
  const manuscript = await readThrough(program, bytes, conversion, first);
  if (!manuscript) throw new FileError('unsupported', `${conversion.what}，LibreOffice 也未能读取`);
  return told(manuscript, format, CONVERTED);
};

/** null where LibreOffice makes nothing of the file. Throws what the conversion and the reader of its result throw. */
const readThrough = async (
  program: string,
  bytes: Uint8Array,
  conversion: Conversion,
  { read, onProgress }: FirstReaders,
): Promise<Manuscript | null> => {
  onProgress();
  const converted = await convert(program, bytes, conversion, onProgress);
  onProgress();
  return converted && read(converted, conversion.target);
};

/** The dates and authors of a converted file are the conversion's, not the source's. */
const told = (manuscript: Manuscript, format: FileFormat, note: ReadingNote): Manuscript => ({
  ...manuscript,
  format: format as SupportedFormat,
  metadata: [],
  notes: [...manuscript.notes, note],
});
