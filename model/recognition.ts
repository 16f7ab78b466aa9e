import type { RecognisedLine } from './manuscript.js';

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
