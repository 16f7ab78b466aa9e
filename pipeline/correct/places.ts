import type { Correction, Span } from '../../model/index.js';

/** A correction with the place of its replacement in the corrected text. */
interface Edit {
  readonly from: Span;
  readonly to: Span;
}

/**
 * Where the places of a text lie in the corrected one, and the way back. Both ways never go backwards, so that spans
 * that do not overlap still do not. Inside a correction the first unit answers to the first, the second to the second,
 * as far as both have one.
 */
export class CorrectedPlaces {
  readonly #edits: readonly Edit[];

  /** @param applied corrections that do not overlap, in any order. */
  constructor(applied: readonly Correction[]) {
    let moved = 0;
    this.#edits = [...applied]
      .sort((a, b) => a.span.start - b.span.start)
      .map(({ span, replacement }) => {
        const start = span.start + moved;
        const end = start + replacement.length;
        moved = end - span.end;
        return { from: span, to: { start, end } };
      });
  }

  /** The offset in the corrected text of an offset in the original one. */
  toCorrected(offset: number): number {
    const edit = this.#edits[this.#count(({ from }) => from.start <= offset) - 1];
    return edit ? across(offset, edit.from, edit.to) : offset;
  }

  /** The offset in the original text of an offset in the corrected one: of the unit that stands there. */
  toOriginal(offset: number): number {
    const edit = this.#edits[this.#count(({ to }) => to.start <= offset) - 1];
    return edit ? across(offset, edit.to, edit.from) : offset;
  }

  /** The span in the corrected text of a span in the original one; empty where all of it was corrected away. */
  spanToCorrected({ start, end }: Span): Span {
    return { start: this.toCorrected(start), end: this.toCorrected(end) };
  }

  /** The span in the original text of a span in the corrected one, without what was corrected away at its edges. */
  spanToOriginal({ start, end }: Span): Span {
    const first = this.toOriginal(start);
    if (end <= start) return { start: first, end: first };
    // Where words were corrected away, a span that ends there ends before them, and one that begins there behind them.
    const edit = this.#edits[this.#count(({ to }) => to.start < end) - 1];
    return { start: first, end: edit ? across(end, edit.to, edit.from) : end };
  }

  /** Whether a span of the original text shares a unit with a correction. */
  isTouched(span: Span): boolean {
    return this.touching(span).length > 0;
  }

  /** The parts of the original text that were corrected and share a unit with a span, in order. */
  touching({ start, end }: Span): readonly Span[] {
    const first = this.#count(({ from }) => from.end <= start);
    const last = this.#count(({ from }) => from.start < end);
    return this.#edits.slice(first, last).map(({ from }) => from);
  }

  /** How many edits, from the first, are as asked; those are all before those that are not. */
  #count(isBefore: (edit: Edit) => boolean): number {
    let [low, high] = [0, this.#edits.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(this.#edits[middle]!)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** An offset at or behind the start of one side of an edit, on its other side. */
const across = (offset: number, here: Span, there: Span): number =>
  offset < here.end ? Math.min(there.start + offset - here.start, there.end) : there.end + offset - here.end;
