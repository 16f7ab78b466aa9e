import type { Box } from '../../model/index.js';
import { isRunningLine } from '../layout/furniture.js';
import { linesOf } from '../layout/lines.js';
import type { Turned } from '../layout/turning.js';

/** Characters that a template puts on a page. */
export interface TemplateText {
  readonly template: string;
  readonly glyphs: readonly Turned[];
}

/**
 * The running heads and feet of a page: what a template that stands on every page of a document puts at its edge. The
 * labels of a form, which a template holds too, stand further in and are text.
 */
export const runningGlyphs = (
  texts: readonly TemplateText[],
  onEveryPage: ReadonlySet<string>,
  pageHeight: number,
): Set<Turned> => {
  const glyphs = texts.filter(({ template }) => onEveryPage.has(template)).flatMap((text) => text.glyphs);
  const upright = glyphs.filter(({ angle }) => angle === 0);
  const lines = linesOf(upright, 0)
    .filter((line) => isRunningLine(line, pageHeight))
    .sort((a, b) => a.y - b.y);
  return new Set(
    upright.filter(({ baseline, x }) => {
      const next = firstBelow(lines, baseline);
      // Lines may overlap a little: the character stands in the last one that begins above it, or in the one before.
      return lines.slice(Math.max(0, next - 2), next).some((line) => holds(line, x, baseline));
    }),
  );
};

const holds = (line: Box, x: number, y: number): boolean =>
  y >= line.y && y <= line.y + line.height && x >= line.x && x <= line.x + line.width;

/** Index of the first of the lines, sorted by y, that begins below a height. */
const firstBelow = (lines: readonly Box[], y: number): number => {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.y <= y) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Templates that stand on each of several pages. */
export const templatesOnEveryPage = (pages: readonly (readonly TemplateText[])[]): Set<string> => {
  const counts = new Map<string, number>();
  for (const texts of pages)
    for (const template of new Set(texts.map((text) => text.template)))
      counts.set(template, (counts.get(template) ?? 0) + 1);
  return new Set(
    [...counts].filter(([, count]) => count >= 2 && count === pages.length).map(([template]) => template),
  );
};
