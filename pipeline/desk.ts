import { type PackedFile, type Reason, reason } from '../model/index.js';
import {
  findKept,
  findManuscript,
  findMembers,
  type KeptStages,
  placeOf,
  recordFiles,
  type ScannedFile,
  type StageResults,
} from '../store/index.js';
import type { readFound } from './intake/read.js';
import { bytesTask, type Done, type Item, outcomeOf, rowOf } from './item.js';
import type { WorkerPool } from './pool.js';
import type { ReadyRequest } from './scan-request.js';
import { takeContent, type UnpackedFiles } from './unpacked.js';
import { type Versions, versionsOf } from './versions.js';
import type { WorkerResult, WorkerTask, WrittenMember } from './work.js';

const ROWS_AT_ONCE = 50;

/** Says of each file what is left to do, and writes down what became of it. */
export class Desk {
  readonly #request: ReadyRequest;
  readonly #scan: number;
  readonly #pool: WorkerPool;
  readonly #unpacked: UnpackedFiles;
  readonly #versions: Versions;
  /** Of the collection's last scan. */
  readonly #kept: ReadonlyMap<string, KeptStages>;
  /** Each content met by this scan, worked on once. */
  readonly #contents = new Map<string, Promise<Done>>();
  /** Files that wait for what becomes of another one with their content. */
  readonly #followers = new Set<Promise<void>>();
  readonly #members: Item[] = [];
  /** Settled without work; written together, since a transaction costs more than the row. */
  #waiting: ScannedFile[] = [];
  #done = 0;

  constructor(
    request: ReadyRequest,
    scan: number,
    pool: WorkerPool,
    unpacked: UnpackedFiles,
    kept: ReadonlyMap<string, KeptStages>,
  ) {
    this.#request = request;
    this.#scan = scan;
    this.#pool = pool;
    this.#unpacked = unpacked;
    this.#versions = versionsOf(request.reading);
    this.#kept = kept;
  }

  /** Settles a file of the walk, or returns the work that is to be done for it. */
  async takeRead(
    read: Awaited<ReturnType<typeof readFound>>,
    position: string,
  ): Promise<(() => Promise<void>) | null> {
    if ('outcome' in read) {
      await this.#settle({ ...read.outcome, position, reused: false });
      return null;
    }
    const { source, hash, bytes } = read;
    const content = async (): Promise<Uint8Array> => bytes;
    return this.take({ source, hash, bytes: bytes.byteLength, position, content, opened: false });
  }

  /** The next of the files that were found packed in others. */
  nextMember(): Item | undefined {
    return this.#members.shift();
  }

