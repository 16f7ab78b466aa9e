import { type FileFormat, type FileOutcome, type Reason, reason } from '../model/index.js';
import {
  beginScan,
  findKept,
  findManuscript,
  finishScan,
  type KeptStages,
  keptOfCollection,
  recordFiles,
  type ScannedFile,
  type StageResults,
  type Store,
} from '../store/index.js';
import { readFound } from './intake/read.js';
import { type Found, walk } from './intake/walk.js';
import { Lanes } from './lanes.js';
import { WorkerPool, type WorkLimits } from './pool.js';
import { VERSIONS } from './versions.js';
import type { WorkerResult, WorkerTask } from './worker.js';

/** What to scan, where to keep it, and how much a file may take. */
export interface ScanRequest {
  /** Folders and files. */
  readonly roots: readonly string[];
  /** The output folder: what the tool wrote there is not read. */
  readonly output: string;
  /** Absolute real paths of further files that the scan writes. */
  readonly ownFiles?: readonly string[];
  readonly store: Store;
  /** The store's name for what this output folder reports on. */
  readonly collection: string;
  readonly limits: WorkLimits;
  /** Larger files are not read. */
  readonly maxBytes: number;
  /** Stops the scan after the files that are under way. */
  readonly signal?: AbortSignal;
  /** Called once, when it is known how many files there are. */
  readonly onStart?: (total: number) => void;
  /** Called for each file that has got its result. */
  readonly onFile?: (done: number, source: string) => void;
}

/** A scan that ran: its id in the store, and whether it was stopped before the end. */
export interface ScanRun {
  readonly scan: number;
  readonly interrupted: boolean;
}

/**
 * walk → read and hash → the same content twice? → kept from an earlier scan? → worker: extract and analyse → store.
 *
 * Every file found gets exactly one row, in walk order whatever is finished first. A file's fault is its row's
 * reason; only a failing database or an unreadable root ends the scan. After an interruption, or the end of the
 * process at any moment, the next scan takes over what was finished.
 */
export const scan = async (request: ScanRequest): Promise<ScanRun> => {
  const { store, collection, limits, signal } = request;
  const files = await filesToScan(request);
  request.onStart?.(files.length);
  const id = await beginScan(store, collection);
  const pool = new WorkerPool(limits);
  const lanes = new Lanes(limits.workers);
  const desk = new Desk(request, id, pool, await keptOfCollection(store, collection, VERSIONS));
  try {
    let position = 0;
    for await (const read of readAhead(files)) {
      if (signal?.aborted) break;
      const work = await desk.take(read, position);
      position += 1;
      if (work) await lanes.start(work);
    }
    await lanes.drain();
    await desk.flush();
    const interrupted = signal?.aborted ?? false;
    if (!interrupted) await finishScan(store, collection, id);
    return { scan: id, interrupted };
  } finally {
    await lanes.settle();
    await pool.close();
  }
};

/**
 * The user's files. The tool's own results are none of them: a row for each would make the results depend on what
 * an earlier scan had written by the time it ended.
 */
const filesToScan = async ({ roots, output, ownFiles, maxBytes }: ScanRequest): Promise<Found[]> => {
  const files: Found[] = [];
  for await (const found of walk(roots, { output, maxBytes, ...(ownFiles && { ownFiles }) }))
    if (!('outcome' in found && found.outcome.reason?.code === 'own-output')) files.push(found);
  return files;
};

type Read = Awaited<ReturnType<typeof readFound>>;

/** Files that are being read while one is worked on: enough to hide the disk, few enough for the memory. */
const READ_AHEAD = 3;

/** The files' contents in order, the next ones already on their way. */
async function* readAhead(files: readonly Found[]): AsyncGenerator<Read> {
  const underWay: Promise<Read>[] = [];
  for (const found of files) {
    underWay.push(readFound(found));
    if (underWay.length > READ_AHEAD) yield await underWay.shift()!;
  }
  for (const read of underWay) yield await read;
}

const ROWS_AT_ONCE = 50;

