import { type Coding, codingOf } from './code-pages.js';

interface Font {
  charset?: number | undefined;
  page?: number | undefined;
}

/** More fonts than any document has; further ones are read in the file's own code page. */
const MAX_FONTS = 10_000;

/** The font table, as far as it says how bytes are to be understood. */
export class FontTable {
  readonly #fonts = new Map<number, Font>();
  readonly #codings = new Map<number, Coding>();
  #open: Font = {};
  /** \ansicpg: the file's code page. */
  page: number | undefined;
  /** \deff: the font of text that names none. */
  standard = -1;

  /** Takes a control word inside of the table. Apple's files do not put each font into a group. */
  word(word: string, parameter: number | undefined): void {
    if (word === 'f') {
      this.#open = {};
      if (this.#fonts.size < MAX_FONTS) this.#fonts.set(parameter ?? 0, this.#open);
    } else if (word === 'fcharset') this.#open.charset = parameter;
    else if (word === 'cpg') this.#open.page = parameter;
    this.#codings.clear();
  }

  /** How the bytes of a font are to be understood; −1 is the standard font. */
  coding(font: number): Coding {
    const number = font < 0 ? this.standard : font;
    const known = this.#codings.get(number);
    if (known) return known;
    const coding = codingOf(this.#fonts.get(number) ?? {}, this.page);
    this.#codings.set(number, coding);
    return coding;
  }
}