  /** Settles one file, or returns the work that is to be done for it. */
  async take(item: Item): Promise<(() => Promise<void>) | null> {
    const earlier = this.#contents.get(item.hash);
    if (earlier) {
      this.#follow(item, earlier);
      return null;
    }
    const { done, resolve, reject } = promised();
    this.#contents.set(item.hash, done);
    const kept = await this.#keptOf(item.hash);
    const members = kept?.packed ? await this.#membersOf(item.hash) : [];
    const isWhole = item.opened || (await this.#areKnown(members));
    if (kept && (kept.reason || kept.analysed) && isWhole) {
      const found = { outcome: outcomeOf(kept.format, kept.reason), reused: true, members };
      await this.#record(item, found);
      resolve(found);
      return null;
    }
    return async () => {
      try {
        resolve(await this.#work(item, isWhole ? kept : null, members));
      } catch (error) {
        reject(error);
        throw error;
      }
    };
  }

  /** Waits for the files that wait for others; false where there are none. */
  async followersEnd(): Promise<boolean> {
    if (this.#followers.size === 0) return false;
    await Promise.all(this.#followers);
    return true;
  }

  /** Writes the rows that wait. */
  async flush(): Promise<void> {
    const files = this.#waiting;
    this.#waiting = [];
    await recordFiles(this.#request.store, this.#scan, files);
  }

  #follow(item: Item, earlier: Promise<Done>): void {
    const following = earlier
      .then((done) => this.#record(item, done))
      .finally(() => this.#followers.delete(following));
    following.catch(() => undefined);
    this.#followers.add(following);
  }

  /** Lets a worker do what is left for a content, and keeps what it gives. */
  async #work(item: Item, kept: KeptStages | null, members: readonly PackedFile[]): Promise<Done> {
    const { store, reading } = this.#request;
    const { hash, opened } = item;
    const manuscript = kept && (await findManuscript(store, hash, this.#versions.manuscript));
    const into = manuscript || opened ? null : await this.#unpacked.folder();
    const task: WorkerTask | Reason = manuscript
      ? {
          from: 'manuscript',
          format: kept.format,
          manuscript,
          reading,
        }
      : await bytesTask(item, { reading, unpacking: into ? { into } : 'name' });
    const result: WorkerResult =
      'code' in task ? { format: 'unknown', reason: task } : await this.#pool.run(task);
    const found = result.members ?? members;
    const done = {
      outcome: outcomeOf(result.format, result.analysis ? undefined : (result.reason ?? reason('internal'))),
      reused: false,
      members: found,
    };
    await recordFiles(this.#request.store, this.#scan, [rowOf(item, done)], this.#resultsOf(hash, result));
    this.#tell(item.source);
    await this.#expand(item, found, into);
    return done;
  }

  /** Writes a file's row without work, and goes on to what is packed inside. */
  async #record(item: Item, done: Done): Promise<void> {
    await this.#settle(rowOf(item, done));
    await this.#expand(item, done.members, null);
  }

  /** @param folder where their contents lie; null where none is needed. */
  async #expand(item: Item, members: readonly WrittenMember[], folder: string | null): Promise<void> {
    if (item.opened || members.length === 0) return;
    this.#request.onFound?.(members.length);
    for (const [index, { path, bytes, hash, format, reason: why, written }] of members.entries()) {
      const place = {
        source: `${item.source}/${path}`,
        position: placeOf(index, item.position),
        bytes,
        hash,
      };
      if (why) await this.#settle({ ...place, ...outcomeOf(format, why), reused: false });
      else
        this.#members.push({
          ...place,
          content: () => takeContent(`${folder}/${written}`),
          opened: true,
        });
    }
  }

  async #keptOf(hash: string): Promise<KeptStages | null> {
    return this.#kept.get(hash) ?? (await findKept(this.#request.store, hash, this.#versions));
  }

  #membersOf(hash: string): Promise<readonly PackedFile[]> {
    return findMembers(this.#request.store, hash, this.#versions.manuscript);
  }

  /** Whether all of them can be settled without their contents. */
  async #areKnown(members: readonly PackedFile[]): Promise<boolean> {
    for (const { hash, reason: why } of members)
      if (!why && !this.#contents.has(hash) && !(await this.#keptOf(hash))) return false;
    return true;
  }

  async #settle(file: ScannedFile): Promise<void> {
    this.#waiting.push(file);
    if (this.#waiting.length >= ROWS_AT_ONCE) await this.flush();
    this.#tell(file.source);
  }

  #tell(source: string): void {
    this.#done += 1;
    this.#request.onFile?.(this.#done, source);
  }

  /** What is kept of a worker's result, under the versions of the stages that made it. */
  #resultsOf(hash: string, { manuscript, analysis }: WorkerResult): StageResults {
    return {
      hash,
      ...(manuscript && { manuscript: { ...manuscript, version: this.#versions.manuscript } }),
      ...(analysis && { analysis: { ...analysis, version: this.#versions.analysis } }),
    };
  }
}

/** A promise, settled from outside. Who waits for it hears of a failure; nobody has to. */
const promised = (): {
  done: Promise<Done>;
  resolve: (done: Done) => void;
  reject: (error: unknown) => void;
} => {
  let resolve: (done: Done) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const done = new Promise<Done>((resolved, rejected) => {
    resolve = resolved;
    reject = rejected;
  });
  done.catch(() => undefined);
  return { done, resolve, reject };
};
