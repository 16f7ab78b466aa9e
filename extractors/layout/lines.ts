import { boxAround, type Glyph, type Line, mode, type PageContent } from './page.js';
import { stretchesOf, textOf } from './spacing.js';

/** Puts glyphs into lines from top to bottom, each from left to right. Glyphs of blanks alone make no line. */
export const linesOf = (glyphs: readonly Glyph[], page: PageContent['number']): Line[] =>
  rowsOf(glyphs)
    .map((row) => lineOf(row, page))
    .filter((line) => line !== null);

/** Groups glyphs whose baselines agree; raised and lowered small ones join the row that they stand in. */
const rowsOf = (glyphs: readonly Glyph[]): Glyph[][] => {
  const sorted = glyphs.map((glyph, index) => ({ glyph, index }));
  sorted.sort((a, b) => a.glyph.baseline - b.glyph.baseline || a.index - b.index);
  const rows: { baseline: number; size: number; glyphs: Glyph[] }[] = [];
  for (const { glyph } of sorted) {
    const row = rows.at(-1);
    const near =
      row && glyph.baseline - row.baseline <= 0.45 * Math.max(0.6 * row.size, Math.min(row.size, glyph.size));
    if (row && near) {
      row.glyphs.push(glyph);
      // The tallest glyphs say where the row stands, not a mark above them.
      if (glyph.size > row.size) {
        row.size = glyph.size;
        row.baseline = glyph.baseline;
      }
    } else rows.push({ baseline: glyph.baseline, size: glyph.size, glyphs: [glyph] });
  }
  return rows.map((row) => row.glyphs.sort((a, b) => a.x - b.x));
};

const lineOf = (glyphs: readonly Glyph[], page: number): Line | null => {
  const stretches = stretchesOf(glyphs);
  if (stretches.length === 0) return null;
  const seen = stretches.flat();
  const places = new Map(glyphs.map((glyph, index) => [glyph, index]));
  // The blanks inside a stretch are no part of it, but tell words apart.
  const segments = stretches.map((stretch) => ({
    ...boxAround(stretch),
    text: textOf(glyphs.slice(places.get(stretch[0]!), places.get(stretch.at(-1)!)! + 1)),
  }));
  const size = mode(
    seen.map((glyph) => ({ value: glyph.size, weight: glyph.width })),
    0.5,
  );
  return {
    ...boxAround(seen),
    page,
    text: segments.map((segment) => segment.text).join(' '),
    baseline: mode(
      seen.map((glyph) => ({ value: glyph.baseline, weight: glyph.size })),
      0.1,
    ),
    size,
    bold: seen.filter((glyph) => glyph.bold).length * 2 > seen.length,
    segments,
    ...(seen.some((glyph) => glyph.confidence !== undefined) && { glyphs: seen }),
  };
};
