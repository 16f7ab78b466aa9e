import { Buffer } from 'node:buffer';
import { FileError } from '../../model/index.js';
import type { Budget } from './budget.js';

const PIECE_BYTES = 64 * 1024;

/** Bytes as one piece after the other. */
export function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}

/** A stream of bytes that is read by lengths, each piece counted in a budget as it comes. */
export class ByteSource {
  readonly #pieces: AsyncIterator<Uint8Array> | Iterator<Uint8Array>;
  readonly #budget: Budget;
  #rest: Uint8Array = new Uint8Array();

  constructor(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, budget: Budget) {
    this.#pieces =
      Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
    this.#budget = budget;
  }

  /** Up to `length` bytes, piece by piece; fewer where the stream ends. Throws what the stream throws, and LimitError. */
  async *read(length: number): AsyncGenerator<Uint8Array> {
    for (let left = length; left > 0; ) {
      if (this.#rest.length === 0 && !(await this.#more())) return;
      const piece = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  /** The next bytes in one, not taken out of the stream; fewer where it ends. */
  async peek(length: number): Promise<Buffer> {
    const head = await this.take(length);
    this.#rest = Buffer.concat([head, this.#rest]);
    return head;
  }

  /** The next bytes in one; fewer where the stream ends. For short lengths. */
  async take(length: number): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    for await (const piece of this.read(length)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  /** Passes over bytes. Throws FileError('corrupt') where the stream ends before. */
  async skip(length: number): Promise<void> {
    let left = length;
    for await (const piece of this.read(length)) left -= piece.length;
    if (left > 0) throw new FileError('corrupt', '压缩包不完整，可能没有下载完整');
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#pieces.next();
    if (done) return false;
    this.#budget.countBytes(value.length);
    this.#rest = value;
    return true;
  }
}
