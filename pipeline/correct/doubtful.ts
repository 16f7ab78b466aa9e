import { type Box, type Manuscript, overlaps, type RecognisedLine, type Span } from '../../model/index.js';

/** Characters that recognition is not sure of, for a person to read. */
export interface DoubtfulWords {
  /** In Manuscript.text. */
  readonly span: Span;
  readonly text: string;
  readonly page: number;
  /** About where they stand on the page: their share of the line's box, by the widths of its characters. */
  readonly box: Box;
  /** The mean of their line, 0 … 1: that of single characters is not kept. */
  readonly confidence: number;
}

/**
 * The doubtful places of recognised text, in order.
 *
 * @param passage only those that share a unit with it; all where it is absent.
 */
export const doubtfulWords = (manuscript: Manuscript, passage?: Span): DoubtfulWords[] =>
  (manuscript.recognised ?? []).flatMap((line) =>
    line.doubtful
      .filter((span) => !passage || overlaps(span, passage))
      .map((span) => ({
        span,
        text: manuscript.text.slice(span.start, span.end),
        page: line.page,
        box: boxOf(manuscript.text, line, span),
        confidence: line.confidence,
      })),
  );

/** Print is rarely spaced evenly: so much of an em is left on either side. */
const MARGIN = 0.5;

const boxOf = (text: string, line: RecognisedLine, span: Span): Box => {
  const { x, width } = line.box;
  const whole = emsOf(text.slice(line.span.start, line.span.end));
  const before = emsOf(text.slice(line.span.start, span.start));
  const through = emsOf(text.slice(line.span.start, span.end));
  const left = Math.max(0, before - MARGIN) / whole;
  const right = Math.min(whole, through + MARGIN) / whole;
  return { ...line.box, x: x + left * width, width: (right - left) * width };
};

/** The width of a text in ems: letters, digits and blanks are half as wide as Chinese characters. */
const emsOf = (text: string): number => {
  let ems = 0;
  for (const char of text) ems += char <= '\u007f' ? 0.5 : 1;
  return ems;
};
