import { Buffer } from 'node:buffer';
import { type LibarchiveWasm, libarchiveWasm } from 'libarchive-wasm';
import { FileError } from '../../model/index.js';

/** What of the module's memory is used: the library moves HEAPU8 when its memory grows. */
interface Heap {
  readonly HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
}

/** An entry as libarchive sees it. */
export interface ArchiveEntry {
  /** '' where the name is no UTF-8. */
  readonly path: string;
  /** Type bits of a Unix mode, 0 where the archive does not say. */
  readonly type: number;
  readonly isHardLink: boolean;
  readonly isEncrypted: boolean;
  /** Of what the archive says, the lower 32 bits. */
  readonly declaredBytes: number;
}

/** Bytes that are taken out of the library's memory at once. */
const BLOCK_BYTES = 256 * 1024;
/** What the library would print; it says the same by its errors. */
const ignore = (): void => undefined;
/** The library hands names over in the character set of its C library, which calls itself so … */
const CHARSET_IN_MEMORY = Buffer.from('afio large ASCII\0', 'latin1');
/** … and in which Chinese names would become asterisks. */
const CHARSET = 'UTF-8';

/** What the library says when it is asked for more at the end. */
const AT_END = "state 'eof'";

/** What it says where a tar archive ends within a file, and then, when it looks for the next one. */
const TRUNCATED = 'Truncated tar archive';
const MISSING = /needed (\d{1,16}) bytes, only 0 available/;

/**
 * One archive in libarchive. Each has an instance of its own, whose memory goes with it, so that one archive can
 * neither leave memory behind nor harm the next. Throws FileError: corrupt,
 * encrypted, unsupported, out-of-memory; the library's own words are the error's cause.
 */
export class Archive {
  readonly #library: LibarchiveWasm;
  readonly #heap: Heap;
  readonly #archive: number;
  readonly #block: number;
  /** An entry that was found in looking whether there is one, or 0. */
  #waiting = 0;

  private constructor(library: LibarchiveWasm, parts: readonly Uint8Array[]) {
    this.#library = library;
    this.#heap = library.module as Heap;
    const size = parts.reduce((sum, { length }) => sum + length, 0);
    const start = this.#heap._malloc(size);
    this.#block = this.#heap._malloc(BLOCK_BYTES);
    if (start === 0 || this.#block === 0) throw new FileError('out-of-memory');
    let at = start;
    for (const part of parts) {
      this.#heap.HEAPU8.set(part, at);
      at += part.length;
    }
    this.#archive = library.read_new();
    library.read_support_filter_all(this.#archive);
    library.read_support_format_all(this.#archive);
    this.#guard(() => library.read_open_memory(this.#archive, start, size));
  }

  /** Opens the archive that the parts make one behind the other. */
  static async open(...parts: readonly Uint8Array[]): Promise<Archive> {
    const library = await libarchiveWasm({ print: ignore, printErr: ignore });
    nameInUtf8(library.module as Heap);
    return new Archive(library, parts);
  }

  /**
   * The next entry; null at the end. 'unreadable' stands for one that the library found and can not describe.
   * Throws FileError where the archive can not be read any further.
   */
  next(): ArchiveEntry | 'unreadable' | null {
    const entry = this.#waiting || this.#nextPointer();
    this.#waiting = 0;
    if (entry !== 0) return this.#describe(entry);
    // The library gives nothing at the end, for an entry it warns of, and where it fails, with or without words.
    // What it does next tells them apart.
    const problem = this.#problem();
    this.#waiting = this.#nextPointer();
    if (this.#waiting !== 0) return 'unreadable';
    if (!this.#problem().includes(AT_END)) throw this.#failure(problem);
    return problem === '' ? null : 'unreadable';
  }

  /** The content of the entry that `next` gave last, piece by piece. */
  *content(): Generator<Uint8Array> {
    for (;;) {
      const length = this.#guard(() => this.#library.read_data(this.#archive, this.#block, BLOCK_BYTES));
      if (length === 0) return;
      yield this.#heap.HEAPU8.slice(this.#block, this.#block + length);
    }
  }

  /**
   * The content of the last entry of an archive that ends before the entry does, as far as there is any. The library
   * fails at the end without handing over what it has read by then, which lies in the block.
   */
  *contentToEnd(entryBytes: number): Generator<Uint8Array> {
    let given = 0;
    try {
      for (const piece of this.content()) {
        given += piece.length;
        yield piece;
      }
    } catch (error) {
      if (!String(error instanceof FileError && error.cause).includes(TRUNCATED)) throw error;
      this.#nextPointer();
      const missing = Number(MISSING.exec(this.#problem())?.[1]);
      if (!(missing <= entryBytes - given)) throw error;
      yield this.#heap.HEAPU8.slice(this.#block, this.#block + entryBytes - missing - given);
    }
  }

  #nextPointer(): number {
    return this.#guard(() => this.#library.read_next_entry(this.#archive));
  }

  #describe(entry: number): ArchiveEntry {
    const library = this.#library;
    return this.#guard(() => ({
      path: library.entry_pathname(entry),
      type: library.entry_filetype(entry),
      isHardLink: library.entry_hardlink(entry) !== '',
      isEncrypted: library.entry_is_encrypted(entry) !== 0,
      declaredBytes: library.entry_size(entry) >>> 0,
    }));
  }

  #problem(): string {
    return this.#guard(() => this.#library.error_string(this.#archive));
  }

  /** Errors of the library, and traps inside of it, as FileError. */
  #guard<T>(call: () => T): T {
    try {
      return call();
    } catch (error) {
      throw this.#failure(error instanceof Error ? error.message : '', error);
    }
  }

  #failure(problem: string, cause?: unknown): FileError {
    const options = { cause: cause ?? new Error(problem) };
    if (/encrypt|passphrase/i.test(problem)) return new FileError('encrypted', '', options);
    if (/unsupported|codec/i.test(problem))
      return new FileError('unsupported', '用了少见的压缩方法，请用其他软件解开后重新扫描', options);
    return new FileError('corrupt', '', options);
  }
}

/**
 * Makes the library hand names over in UTF-8. It asks its C library for the character set, which answers with the end
 * of a text that stands in memory once; there is no call to change it. A test sees Chinese names come out right.
 */
const nameInUtf8 = ({ HEAPU8 }: Heap): void => {
  const at = Buffer.from(HEAPU8.buffer).indexOf(CHARSET_IN_MEMORY);
  if (at < 0) throw new Error('libarchive-wasm has changed: its character set is not where it was');
  Buffer.from(HEAPU8.buffer).write(CHARSET, at + CHARSET_IN_MEMORY.length - CHARSET.length - 1, 'latin1');
};
