import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { type FileOutcome, type Reason, reason } from '../../model/index.js';
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
  const { source, path, maxBytes } = found;
  const read = await readWithin(path, maxBytes);
  if ('why' in read) {
    const { why, size } = read;
    const status = why.code === 'empty' ? 'skipped' : 'failed';
    return { outcome: { source, bytes: size, hash: '', format: 'unknown', status, reason: why } };
  }
  return { source, bytes: read.bytes, hash: createHash('sha256').update(read.bytes).digest('hex') };
};

type Read = { readonly bytes: Uint8Array } | { readonly why: Reason; readonly size: number };

/** The size is asked again after opening: between walk and read a file may grow, vanish or be replaced. */
const readWithin = async (path: string | Buffer, maxBytes: number): Promise<Read> => {
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    const { size } = await file.stat();
    if (size > maxBytes) return { why: reason('too-large'), size };
    const bytes = await file.readFile();
    return bytes.byteLength === 0 ? { why: reason('empty'), size: 0 } : { bytes };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { why: reason('access', code), size: 0 };
  } finally {
    await file?.close();
  }
};
