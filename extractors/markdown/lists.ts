import type { SourceLine } from '../txt/lines.js';
import { cut } from './inline.js';

const BULLET = /^[-*+]\s+(?:\[[ xX]\]\s+)?/u;
const ORDERED = /^(\d{1,9})([.)])\s+/u;

/** A line of a list: without its bullet, or with the number that is shown. */
export interface ListItem {
  readonly line: SourceLine;
  /** Units of an automatic number at its start, where the source has another. */
  readonly numberLength: number;
}

interface Running {
  readonly indent: number;
  readonly sign: string;
  readonly count: number;
}

/**
 * Counts the numbered lists of a text as Markdown shows them: the first number counts, the others follow it, whatever
 * the source has. A paragraph between two items begins another list.
 */
export class Lists {
  #running: Running[] = [];

  /** The next line; null where it is no item. */
  read(line: SourceLine): ListItem | null {
    const bullet = BULLET.exec(line.text);
    if (bullet) {
      this.#end(line.indent);
      return { line: cut(line, [[0, bullet[0].length]]), numberLength: 0 };
    }
    const [all, digits, sign] = ORDERED.exec(line.text) ?? [];
    if (!all || !digits || !sign) {
      // Text below an item stands under it where it is set in, or follows it without a blank line.
      if (line.gap > 0) this.#running = this.#running.filter(({ indent }) => indent < line.indent);
      return null;
    }
    const before = this.#running.find(({ indent }) => Math.abs(indent - line.indent) <= 1);
    this.#end(line.indent + 1);
    const count = before?.sign === sign ? before.count + 1 : Number(digits);
    this.#running = this.#running.filter(({ indent }) => Math.abs(indent - line.indent) > 1);
    this.#running.push({ indent: line.indent, sign, count });
    if (count === Number(digits)) return { line, numberLength: 0 };
    const number = `${count}${sign}`;
    const rest = cut(line, [[0, digits.length + 1]]);
    const source = line.fragments[0]!.source;
    return {
      line: {
        ...line,
        text: number + rest.text,
        fragments: [{ text: number, source, kept: false }, ...rest.fragments],
      },
      numberLength: number.length,
    };
  }

  /** What is set in deeper than this ends. */
  #end(indent: number): void {
    this.#running = this.#running.filter((list) => list.indent <= indent);
  }
}
