import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { codeOf, type FileOutcome, type Reason, reason } from '../../model/index.js';
import type { Found } from './walk.js';

/** A file's content, ready for extraction. */
export interface ReadFile {
  readonly source: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the content, in hex. */
  readonly hash: string;
}

/** Reads what the walk found; a file that it has settled already, or that can not be read, comes back as its outcome. */
export const readFound = async (found: Found): Promise<ReadFile | { readonly outcome: FileOutcome }> => {
  if ('outcome' in found) return { outcome: found.outcome };
  const { source, path, bytes, maxBytes } = found;
  const read = bytes <= AT_ONCE ? readAtOnce(path, maxBytes) : await readWithin(path, maxBytes);
  if ('why' in read) {
    const { why, size } = read;
    const status = why.code === 'empty' ? 'skipped' : 'failed';
    return { outcome: { source, bytes: size, hash: '', format: 'unknown', status, reason: why } };
  }
  return { source, bytes: read.bytes, hash: createHash('sha256').update(read.bytes).digest('hex') };
};

type Read = { readonly bytes: Uint8Array } | { readonly why: Reason; readonly size: number };

/**
 * Files up to this size are read without a turn of the event loop: it costs a small file several times what reading
 * it does, and in a folder that has not changed reading is most of the work.
 */
const AT_ONCE = 512 * 1024;

const readAtOnce = (path: string | Buffer, maxBytes: number): Read => {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const { size } = fstatSync(file);
    if (size > maxBytes) return { why: reason('too-large'), size };
    return contentOf(readFileSync(file));
  } catch (error) {
    return unreadable(error);
  } finally {
    if (file !== undefined) closeSync(file);
  }
};

const contentOf = (bytes: Uint8Array): Read =>
  bytes.byteLength === 0 ? { why: reason('empty'), size: 0 } : { bytes };

const unreadable = (error: unknown): Read => ({ why: reason('access', codeOf(error)), size: 0 });

/** The size is asked again after opening: between walk and read a file may grow, vanish or be replaced. */
const readWithin = async (path: string | Buffer, maxBytes: number): Promise<Read> => {
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    const { size } = await file.stat();
    if (size > maxBytes) return { why: reason('too-large'), size };
    return contentOf(await file.readFile());
  } catch (error) {
    return unreadable(error);
  } finally {
    await file?.close();
  }
};
