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
  const lines = linesOf(upright, 0).filter((line) => isRunningLine(line, pageHeight));
  return new Set(
    upright.filter(({ baseline, x }) =>
      lines.some(
        (line) =>
          baseline >= line.y && baseline <= line.y + line.height && x >= line.x && x <= line.x + line.width,
      ),
    ),
  );
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
