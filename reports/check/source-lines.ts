import type { Span } from '../../model/index.js';

/** A region of a source text; lines and columns count from 1, columns in UTF-16 units, the end exclusive. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly charOffset: number;
  readonly charLength: number;
}

/** Finds lines and columns in a text: one pass over it, then halving for each span. */
export class SourceLines {
  readonly #starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (const match of text.matchAll(/\r\n|\r|\n/gu)) starts.push(match.index + match[0].length);
    this.#starts = starts;
  }

  regionOf({ start, end }: Span): Region {
    const first = this.#lineOf(start);
    const last = this.#lineOf(end);
    return {
      startLine: first + 1,
      startColumn: start - this.#starts[first]! + 1,
      endLine: last + 1,
      endColumn: end - this.#starts[last]! + 1,
      charOffset: start,
      charLength: end - start,
    };
  }

  #lineOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
