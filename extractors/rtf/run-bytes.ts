import { type Coding, decode, wholeCharacters } from './code-pages.js';

/** The bytes of a run on their way to text. A character may be split over two runs: its first byte waits for the rest. */
export class RunBytes {
  #bytes = new Uint8Array(256);
  #length = 0;
  #coding: Coding = { encoding: 'windows-1252' };

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  /** Whether a byte in this coding goes on with what is here. */
  fits(coding: Coding): boolean {
    return this.#length === 0 || coding.encoding === this.#coding.encoding;
  }

  push(byte: number, coding: Coding): void {
    if (this.#length === 0) this.#coding = coding;
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  /** The text so far; `all`: also a last character that is not complete. */
  take(all: boolean): string {
    if (this.#length === 0) return '';
    const bytes = this.#bytes.subarray(0, this.#length);
    const end = all ? bytes.length : wholeCharacters(this.#coding.encoding, bytes);
    const text = decode(this.#coding, bytes.subarray(0, end));
    this.#bytes.copyWithin(0, end, this.#length);
    this.#length -= end;
    return text;
  }
}
