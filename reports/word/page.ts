export type WordOrientation = 'portrait' | 'landscape';

/** A4 in twentieths of a point, with the margin on each side. */
export const PAGE = { width: 11_906, height: 16_838, margin: 1_000 } as const;

/** What a page holds between its margins from left to right, in twentieths of a point. */
export const TEXT_WIDTH: Readonly<Record<WordOrientation, number>> = {
  portrait: PAGE.width - 2 * PAGE.margin,
  landscape: PAGE.height - 2 * PAGE.margin,
};
