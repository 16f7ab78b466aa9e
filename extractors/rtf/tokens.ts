/** What stands next in an RTF file. */
export type Token = 'open' | 'close' | 'word' | 'symbol' | 'byte' | 'end';

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const SPACE = 0x20;
/** Longer names of control words are damage (RTF 1.9.1: 32 letters). */
const MAX_WORD = 32;
const MAX_DIGITS = 10;

const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

const hexDigit = (code: number): number => {
  if (isDigit(code)) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
};

/** Cuts an RTF file into tokens, one at a time; every byte is looked at once. */
export class Tokens {
  readonly #bytes: Uint8Array;
  #at: number;
  /** Name of the last control word. */
  word = '';
  /** Its number; undefined where it has none. */
  parameter: number | undefined;
  /** The last byte of text, or the sign of the last control symbol. */
  code = 0;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  next(): Token {
    const bytes = this.#bytes;
    while (this.#at < bytes.length) {
      const code = bytes[this.#at]!;
      this.#at += 1;
      if (code === OPEN) return 'open';
      if (code === CLOSE) return 'close';
      if (code === BACKSLASH) return this.#control();
      // Line ends are the file's layout; NUL is padding.
      if (code === 0x0a || code === 0x0d || code === 0) continue;
      this.code = code;
      return 'byte';
    }
    return 'end';
  }

  /** Passes over raw data: \bin. */
  skip(bytes: number): void {
    this.#at = Math.min(this.#bytes.length, this.#at + Math.max(0, bytes));
  }

  /** Passes over the rest of the group that is open, its closing brace included. False where it does not end. */
  skipGroup(): boolean {
    const bytes = this.#bytes;
    let depth = 1;
    while (this.#at < bytes.length) {
      const code = bytes[this.#at]!;
      this.#at += 1;
      if (code === OPEN) depth += 1;
      else if (code === CLOSE) {
        depth -= 1;
        if (depth === 0) return true;
      } else if (code === BACKSLASH) {
        if (bytes[this.#at] !== 0x62) this.#at += 1;
        else if (this.#control() === 'word' && this.word === 'bin') this.skip(this.parameter ?? 0);
      }
    }
    return false;
  }

  #control(): Token {
    const bytes = this.#bytes;
    const first = bytes[this.#at];
    if (first === undefined) return 'end';
    if (isLetter(first)) return this.#readWord();
    this.#at += 1;
    if (first === 0x27) {
      const high = hexDigit(bytes[this.#at] ?? 0);
      const low = hexDigit(bytes[this.#at + 1] ?? 0);
      if (high < 0 || low < 0) return this.next();
      this.#at += 2;
      this.code = high * 16 + low;
      return 'byte';
    }
    this.code = first;
    return first === BACKSLASH || first === OPEN || first === CLOSE ? 'byte' : 'symbol';
  }

  #readWord(): Token {
    const bytes = this.#bytes;
    const start = this.#at;
    let at = start;
    while (at < bytes.length && at - start < MAX_WORD && isLetter(bytes[at]!)) at += 1;
    this.word = String.fromCharCode(...bytes.subarray(start, at));
    const negative = bytes[at] === 0x2d && isDigit(bytes[at + 1] ?? 0);
    if (negative) at += 1;
    const digits = at;
    let value = 0;
    while (at < bytes.length && at - digits < MAX_DIGITS && isDigit(bytes[at]!)) {
      value = value * 10 + bytes[at]! - 0x30;
      at += 1;
    }
    this.parameter = at === digits ? undefined : negative ? -value : value;
    this.#at = bytes[at] === SPACE ? at + 1 : at;
    return 'word';
  }
}
