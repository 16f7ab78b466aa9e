import { FileError, type FileLimits, type ReasonCode } from '../../model/index.js';

/** So much may come out of any container, however small it is: an empty form or a white page packs a thousand to one. */
const HARMLESS_BYTES = 10 * 1024 * 1024;
/** What an inner container may take of what is left, so that a bomb does not starve the files behind it. */
const INNER_SHARE = 0.9;

/** A container has reached a limit; the files that it gave before stay. */
export class LimitError extends FileError {
  constructor(code: Extract<ReasonCode, 'too-many' | 'too-large' | 'ratio'>, detail: string) {
    super(code, detail);
    this.name = 'LimitError';
  }
}

/** What a container, with all that is packed inside what it holds, may still give. */
export class Budget {
  readonly limits: FileLimits;
  /** From 1, the outermost container. */
  readonly depth: number;
  readonly #parent: Budget | null;
  readonly #maxEntries: number;
  readonly #maxBytes: number;
  readonly #maxBytesByRatio: number;
  #entries = 0;
  #bytes = 0;

  /** For the outermost container without a parent; `packedBytes` is the container's own size. */
  constructor(packedBytes: number, limits: FileLimits, parent: Budget | null = null) {
    this.limits = limits;
    this.depth = parent ? parent.depth + 1 : 1;
    this.#parent = parent;
    const byRatio = Math.max(HARMLESS_BYTES, packedBytes * limits.ratio);
    this.#maxEntries = parent ? shareOf(parent.#maxEntries - parent.#entries) : limits.entries;
    this.#maxBytes = parent ? shareOf(parent.#maxBytes - parent.#bytes) : limits.unpackedBytes;
    this.#maxBytesByRatio = parent
      ? Math.min(byRatio, shareOf(parent.#maxBytesByRatio - parent.#bytes))
      : byRatio;
  }

  /** The budget of a container inside this one. */
  inner(packedBytes: number): Budget {
    return new Budget(packedBytes, this.limits, this);
  }

  /** Counts an entry of any kind. Throws LimitError: too-many. */
  countEntry(): void {
    for (let budget: Budget | null = this; budget; budget = budget.#parent) budget.#entries++;
    if (this.#entries > this.#maxEntries)
      throw new LimitError('too-many', `最多 ${this.limits.entries} 个，其余未列出`);
  }

  /** Counts bytes that came out. Throws LimitError: ratio, too-large. */
  countBytes(bytes: number): void {
    for (let budget: Budget | null = this; budget; budget = budget.#parent) budget.#bytes += bytes;
    if (this.#bytes > this.#maxBytesByRatio) throw new LimitError('ratio', '解压后的内容过大，其余未解开');
    if (this.#bytes > this.#maxBytes)
      throw new LimitError('too-large', `解压后超过 ${megabytes(this.limits.unpackedBytes)}，其余未解开`);
  }
}

const shareOf = (left: number): number => Math.floor(left * INNER_SHARE);

export const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;
