import { basename } from 'node:path/posix';
import { codeOf, type FileOutcome, type PackedFile, type Reason, reason } from '../model/index.js';
import type { ScannedFile } from '../store/index.js';
import type { WorkerTask } from './work.js';

/** A file whose content is known by its hash. */
export interface Item extends Pick<FileOutcome, 'source' | 'bytes' | 'hash'> {
  readonly position: string;
  /** Not to be called twice. */
  readonly content: () => Promise<Uint8Array>;
  /** True where what is packed inside is among the scan's files already, since an archive was opened to the ground. */
  readonly opened: boolean;
}

/** What became of a content: the same for every file that has it. */
export interface Done {
  readonly outcome: Pick<FileOutcome, 'format' | 'status' | 'reason'>;
  readonly reused: boolean;
  readonly members: readonly PackedFile[];
}

/** Left out by rule; all other reasons are failures. */
const SKIPPED: ReadonlySet<Reason['code']> = new Set(['hidden', 'temporary', 'link', 'empty', 'unpacked']);

/** The task of reading a file, or why its bytes are not to be had. */
export const bytesTask = async (
  item: Item,
  how: Pick<Extract<WorkerTask, { from: 'bytes' }>, 'reading' | 'unpacking'>,
): Promise<WorkerTask | Reason> => {
  try {
    return { from: 'bytes', bytes: await item.content(), name: basename(item.source), ...how };
  } catch (error) {
    return reason('access', codeOf(error));
  }
};

/** A file's row. */
export const rowOf = ({ source, bytes, hash, position }: Item, { outcome, reused }: Done): ScannedFile => ({
  source,
  bytes,
  hash,
  position,
  ...outcome,
  reused,
});

/** What a verdict makes of a file. */
export const outcomeOf = (format: FileOutcome['format'], why: Reason | undefined): Done['outcome'] =>
  why
    ? { format, status: SKIPPED.has(why.code) ? 'skipped' : 'failed', reason: why }
    : { format, status: 'read' };
