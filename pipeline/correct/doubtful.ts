import { type Box, boxesOf, type Manuscript, overlaps, type Span } from '../../model/index.js';

/** Characters that recognition is not sure of, for a person to read. */
export interface DoubtfulWords {
  /** In Manuscript.text. */
  readonly span: Span;
  readonly text: string;
  readonly page: number;
  /** Their part of the line, on the upright page. */
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
        box: boxesOf(manuscript, span)[0]?.box ?? line.box,
        confidence: line.confidence,
      })),
  );
