import type { Label, Span } from '../../../model/index.js';

/** Something that is shown on the document's text. */
export interface Mark extends Span {
  readonly kind: 'evidence' | 'breach' | 'citation' | 'doubt' | 'corrected' | 'number';
  /** For `evidence`; '' else. */
  readonly label: Label | '';
  /** What a click on it chooses: a finding, a breach, a citation, a word. */
  readonly target: string;
  /** In Chinese, for screen readers and the pointer. */
  readonly words: string;
  /** Set aside by a person, or withheld by the tool: shown fainter. */
  readonly faint?: boolean;
}

/** A run of text on which the same marks lie. */
export interface Segment extends Span {
  readonly marks: readonly Mark[];
  /** Those of them that begin here: their letters are written before the run. */
  readonly opens: readonly Mark[];
}

/**
 * Cuts a stretch of text where marks begin and end, so that everything that lies on a passage can be shown on it. The
 * segments follow each other without gap from `span.start` to `span.end`.
 * @param marks in any order; parts outside the span are cut off.
 */
export const segmentsOf = (span: Span, marks: readonly Mark[]): Segment[] => {
  const within = marks.filter(({ start, end }) => start < end && start < span.end && end > span.start);
  const cuts = new Set([span.start, span.end]);
  for (const { start, end } of within) {
    cuts.add(Math.max(start, span.start));
    cuts.add(Math.min(end, span.end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(1).map((end, i) => {
    const start = places[i]!;
    const on = within.filter((mark) => mark.start <= start && end <= mark.end);
    return { start, end, marks: on, opens: on.filter((mark) => Math.max(mark.start, span.start) === start) };
  });
};

/**
 * Deals marks out to blocks. A mark over several blocks goes to each.
 * @param blocks sorted, without overlap.
 * @returns one list a block.
 */
export const marksByBlock = (blocks: readonly Span[], marks: readonly Mark[]): Mark[][] => {
  const dealt: Mark[][] = blocks.map(() => []);
  for (const mark of marks) {
    let [low, high] = [0, blocks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (blocks[middle]!.end <= mark.start) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < blocks.length && blocks[i]!.start < mark.end; i++) dealt[i]!.push(mark);
  }
  return dealt;
};

/** Stands for all that is drawn of a block: equal ones need not be drawn again. */
export const marksPrint = (marks: readonly Mark[]): string =>
  marks
    .map(
      ({ start, end, kind, label, target, faint }) => `${start}-${end}${kind}${label}${target}${faint ?? ''}`,
    )
    .join('|');
