import type { Manuscript, RecognisedLine } from './manuscript.js';
import { overlaps, type Span } from './span.js';

/** How sure the recogniser is of each page that it read, 0 … 1: the mean over the page's text, in the order of the pages. */
export const pageConfidences = (lines: readonly RecognisedLine[]): Map<number, number> => {
  const sums = new Map<number, { sum: number; weight: number }>();
  for (const { page, span, confidence } of lines) {
    const weight = span.end - span.start;
    const before = sums.get(page) ?? { sum: 0, weight: 0 };
    sums.set(page, { sum: before.sum + weight * confidence, weight: before.weight + weight });
  }
  return new Map(
    [...sums].sort((a, b) => a[0] - b[0]).map(([page, { sum, weight }]) => [page, sum / weight]),
  );
};

/** Whether a passage was recognised from pixels, and whether it holds characters that the recogniser is not sure of. */
export const recognitionOf = (manuscript: Manuscript, passage: Span): 'none' | 'sure' | 'doubtful' => {
  const lines = manuscript.recognised ?? [];
  // Lines are in the order of the text and do not overlap: the first that ends behind the passage's start.
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.span.end <= passage.start) low = middle + 1;
    else high = middle;
  }
  let found: 'none' | 'sure' = 'none';
  for (let i = low; i < lines.length && lines[i]!.span.start < passage.end; i++) {
    if (lines[i]!.doubtful.some((span) => overlaps(span, passage))) return 'doubtful';
    found = 'sure';
  }
  return found;
};
