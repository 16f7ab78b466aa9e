import type { Buffer } from 'node:buffer';
import type { Record } from './records.js';

const WIDE = 1;
const EXTENDED = 4;
const RICH = 8;

/** Reads strings that may run over the end of a record into those that continue it (MS-XLS 2.5.293). */
export class StringReader {
  readonly #pieces: readonly Buffer[];
  #piece = 0;
  #at: number;

  constructor({ data, more }: Record, at: number) {
    this.#pieces = [data, ...more];
    this.#at = at;
  }

  get isAtEnd(): boolean {
    return this.#piece >= this.#pieces.length - 1 && this.#at >= (this.#pieces.at(-1)?.length ?? 0);
  }

  /** XLUnicodeRichExtendedString: length, flags, characters, then looks that are passed over. */
  rich(): string {
    const length = this.#uint16();
    const flags = this.#byte();
    const runs = flags & RICH ? this.#uint16() : 0;
    const extra = flags & EXTENDED ? this.#uint16() + this.#uint16() * 65_536 : 0;
    const text = this.#characters(length, (flags & WIDE) !== 0);
    this.#skip(runs * 4 + extra);
    return text;
  }

  /** XLUnicodeString: length, one flag, characters. */
  plain(): string {
    const length = this.#uint16();
    return this.#characters(length, (this.#byte() & WIDE) !== 0);
  }

  /** Characters whose length stands elsewhere; the flag before them. */
  flagged(length: number): string {
    return this.#characters(length, (this.#byte() & WIDE) !== 0);
  }

  /** A piece that continues a string begins with a flag of its own: narrow or wide. */
  #characters(length: number, isWide: boolean): string {
    let wide = isWide;
    let left = length;
    let text = '';
    while (left > 0) {
      const piece = this.#pieces[this.#piece];
      if (!piece) throw new RangeError('a string runs over the end of its records');
      const size = wide ? 2 : 1;
      const count = Math.min(left, Math.floor((piece.length - this.#at) / size));
      text += piece.toString(wide ? 'utf16le' : 'latin1', this.#at, this.#at + count * size);
      this.#at += count * size;
      left -= count;
      if (left === 0) break;
      this.#next();
      wide = (this.#byte() & WIDE) !== 0;
    }
    return text;
  }

  #next(): void {
    this.#piece += 1;
    this.#at = 0;
  }

  #byte(): number {
    while (this.#piece < this.#pieces.length && this.#at >= this.#pieces[this.#piece]!.length) this.#next();
    const piece = this.#pieces[this.#piece];
    if (!piece) throw new RangeError('a string runs over the end of its records');
    const byte = piece[this.#at]!;
    this.#at += 1;
    return byte;
  }

  #uint16(): number {
    const low = this.#byte();
    return low + this.#byte() * 256;
  }

  #skip(bytes: number): void {
    let left = bytes;
    while (left > 0 && this.#piece < this.#pieces.length) {
      const step = Math.min(left, this.#pieces[this.#piece]!.length - this.#at);
      this.#at += step;
      left -= step;
      if (left > 0) this.#next();
    }
  }
}

/** The shared strings of the SST record. Throws RangeError where they run over its end, FileError('too-large'). */
export const readSharedStrings = (record: Record): readonly string[] => {
  const count = record.data.readUInt32LE(4);
  const reader = new StringReader(record, 8);
  const strings: string[] = [];
  for (let index = 0; index < count && !reader.isAtEnd; index += 1) strings.push(reader.rich());
  return strings;
};
