import { type Box, blockAt, type Manuscript, type PageTurn, type TextLine } from './manuscript.js';
import { overlaps, type Span } from './span.js';

/** A rectangle on a page: points, origin top left of the upright page. */
export interface PagePlace {
  /** From 1. */
  readonly page: number;
  readonly box: Box;
}

/** How a page of the manuscript was set upright; a page that stood upright was turned by nothing. */
export const turnOf = ({ turns }: Manuscript, page: number): Omit<PageTurn, 'page'> => {
  const { quarter, slant } = turns?.find((turn) => turn.page === page) ?? { quarter: 0, slant: 0 };
  return { quarter, slant };
};

/**
 * Where a passage of the text stands on its pages: of each line its part by the share of characters; the blocks' boxes
 * where no lines are known. In the order of the text; nothing for blanks and for formats without pages.
 */
export const boxesOf = (manuscript: Manuscript, passage: Span): PagePlace[] => {
  if (manuscript.text.slice(passage.start, passage.end).trim() === '') return [];
  const lines = [
    ...touching(manuscript.lines ?? [], passage),
    ...touching(manuscript.recognised ?? [], passage),
  ].sort((a, b) => a.span.start - b.span.start);
  const places = lines.flatMap((line) => partOf(line, passage, manuscript.text));
  return places.length > 0 ? places : blockPlaces(manuscript, passage);
};

/** The lines, in the order of the text and without overlaps, that share something with a passage. */
const touching = <Line extends { readonly span: Span }>(
  lines: readonly Line[],
  passage: Span,
): readonly Line[] => {
  const first = firstAfter(lines, passage.start);
  let end = first;
  while (end < lines.length && lines[end]!.span.start < passage.end) end++;
  return lines.slice(first, end);
};

/** Index of the first that ends behind an offset. */
const firstAfter = (lines: readonly { readonly span: Span }[], offset: number): number => {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.span.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The part of a line that a passage takes; nothing where it takes blanks alone. */
const partOf = ({ span, page, box }: TextLine, passage: Span, text: string): PagePlace[] => {
  const [from, to] = [Math.max(span.start, passage.start), Math.min(span.end, passage.end)];
  const before = widthOf(text.slice(span.start, from));
  const own = widthOf(text.slice(from, to));
  const all = before + own + widthOf(text.slice(to, span.end));
  if (text.slice(from, to).trim() === '') return [];
  const x = box.x + (box.width * before) / all;
  return [{ page, box: { ...box, x, width: (box.width * own) / all } }];
};

/** In ems, roughly: Latin letters, digits and blanks are half as wide as the rest. */
const widthOf = (text: string): number => {
  let width = 0;
  for (const char of text) width += char < '\u0250' ? 0.5 : 1;
  return width;
};

const blockPlaces = (manuscript: Manuscript, passage: Span): PagePlace[] => {
  const { blocks } = manuscript;
  const first = blockAt(manuscript, passage.start);
  const places: PagePlace[] = [];
  for (let i = first ? blocks.indexOf(first) : 0; i < blocks.length; i++) {
    const { span, page, box } = blocks[i]!;
    if (span.start >= passage.end) break;
    if (page !== undefined && box && overlaps(span, passage)) places.push({ page, box });
  }
  return places;
};
