import { realpath } from 'node:fs/promises';
import { decodeText } from '../../extractors/index.js';
import type { FileLimits, Manuscript } from '../../model/index.js';
import { LibraryWriter, unpack } from '../../store/index.js';
import { type ReadFile, readFound } from '../intake/read.js';
import { walk } from '../intake/walk.js';
import { WorkerPool, type WorkLimits } from '../pool.js';
import { entryOf, LIBRARY_PARSER_VERSION } from './entry.js';

export interface ImportRequest {
  /** Path of the library's file, made where there is none. */
  readonly library: string;
  readonly folder: string;
  readonly limits: FileLimits;
  readonly work: WorkLimits;
  readonly signal?: AbortSignal;
  readonly onFound?: (files: number) => void;
  readonly onFile?: (done: number, source: string) => void;
}

/** A file that gave no statute, and why, in Chinese. */
export interface LeftOut {
  readonly source: string;
  readonly why: string;
}

export interface ImportReport {
  /** Files found, hidden ones and links not counted. */
  readonly files: number;
  /** Read anew: with a statute. */
  readonly imported: number;
  /** Unchanged since an earlier import, with a statute. */
  readonly kept: number;
  /** No longer in the folder. */
  readonly removed: number;
  readonly leftOut: readonly LeftOut[];
  readonly interrupted: boolean;
}

const NO_STATUTE = '没有法规名称或者正文（目录页、说明页等）';
/** Read as they are; everything else goes through a reading process. */
const PLAIN = /\.(?:md|markdown|txt)$/iu;

/**
 * Imports the statute texts of a folder. What an earlier import of the same folder had and the folder no longer has is
 * removed. One file's fault is its line in the report.
 *
 * @throws UsageError where the folder does not exist or the library can not be written.
 */
export const importStatutes = async (request: ImportRequest): Promise<ImportReport> => {
  const { folder, limits, work, signal } = request;
  const found = [];
  for await (const each of walk([folder], { maxBytes: limits.bytes }))
    if (!('outcome' in each && each.outcome.status === 'skipped')) found.push(each);
  request.onFound?.(found.length);
  const writer = await LibraryWriter.open(request.library, await realpath(folder), LIBRARY_PARSER_VERSION);
  const pool = new WorkerPool(work);
  const leftOut: LeftOut[] = [];
  let imported = 0;
  let kept = 0;
  try {
    for (const [index, each] of found.entries()) {
      if (signal?.aborted) break;
      const read = await readFound(each);
      if ('outcome' in read) leftOut.push({ source: each.source, why: read.outcome.reason?.message ?? '' });
      else {
        const before = writer.kept(read.source, read.hash);
        const problem = before ?? (await take(read, writer, pool, limits));
        if (problem) leftOut.push({ source: read.source, why: problem });
        else if (before === null) imported++;
        else kept++;
      }
      request.onFile?.(index + 1, each.source);
    }
    const interrupted = signal?.aborted ?? false;
    const removed = interrupted ? 0 : writer.finish();
    return { files: found.length, imported, kept, removed, leftOut, interrupted };
  } finally {
    pool.close();
    writer.close();
  }
};

/** Reads one file into the library; returns why it gave no statute, '' where it gave one. */
const take = async (
  { source, hash, bytes }: ReadFile,
  writer: LibraryWriter,
  pool: WorkerPool,
  limits: FileLimits,
): Promise<string> => {
  const read = PLAIN.test(source)
    ? { text: decodeText(bytes).text }
    : await textOf(pool, source, bytes, limits);
  const statute = 'text' in read ? entryOf(source, read.text) : null;
  const problem = statute ? '' : 'text' in read ? NO_STATUTE : read.why;
  writer.write({ path: source, hash, statute, problem });
  return problem;
};

const textOf = async (
  pool: WorkerPool,
  source: string,
  bytes: Uint8Array,
  limits: FileLimits,
): Promise<{ readonly text: string } | { readonly why: string }> => {
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
  const why = result.reason?.message ?? '未能读取';
  return { why };
};
