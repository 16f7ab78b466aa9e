import { realpath } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { type FileLimits, UsageError } from '../../model/index.js';
import { LibraryWriter } from '../../store/index.js';
import { type ReadFile, readFound } from '../intake/read.js';
import { type Found, walk } from '../intake/walk.js';
import { WorkerPool, type WorkLimits } from '../pool.js';
import { entryOf, LIBRARY_PARSER_VERSION } from './entry.js';
import { readText } from './read-text.js';

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
  /** Files and folders that could not be read now: what an earlier import had of them stays in the library. */
  readonly unread: readonly LeftOut[];
  /** Folders whose texts went with a library of an earlier version, and have to be imported again. */
  readonly again: readonly string[];
  readonly interrupted: boolean;
}

const NO_STATUTE = '没有法规名称或者正文（目录页、说明页等），或者名称、条数不像一件法规';

/**
 * Imports the statute texts of a folder. What an earlier import of the same folder had and the folder no longer has is
 * removed; what can not be read now stays as it was. One file's fault is its line in the report. All files are read
 * before the library is written to; an interrupted import leaves it as it was.
 *
 * @throws UsageError where the folder does not exist or is empty and was not, or the library can not be written.
 */
export const importStatutes = async (request: ImportRequest): Promise<ImportReport> => {
  const { limits, signal } = request;
  const found = await filesIn(request.folder, limits);
  request.onFound?.(found.length);
  const folder = await realpath(request.folder);
  const writer = await LibraryWriter.open(request.library, folder, LIBRARY_PARSER_VERSION);
  const pool = new WorkerPool(request.work);
  try {
    if (found.length === 0 && writer.size > 0) throw emptied(request.folder, writer.size);
    const reading = new Reading(writer, pool, limits);
    for (const [index, each] of found.entries()) {
      // Signals are heard between two turns of the event loop.
      await setImmediate();
      if (signal?.aborted) break;
      await reading.take(each);
      request.onFile?.(index + 1, each.source);
    }
    const removed = signal?.aborted ? null : await writer.finish(signal);
    const { imported, kept, leftOut, unread } = reading;
    const again = writer.emptied.filter((each) => each !== folder);
    return {
      files: found.length,
      imported,
      kept,
      removed: removed ?? 0,
      leftOut,
      unread,
      again,
      interrupted: removed === null,
    };
  } finally {
    pool.close();
    writer.close();
  }
};

const filesIn = async (folder: string, limits: FileLimits): Promise<Found[]> => {
  const found: Found[] = [];
  for await (const each of walk([folder], { maxBytes: limits.bytes }))
    if (!('outcome' in each && each.outcome.status === 'skipped')) found.push(each);
  return found;
};

const emptied = (folder: string, had: number): UsageError =>
  new UsageError(
    `文件夹中没有文件，而法规库里有以前从这里导入的 ${had} 份，没有改动：${folder}`,
    '请核对路径，以及磁盘、网络盘是否已接通；确要移除这些法规的，请把法规库文件移到别处，再导入其余的文件夹',
  );

/** Reads the files of one import one by one, and counts. */
class Reading {
  imported = 0;
  kept = 0;
  readonly leftOut: LeftOut[] = [];
  readonly unread: LeftOut[] = [];
  readonly #writer: LibraryWriter;
  readonly #pool: WorkerPool;
  readonly #limits: FileLimits;

  constructor(writer: LibraryWriter, pool: WorkerPool, limits: FileLimits) {
    this.#writer = writer;
    this.#pool = pool;
    this.#limits = limits;
  }

  async take(found: Found): Promise<void> {
    const read = await readFound(found);
    if ('outcome' in read) {
      const { status, reason } = read.outcome;
      // Emptied since the walk, or too large: that is how the file is now.
      const lasting = status === 'skipped' || reason?.code === 'too-large';
      if (lasting) this.#leaveOut(read.outcome.source, '', reason?.message ?? '');
      else this.#cannotRead(found.source, reason?.message ?? '');
      return;
    }
    const before = this.#writer.kept(read.source, read.hash);
    if (before === '') this.kept++;
    else if (before !== null) this.leftOut.push({ source: read.source, why: before });
    else await this.#read(read);
  }

  async #read(file: ReadFile): Promise<void> {
    const { source, hash } = file;
    const read = await readText(file, this.#pool, this.#limits);
    if ('why' in read) {
      if (read.passing) this.#cannotRead(source, read.why);
      else this.#leaveOut(source, hash, read.why);
      return;
    }
    const statute = entryOf(source, read.text);
    if (!statute) this.#leaveOut(source, hash, NO_STATUTE);
    else {
      this.#writer.write({ path: source, hash, statute, problem: '' });
      this.imported++;
    }
  }

  #leaveOut(source: string, hash: string, why: string): void {
    this.#writer.write({ path: source, hash, statute: null, problem: why });
    this.leftOut.push({ source, why });
  }

  /** A folder's source ends with '/'. */
  #cannotRead(source: string, why: string): void {
    if (source.endsWith('/')) {
      this.#writer.unreadFolder(source);
      this.unread.push({ source, why });
    } else if (this.#writer.unread(source, why)) this.unread.push({ source, why });
    else this.leftOut.push({ source, why });
  }
}
