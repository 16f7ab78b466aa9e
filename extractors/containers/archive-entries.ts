import { crc32 } from 'node:zlib';
import { FileError } from '../../model/index.js';
import { type Budget, LimitError } from './budget.js';
import type { Archive, ArchiveEntry } from './libarchive.js';
import type { PackedEntry } from './packed-entry.js';

const FILE = 0o100000;
const FOLDER = 0o040000;
const LINK = 0o120000;

/** What an archive's own headers say of an entry, where the library does not. */
export interface EntryFacts {
  readonly path?: string;
  readonly crc32?: number | null;
}

/**
 * The entries of an archive as packed files. What is not asked for is unpacked and counted all the same, as the
 * library has to do behind the scenes wherever files are packed in one stream.
 */
export async function* packedFiles(
  archive: Archive,
  budget: Budget,
  factsOf: (index: number) => EntryFacts = () => ({}),
): AsyncGenerator<PackedEntry> {
  for (let index = 0; ; index++) {
    const entry = archive.next();
    if (entry === null) return;
    budget.countEntry();
    const facts = factsOf(index);
    if (entry === 'unreadable') yield unreadable(facts.path ?? nameless(index));
    else if (entry.type !== FOLDER) {
      const content = new Content(archive, entry, budget, facts.crc32 ?? null);
      yield {
        path: facts.path ?? (entry.path || nameless(index)),
        kind: kindOf(entry),
        declaredBytes: entry.declaredBytes,
        content: () => content.read(),
      };
      content.drain();
    }
  }
}

const nameless = (index: number): string => `无法识别的文件名（${index + 1}）`;

const kindOf = ({ type, isHardLink }: ArchiveEntry): PackedEntry['kind'] => {
  if (type === LINK || isHardLink) return 'link';
  return type === FILE || type === 0 ? 'file' : 'special';
};

const unreadable = (path: string): PackedEntry => ({
  path,
  kind: 'file',
  declaredBytes: 0,
  content() {
    throw new FileError('corrupt');
  },
});

/** The content of one entry, read at most once. */
class Content {
  readonly #pieces: Iterator<Uint8Array> | null;
  readonly #budget: Budget;
  readonly #crc32: number | null;
  #failed = false;

  constructor(archive: Archive, entry: ArchiveEntry, budget: Budget, expected: number | null) {
    this.#pieces = entry.isEncrypted ? null : archive.content();
    this.#budget = budget;
    this.#crc32 = expected;
  }

  *read(): Generator<Uint8Array> {
    if (!this.#pieces) throw new FileError('encrypted');
    let checksum = 0;
    for (let piece = this.#next(); piece; piece = this.#next()) {
      checksum = crc32(piece, checksum);
      yield piece;
    }
    if (this.#crc32 !== null && checksum !== this.#crc32) throw new FileError('corrupt', '校验和不符');
  }

  /** Reads what was not asked for; damage in it is nobody's concern. Throws LimitError. */
  drain(): void {
    try {
      while (this.#pieces && !this.#failed && this.#next());
    } catch (error) {
      if (error instanceof LimitError) throw error;
    }
  }

  #next(): Uint8Array | null {
    let piece: IteratorResult<Uint8Array>;
    try {
      piece = this.#pieces!.next();
    } catch (error) {
      this.#failed = true;
      throw error;
    }
    if (piece.done) return null;
    this.#budget.countBytes(piece.value.length);
    return piece.value;
  }
}
