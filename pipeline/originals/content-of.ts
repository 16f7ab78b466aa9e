import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { DEFAULT_FILE_LIMITS, type FileLimits, type Reason, reason } from '../../model/index.js';
import { type ReadFile, readFound } from '../intake/read.js';
import { DEFAULT_LIMITS, WorkerPool } from '../pool.js';
import { type Candidate, candidatesFor, type Obstacles } from './locate.js';
import { changed, moved, rootsUnknown, type Unavailable } from './unavailable.js';

/** A file as a scan has named it. */
export interface Original {
  /** As `rootsOf` gives them. */
  readonly roots: readonly string[];
  /** FileOutcome.source: a packed file's leads through its archive or mail. */
  readonly source: string;
  /** FileOutcome.hash: SHA-256 in hex. */
  readonly hash: string;
}

/** The bytes that were scanned, or why they are not to be had. */
export type Content = { readonly bytes: Uint8Array } | { readonly why: Unavailable };

export interface ContentOptions {
  readonly limits?: FileLimits;
  /** Reading processes for packed files; absent for one that is started when it is needed, and ended. */
  readonly pool?: WorkerPool;
}

/**
 * The bytes of a file that was scanned, read again from the folders of the scan, packed files unpacked again under the
 * same limits. Never bytes other than those that were scanned, and never a file outside the roots. Does not throw.
 */
export const contentOf = async (original: Original, options: ContentOptions = {}): Promise<Content> => {
  const { roots, source, hash } = original;
  if (roots.length === 0) return { why: rootsUnknown() };
  const obstacles: Obstacles = { denied: new Set() };
  let why: Unavailable | undefined;
  for (const candidate of hash === '' ? [] : candidatesFor(roots, source, obstacles)) {
    const found = await contentAt(candidate, original, options);
    if ('bytes' in found && hashOf(found.bytes) === hash) return found;
    // The first file in the way says most: those behind it only read like it.
    why ??= 'why' in found ? found.why : changed(source);
  }
  if (why) return { why };
  const [denied] = obstacles.denied;
  return { why: denied === undefined ? moved(source) : reason('access', denied) };
};

const contentAt = async (
  { path, name, inside }: Candidate,
  { source }: Original,
  options: ContentOptions,
): Promise<Content> => {
  const { limits = DEFAULT_FILE_LIMITS } = options;
  const file = await fileAt(path, source, limits);
  if ('code' in file) return { why: file };
  if (inside === '') return file;
  const pool = options.pool ?? new WorkerPool({ ...DEFAULT_LIMITS, workers: 1 });
  try {
    const task = { from: 'original', to: 'member', bytes: file.bytes, name, path: inside, limits } as const;
    const { content, reason: why } = await pool.run(task);
    if (content) return { bytes: content };
    return { why: why ?? changed(source) };
  } finally {
    if (!options.pool) pool.close();
  }
};

const fileAt = async (
  path: Candidate['path'],
  source: string,
  { bytes: maxBytes }: FileLimits,
): Promise<ReadFile | Reason> => {
  try {
    const read = await readFound({ source, path, bytes: lstatSync(path).size, maxBytes });
    return 'outcome' in read ? (read.outcome.reason ?? reason('internal')) : read;
  } catch {
    return reason('access');
  }
};

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
