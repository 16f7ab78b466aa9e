import { decodeText, detectFormat } from '../../extractors/index.js';
import type { FileFormat, FileLimits, Manuscript } from '../../model/index.js';
import { unpack } from '../../store/index.js';
import type { ReadFile } from '../intake/read.js';
import type { WorkerPool } from '../pool.js';

/** Files by these names are read as they are, if that is what they hold; everything else goes through a reading process. */
const PLAIN = /\.(?:md|markdown|txt)$/iu;
/** What a plain text may look like; web markup in it is known to the reader of statute texts. */
const PLAIN_FORMATS: ReadonlySet<FileFormat> = new Set<FileFormat>(['txt', 'md', 'html', 'xml']);
/** Characters (and bytes, of a plain text): the longest code has some hundred thousand. */
const MOST_TEXT = 20 * 1024 * 1024;
const TOO_LONG = '文字过多（超过 2000 万字或 20 MB），不像一件法规';

/** A file's text; or why there is none, in Chinese, and whether the next import should try again. */
export type TextRead = { readonly text: string } | { readonly why: string; readonly passing: boolean };

/** Reads the text of one file of a collection of statutes. */
export const readText = async (file: ReadFile, pool: WorkerPool, limits: FileLimits): Promise<TextRead> => {
  if (PLAIN.test(file.source) && PLAIN_FORMATS.has(await detectFormat(file.bytes)))
    return file.bytes.byteLength > MOST_TEXT ? tooLong : { text: decodeText(file.bytes).text };
  const read = await extracted(file, pool, limits);
  return 'text' in read && read.text.length > MOST_TEXT ? tooLong : read;
};

const tooLong: TextRead = { why: TOO_LONG, passing: false };

const extracted = async (
  { source, bytes }: ReadFile,
  pool: WorkerPool,
  limits: FileLimits,
): Promise<TextRead> => {
  const result = await pool.run({
    from: 'bytes',
    to: 'manuscript',
    bytes,
    name: source.slice(source.lastIndexOf('/') + 1),
    reading: { limits, ocr: false },
    unpacking: 'name',
  });
  const data = result.manuscript?.data;
  if (data) return { text: unpack<Manuscript>(data).text };
  // What a reading process says of the content comes with a manuscript that may be kept; time and memory do not.
  return { why: result.reason?.message ?? '未能读取', passing: result.manuscript === undefined };
};
