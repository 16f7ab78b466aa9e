import type { PageTurn } from '../../model/index.js';
import type { Glyph, PageContent } from './page.js';

/** A glyph of a page whose text may run in any direction. */
export interface Turned extends Glyph {
  /** Counter-clockwise angle to the page's horizontal in degrees, 0 … 359. */
  readonly angle: number;
}

/** Whole degrees, 0 … 359. */
export const degrees = (radians: number): number => Math.round((radians * 180) / Math.PI + 360) % 360;

/**
 * A page so that most of its text reads from left to right. Text that runs otherwise is set aside. Rules of a page
 * that was turned are left out: a table on its side is read as lines.
 */
export const setUpright = (
  glyphs: readonly Turned[],
  page: Omit<PageContent, 'glyphs' | 'asides'>,
): PageContent => {
  const turned = dominantQuarter(glyphs) as PageTurn['quarter'];
  const asides = runsOf(glyphs.filter((glyph) => quarterOf(glyph.angle) !== turned));
  const { width, height } = page;
  const upright = levelGlyphs(glyphs, turned, { width, height });
  if (turned === 0) return { ...page, asides, glyphs: upright };
  const flat = turned === 180;
  return {
    ...page,
    asides,
    // Text that runs upwards is level once the page is turned clockwise.
    turn: { quarter: turned, slant: 0 },
    width: flat ? width : height,
    height: flat ? height : width,
    glyphs: upright,
    rules: [],
  };
};

/** The glyphs that read from left to right once the page is turned clockwise, where they then stand. */
export const levelGlyphs = (
  glyphs: readonly Turned[],
  quarter: PageTurn['quarter'],
  { width, height }: { readonly width: number; readonly height: number },
): Glyph[] => {
  const level = glyphs.filter((glyph) => quarterOf(glyph.angle) === quarter);
  return quarter === 0 ? level : level.map(turnBack(quarter, width, height));
};

/** 0, 90, 180, 270, or -1 for a slant. */
const quarterOf = (angle: number): number => {
  const quarter = (Math.round(angle / 90) * 90) % 360;
  return Math.abs(((angle - quarter + 540) % 360) - 180) <= 10 ? quarter : -1;
};

/** The direction in which most of the page's text runs; a slanted text never turns a page. */
const dominantQuarter = (glyphs: readonly Turned[]): number => {
  const counts = new Map<number, number>([[0, 0]]);
  for (const { angle } of glyphs) {
    const quarter = quarterOf(angle);
    if (quarter >= 0) counts.set(quarter, (counts.get(quarter) ?? 0) + 1);
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
};

/** Turns a page whose text runs at 90, 180 or 270 degrees so that it reads from left to right. */
const turnBack =
  (quarter: number, width: number, height: number) =>
  (glyph: Glyph): Glyph => {
    const { x, y, width: w, height: h } = glyph;
    // The baseline of turned text is not y any more; the box's foot stands in for it.
    if (quarter === 180) {
      const top = height - y - h;
      return { ...glyph, x: width - x - w, y: top, baseline: top + h };
    }
    const top = quarter === 90 ? x : width - x - w;
    const left = quarter === 90 ? height - y - h : y;
    return { ...glyph, x: left, y: top, width: h, height: w, baseline: top + w };
  };

/** Slanted or turned glyphs as they follow each other in the file, cut where the angle changes. */
const runsOf = (glyphs: readonly Turned[]): string[] => {
  const runs: string[] = [];
  let last: Turned | undefined;
  for (const glyph of glyphs) {
    const near =
      last &&
      last.angle === glyph.angle &&
      Math.hypot(last.x - glyph.x, last.y - glyph.y) < 4 * Math.max(last.size, glyph.size);
    if (near) runs[runs.length - 1] += glyph.char;
    else runs.push(glyph.char);
    last = glyph;
  }
  return runs.map((run) => run.trim()).filter((run) => run !== '');
};
