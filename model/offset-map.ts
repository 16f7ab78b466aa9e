import type { Span } from './span.js';

/**
 * A run of text that stands unchanged in the source: `length` units at `at` in the derived text
 * are the `length` units at `source` in the text it was made from.
 */
export interface Piece {
  readonly at: number;
  readonly source: number;
  readonly length: number;
}

/**
 * How offsets in a derived text lead back to the text it was made from. Pieces are sorted by `at`,
 * do not overlap, and `source` never decreases. What lies between two pieces was generated.
 */
export type OffsetMap = readonly Piece[];

/** The last piece that starts at or before `offset`, or -1. */
const pieceBefore = (map: OffsetMap, offset: number): number => {
  let low = 0;
  let high = map.length - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (map[middle]!.at <= offset) {
      found = middle;
      low = middle + 1;
    } else high = middle - 1;
  }
  return found;
};

/** The source offset of one derived offset; a generated unit maps to the end of the piece before it. */
export const sourceOffset = (map: OffsetMap, offset: number): number => {
  const index = pieceBefore(map, offset);
  if (index < 0) return map[0]?.source ?? 0;
  const piece = map[index]!;
  return piece.source + Math.min(offset - piece.at, piece.length);
};

/** The smallest source range that holds every mapped unit of `span`. Empty where all of it was generated. */
export const sourceSpan = (map: OffsetMap, span: Span): Span => {
  const start = startOf(map, span.start);
  if (span.end <= span.start) return { start, end: start };
  const index = pieceBefore(map, span.end - 1);
  if (index < 0) return { start, end: start };
  const piece = map[index]!;
  const end = piece.source + Math.min(span.end - piece.at, piece.length);
  return { start, end: Math.max(start, end) };
};

/** Like sourceOffset, but a generated unit maps forward, to the start of the next piece. */
const startOf = (map: OffsetMap, offset: number): number => {
  const index = pieceBefore(map, offset);
  const piece = map[index];
  if (piece && offset < piece.at + piece.length) return piece.source + (offset - piece.at);
  const next = map[index + 1];
  if (next) return next.source;
  return piece ? piece.source + piece.length : 0;
};

/** Builds a derived text from kept and generated parts, and the map back with it. */
export class MappedText {
  #parts: string[] = [];
  #pieces: Piece[] = [];
  #length = 0;

  /** Units written so far. */
  get length(): number {
    return this.#length;
  }

  /** Appends text that stands at `source` in the text this one is made from. */
  keep(text: string, source: number): this {
    if (!text) return this;
    const last = this.#pieces.at(-1);
    if (last && last.at + last.length === this.#length && last.source + last.length === source) {
      this.#pieces[this.#pieces.length - 1] = { ...last, length: last.length + text.length };
    } else this.#pieces.push({ at: this.#length, source, length: text.length });
    return this.#append(text);
  }

  /** Appends text that has no counterpart in the source. */
  generate(text: string): this {
    return this.#append(text);
  }

  #append(text: string): this {
    this.#parts.push(text);
    this.#length += text.length;
    return this;
  }

  /** The text and its map. */
  build(): { readonly text: string; readonly map: OffsetMap } {
    return { text: this.#parts.join(''), map: this.#pieces };
  }
}
