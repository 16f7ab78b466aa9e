import { linesOf } from './lines.js';
import { boxAround, type Glyph, type Line, type PageContent, rightOf } from './page.js';
import { type PageTable, takeTables } from './tables.js';

/** A line, and the column of the page that it stands in. */
export interface PlacedLine extends Line {
  readonly kind: 'line';
  readonly column: 'whole' | 'left' | 'right';
  readonly pageWidth: number;
}

export type Element = PlacedLine | PageTable;

/** A page in reading order. */
export interface PageLayout {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly elements: readonly Element[];
  readonly asides: readonly string[];
  /** False where part of the page is an image that was not read: no paragraph runs on over it. */
  readonly complete: boolean;
}

/** Fewer lines side by side than this are a form or a signature, not two columns of running text. */
const MIN_DOUBLE_LINES = 8;

/** Puts a page in order: tables apart, two columns one after the other where they are clearly there. */
export const layOut = (page: PageContent, complete: boolean): PageLayout => {
  const { tables, rest } = takeTables(page);
  const lines = linesOf(rest, page.number);
  const gutter = tables.length === 0 ? gutterOf(lines) : null;
  const { number, width, height, asides } = page;
  const placed: PlacedLine[] =
    gutter === null
      ? lines.map((line) => ({ kind: 'line', column: 'whole', pageWidth: width, ...line }))
      : inColumns(lines, rest, gutter, page);
  const elements = tables.length === 0 ? placed : [...placed, ...tables].sort((a, b) => a.y - b.y);
  return { number, width, height, elements, asides, complete };
};

/** x of the empty strip between two columns of running text; null where the page has one column. */
const gutterOf = (lines: readonly Line[]): number | null => {
  const doubles = lines.filter((line) => line.segments.length === 2);
  if (doubles.length < MIN_DOUBLE_LINES || doubles.length < 0.6 * lines.length) return null;
  const text = boxAround(lines);
  // The strip between the end of what stands left and the start of what stands right, over nearly all lines.
  const ends = doubles.map((line) => rightOf(line.segments[0]!)).sort((a, b) => a - b);
  const starts = doubles.map((line) => line.segments[1]!.x).sort((a, b) => a - b);
  const left = ends[Math.floor(0.95 * (ends.length - 1))]!;
  const right = starts[Math.floor(0.05 * (starts.length - 1))]!;
  const gutter = (left + right) / 2;
  const share = (gutter - text.x) / text.width;
  if (left >= right || share < 0.35 || share > 0.65) return null;
  // Running text fills its column; the columns of a list or table do not.
  const full = doubles.filter(
    ({ segments }) =>
      segments[0]!.width >= 0.75 * (left - text.x) && segments[1]!.width >= 0.6 * (rightOf(text) - right),
  );
  return full.length >= 0.6 * doubles.length ? gutter : null;
};

/** Lines across the whole width cut the page into bands; in each, the left column is read before the right one. */
const inColumns = (
  lines: readonly Line[],
  glyphs: readonly Glyph[],
  gutter: number,
  { number, width }: PageContent,
): PlacedLine[] => {
  const place = (line: Line, column: PlacedLine['column']): PlacedLine => ({
    kind: 'line',
    column,
    pageWidth: width,
    ...line,
  });
  const crossing = lines.filter((line) =>
    line.segments.some((segment) => segment.x < gutter && rightOf(segment) > gutter),
  );
  const cuts = crossing.map((line) => line.baseline);
  const bandOf = (baseline: number): number => cuts.filter((cut) => cut < baseline - 1).length;
  const apart = glyphs.filter(
    (glyph) => !crossing.some((line) => Math.abs(line.baseline - glyph.baseline) <= 0.5 * line.size),
  );
  const placed: PlacedLine[] = [];
  for (let band = 0; band <= cuts.length; band++) {
    const inBand = apart.filter((glyph) => bandOf(glyph.baseline) === band);
    const left = inBand.filter((glyph) => glyph.x < gutter);
    const right = inBand.filter((glyph) => glyph.x >= gutter);
    for (const line of linesOf(left, number)) placed.push(place(line, 'left'));
    for (const line of linesOf(right, number)) placed.push(place(line, 'right'));
    const cut = crossing[band];
    if (cut) placed.push(place(cut, 'whole'));
  }
  return placed;
};
