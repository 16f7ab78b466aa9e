import type { PageLayout, PlacedLine } from './layout.js';
import { bottomOf, type Line } from './page.js';

/** Running heads and page numbers stand in these parts of a page's height. */
const HEAD = 0.12;
const FOOT = 0.86;
/** At least so many points from the edge, which is more of a page in landscape. */
const EDGE = 110;
/** Lines looked at from each end of a page. */
const DEPTH = 3;
/** A line longer than this is text, wherever it stands. */
const MAX_LENGTH = 100;

const PAGE_NUMBER =
  /^(?:[-—–－―~·•|]+\d{1,4}[-—–－―~·•|]+|第?\d{1,4}页[/，,、共(（]{0,2}(?:共?\d{1,4}页)?[)）]?|(?:page)?\d{1,4}(?:\/|of)\d{1,4})$/iu;
const BARE_NUMBER = /^\d{1,4}$/u;

/**
 * Takes page numbers and repeated heads and feet away. A line goes only when it stands at the page's edge and either
 * reads as a page number or comes back, but for its digits, on most pages; a sentence or a numbered heading stays.
 */
export const withoutFurniture = (pages: readonly PageLayout[]): PageLayout[] => {
  const edges = pages.map(edgeLines);
  const repeated = repeatedTexts(edges);
  const offset = numberOffset(pages, edges);
  const watermarks = repeatedAsides(pages);
  return pages.map((page, index) => {
    const gone = new Set(
      edges[index]!.filter((line) => {
        const text = squeezed(line.text);
        if (PAGE_NUMBER.test(text) || repeated.has(keyOf(line))) return true;
        return offset !== null && BARE_NUMBER.test(text) && Number(text) - page.number === offset;
      }),
    );
    const elements = page.elements.filter((element) => element.kind === 'table' || !gone.has(element));
    return { ...page, elements, asides: page.asides.filter((text) => !watermarks.has(text)) };
  });
};

const squeezed = (text: string): string => text.replace(/\s+/gu, '');

/** The outermost lines of a page that stand in its head or foot. */
const edgeLines = (page: PageLayout): PlacedLine[] => {
  const lines = page.elements.filter((element) => element.kind === 'line');
  const byHeight = [...lines].sort((a, b) => a.y - b.y);
  const head = byHeight.slice(0, DEPTH).filter((line) => isInHead(line, page.height));
  const foot = byHeight.slice(-DEPTH).filter((line) => isInFoot(line, page.height));
  // A page number under a short table may stand higher, but nothing stands below it.
  const last = byHeight.at(-1);
  const lowest = page.elements.every((element) => element === last || element.y <= (last?.y ?? 0));
  if (last && lowest && last.y >= 0.7 * page.height && PAGE_NUMBER.test(squeezed(last.text))) foot.push(last);
  return [...new Set([...head, ...foot])].filter((line) => line.text.length <= MAX_LENGTH);
};

const isInHead = (line: Line, height: number): boolean => bottomOf(line) <= Math.max(HEAD * height, EDGE);
const isInFoot = (line: Line, height: number): boolean => line.y >= Math.min(FOOT * height, height - EDGE);

/** True for a line that a page's template could show as its head or foot: at an edge, short, no provision. */
export const isRunningLine = (line: Line, height: number): boolean =>
  (isInHead(line, height) || isInFoot(line, height)) &&
  line.text.length <= MAX_LENGTH &&
  !isProvision(line.text);

/** Where a line stands and what it says, digits apart. */
const keyOf = (line: PlacedLine): string =>
  `${Math.round(line.y / 8)}:${squeezed(line.text).replace(/\d+/gu, '#')}`;

const isProvision = (text: string): boolean =>
  /[。；]/u.test(text) ||
  /^(?:第.{1,7}[条章节]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])/u.test(text);

/** Keys of the lines that come back on three pages or more and on at least two of five; on two pages, those of web prints. */
const repeatedTexts = (edges: readonly (readonly PlacedLine[])[]): Set<string> => {
  const counts = new Map<string, number>();
  for (const lines of edges)
    for (const line of lines) {
      if (isProvision(line.text)) continue;
      counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1);
    }
  const printed = (key: string): boolean => key.includes('://') || /#[/-]#[/-]#/u.test(key);
  const repeated = [...counts].filter(
    ([key, count]) => (count >= 3 && count >= 0.4 * edges.length) || (count >= 2 && printed(key)),
  );
  return new Set(repeated.map(([key]) => key));
};

/**
 * Bare digits at a page's edge are its number when they count up with the pages: the distance between number and page
 * that at least two pages and half of those with such digits share; for one page alone, a 1 at its foot.
 */
const numberOffset = (
  pages: readonly PageLayout[],
  edges: readonly (readonly PlacedLine[])[],
): number | null => {
  const counts = new Map<number, number>();
  let candidates = 0;
  edges.forEach((lines, index) => {
    const offsets = lines
      .map((line) => squeezed(line.text))
      .filter((text) => BARE_NUMBER.test(text))
      .map((text) => Number(text) - pages[index]!.number);
    if (offsets.length > 0) candidates++;
    for (const offset of new Set(offsets)) counts.set(offset, (counts.get(offset) ?? 0) + 1);
  });
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || Math.abs(a[0]) - Math.abs(b[0]));
  if (!best) return null;
  if (pages.length === 1) return best[0] === 0 ? 0 : null;
  return best[1] >= 2 && best[1] * 2 >= candidates ? best[0] : null;
};

/** Watermarks: text at a slant that most pages share. */
const repeatedAsides = (pages: readonly PageLayout[]): Set<string> => {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const text of new Set(page.asides)) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set(
    [...counts].filter(([, count]) => count >= 3 && count * 2 >= pages.length).map(([text]) => text),
  );
};
