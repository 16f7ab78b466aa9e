import type { LibraryFile } from './entry.js';
import { connectForWriting, foldersOf, type LibraryState } from './open.js';
import { guarded } from './refusals.js';
import type { Connection } from './schema.js';
import { type Changes, type FileBefore, filesBefore, putChanges } from './transfer.js';

/**
 * Writes what one run imports from one folder. What is given waits in a temporary table of SQLite's, so that the library
 * is locked for the short time of `finish` only; others see all of it or nothing.
 */
export class LibraryWriter {
  readonly #path: string;
  readonly #connection: Connection;
  readonly #state: LibraryState;
  readonly #folder: string;
  readonly #parser: string;
  readonly #before: ReadonlyMap<string, FileBefore>;
  readonly #seen = new Set<string>();
  /** Folders that were imported into a library of an earlier version, which `finish` fills anew. */
  readonly emptied: readonly string[];

  /**
   * @param parser version of what reads the texts: files read by another one are read again.
   * @throws UsageError where the library can not be opened, or is of a later version.
   */
  static async open(path: string, folder: string, parser: string): Promise<LibraryWriter> {
    const { connection, state } = await connectForWriting(path);
    try {
      return guarded(path, () => new LibraryWriter(path, connection, state, folder, parser));
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  private constructor(
    path: string,
    connection: Connection,
    state: LibraryState,
    folder: string,
    parser: string,
  ) {
    this.#path = path;
    this.#connection = connection;
    this.#state = state;
    this.#folder = folder;
    this.#parser = parser;
    this.#before = state === 'current' ? filesBefore(connection, folder) : new Map();
    this.emptied = state === 'older' ? foldersOf(connection) : [];
    connection.exec('create temp table staged (file text not null)');
  }

  /** Files that an earlier import has from this folder. */
  get size(): number {
    return this.#before.size;
  }

  /** What an earlier import made of the same content: '' or its problem; null where the file has to be read. */
  kept(path: string, hash: string): string | null {
    const before = this.#before.get(path);
    if (before?.hash !== hash || before.parser !== this.#parser) return null;
    this.#seen.add(path);
    return before.problem;
  }

  /** Takes a file in, in place of what an earlier import had under its path. */
  write(file: LibraryFile): void {
    this.#seen.add(file.path);
    guarded(this.#path, () =>
      this.#connection.prepare('insert into staged (file) values (?)').run(JSON.stringify(file)),
    );
  }

  /**
   * A file that can not be read now: what an earlier import had of it stays.
   *
   * @returns whether there was something.
   */
  unread(path: string, problem: string): boolean {
    const had = this.#before.get(path);
    if (had) this.#seen.add(path);
    else this.write({ path, hash: '', statute: null, problem });
    return had !== undefined && had.problem === '';
  }

  /** A folder that can not be read now: what an earlier import had below it stays. `folder` ends with '/'; './' is all. */
  unreadFolder(folder: string): void {
    for (const path of this.#before.keys())
      if (folder === './' || path.startsWith(folder)) this.#seen.add(path);
  }

  /**
   * Removes what is no longer in the folder and makes everything visible.
   *
   * @returns how many files were removed; null where `signal` ended it, and nothing has changed.
   * @throws UsageError where the library is in use, or another import has changed the folder's part of it.
   */
  async finish(signal?: AbortSignal): Promise<number | null> {
    const gone = [...this.#before].filter(([path]) => !this.#seen.has(path)).map(([, { id }]) => id);
    const changes: Changes = {
      folder: this.#folder,
      parser: this.#parser,
      state: this.#state,
      before: this.#before,
      gone,
    };
    const connection = this.#connection;
    // Readers go on while a log beside the file is written; without it a copy can be opened where nothing may be written.
    guarded(this.#path, () => connection.pragma('main.journal_mode = WAL'));
    try {
      guarded(this.#path, () => connection.exec('begin immediate'));
      const done = await putChanges(connection, changes, signal).catch((error: unknown) =>
        guarded(this.#path, () => {
          throw error;
        }),
      );
      guarded(this.#path, () => connection.exec(done ? 'commit' : 'rollback'));
      return done ? gone.length : null;
    } catch (error) {
      if (connection.inTransaction) connection.exec('rollback');
      throw error;
    } finally {
      this.#dropLog();
    }
  }

  /** Without `finish` before, nothing of this run remains. */
  close(): void {
    this.#connection.close();
  }

  /** Where others read at this moment the log stays; the next import drops it. */
  #dropLog(): void {
    try {
      this.#connection.pragma('busy_timeout = 0');
      this.#connection.pragma('main.journal_mode = DELETE');
    } catch {
      // As said above.
    }
  }
}
