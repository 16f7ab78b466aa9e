import { Buffer } from 'node:buffer';
import { FileError, type Manuscript } from '../../model/index.js';
import { readHtml } from '../html/read.js';
import { parsedField } from '../mime/fields.js';
import { decodeBody, type MimePart, readMessage } from '../mime/parts.js';

/** Pages of a frameset that are looked into. */
const MAX_PAGES = 50;

/**
 * Reads a page saved with its pictures (.mht, RFC 2557): its first page as a web page is read; where that one shows
 * no text, as framesets do, the page inside with the most text.
 * Throws FileError: too-many, corrupt where the file ends within a page or holds none, no-text where none shows text.
 */
export const readMht = async (bytes: Uint8Array): Promise<Manuscript> => {
  const { fields, parts } = readMessage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const start = parsedField(fields.get('content-type') ?? '').parameters.get('start');
  const pages = parts.filter(({ type }) => type === 'text/html' || type === 'application/xhtml+xml');
  if (pages.length === 0) throw new FileError('corrupt', '网页存档内没有网页，可能没有保存完整');
  if (pages.some(({ isWhole }) => !isWhole))
    throw new FileError('corrupt', '网页存档不完整，可能没有保存完整');
  const first = pages.find((page) => start && page.fields.get('content-id') === start) ?? pages[0]!;
  const page = (await shownPage(first)) ?? (await longest(pages.filter((other) => other !== first)));
  if (!page) throw new FileError('no-text');
  // Its way back to the source would lead into the unpacked page, not into the file.
  const { sourceMap: _, ...manuscript } = page;
  return { ...manuscript, format: 'mht' };
};

const shownPage = async (part: MimePart): Promise<Manuscript | undefined> => {
  try {
    return await readHtml(decodeBody(part));
  } catch (error) {
    if (error instanceof FileError && error.reason.code === 'no-text') return undefined;
    throw error;
  }
};

const longest = async (parts: readonly MimePart[]): Promise<Manuscript | undefined> => {
  let best: Manuscript | undefined;
  for (const part of parts.slice(0, MAX_PAGES)) {
    const page = await shownPage(part);
    if (page && page.text.length > (best?.text.length ?? 0)) best = page;
  }
  return best;
};