type Placed = Pick<FileOutcome, 'source' | 'bytes' | 'hash'> & { readonly position: number };

/** Says of each file what is left to do, and writes down what became of it. */
class Desk {
  readonly #request: ScanRequest;
  readonly #scan: number;
  readonly #pool: WorkerPool;
  /** Of the collection's last scan. */
  readonly #kept: ReadonlyMap<string, KeptStages>;
  /** Content seen by this scan, with the source that it came from first. */
  readonly #seen = new Map<string, string>();
  /** Settled without work; written together, since a transaction costs more than the row. */
  #waiting: ScannedFile[] = [];
  #done = 0;

  constructor(request: ScanRequest, scan: number, pool: WorkerPool, kept: ReadonlyMap<string, KeptStages>) {
    this.#kept = kept;
    this.#request = request;
    this.#scan = scan;
    this.#pool = pool;
  }

  /** Settles one file, or returns the work that a worker must do for it. */
  async take(read: Read, position: number): Promise<(() => Promise<void>) | null> {
    if ('outcome' in read) {
      await this.#settle({ ...read.outcome, position, reused: false });
      return null;
    }
    const { source, hash, bytes } = read;
    const place: Placed = { source, bytes: bytes.byteLength, hash, position };
    const first = this.#seen.get(hash);
    if (first !== undefined) {
      const why = reason('duplicate', first);
      await this.#settle({
        ...place,
        format: 'unknown',
        status: 'skipped',
        reason: why,
        duplicateOf: first,
        reused: false,
      });
      return null;
    }
    this.#seen.set(hash, source);
    return this.#fromStore(place, bytes);
  }

  /** The stages that are still kept need not run again. */
  async #fromStore(place: Placed, bytes: Uint8Array): Promise<(() => Promise<void>) | null> {
    const { store } = this.#request;
    const kept = this.#kept.get(place.hash) ?? (await findKept(store, place.hash, VERSIONS));
    if (kept?.reason) {
      await this.#settle({ ...place, ...unread(kept.format, kept.reason), reused: true });
      return null;
    }
    if (kept?.analysed) {
      await this.#settle({ ...place, format: kept.format, status: 'read', reused: true });
      return null;
    }
    const manuscript = kept && (await findManuscript(store, place.hash, VERSIONS.manuscript));
    const task: WorkerTask = manuscript
      ? { from: 'manuscript', format: kept.format, manuscript }
      : { from: 'bytes', bytes };
    return async () => {
      const result = await this.#pool.run(task);
      const file = { ...place, ...outcomeOf(result), reused: false };
      await recordFiles(this.#request.store, this.#scan, [file], resultsOf(place.hash, result));
      this.#tell(file);
    };
  }

  /** Writes the rows that wait. */
  async flush(): Promise<void> {
    const files = this.#waiting;
    this.#waiting = [];
    await recordFiles(this.#request.store, this.#scan, files);
  }

  async #settle(file: ScannedFile): Promise<void> {
    this.#waiting.push(file);
    if (this.#waiting.length >= ROWS_AT_ONCE) await this.flush();
    this.#tell(file);
  }

  #tell(file: ScannedFile): void {
    this.#done += 1;
    this.#request.onFile?.(this.#done, file.source);
  }
}

const unread = (format: FileFormat, why: Reason): Pick<FileOutcome, 'format' | 'status' | 'reason'> => ({
  format,
  status: 'failed',
  reason: why,
});

const outcomeOf = ({
  format,
  analysis,
  reason: why,
}: WorkerResult): Pick<FileOutcome, 'format' | 'status' | 'reason'> =>
  analysis ? { format, status: 'read' } : unread(format, why ?? reason('internal'));

/** What is kept of a worker's result, under the versions of the stages that made it. */
const resultsOf = (hash: string, { manuscript, analysis }: WorkerResult): StageResults => ({
  hash,
  ...(manuscript && { manuscript: { ...manuscript, version: VERSIONS.manuscript } }),
  ...(analysis && { analysis: { ...analysis, version: VERSIONS.analysis } }),
});
