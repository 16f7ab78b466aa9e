import type { Box, RecognisedLine, Span, TextLine } from '../../model/index.js';
import type { Line } from './page.js';
import { type Placed, recognisedLine } from './recognised.js';

/** The lines that a text was made of, each kind in the order of the text. */
export interface PlacedLines {
  readonly lines: TextLine[];
  readonly recognised: RecognisedLine[];
}

/**
 * The lines of print as they stand in the text that was made of them. Joining has added blanks and dropped hyphens,
 * nothing else: characters are found one after the other. `offset` is where the text begins in the manuscript's.
 */
export const placeLines = (printed: readonly Line[], text: string, offset: number): PlacedLines => {
  const lines: TextLine[] = [];
  const recognised: RecognisedLine[] = [];
  let at = 0;
  const place = (char: string): Span | null => {
    let start = at;
    while (start < text.length && /\s/u.test(text[start]!)) start++;
    if (!text.startsWith(char, start)) return null;
    at = start + char.length;
    return { start: offset + start, end: offset + at };
  };
  for (const line of printed) {
    if (line.glyphs) {
      const placed = line.glyphs.flatMap((glyph): Placed[] => {
        const span = place(glyph.char);
        return span && glyph.confidence !== undefined ? [{ glyph, span }] : [];
      });
      if (placed.length > 0)
        recognised.push(
          recognisedLine(lineAt(line, line.page, around(placed.map(({ span }) => span))), placed),
        );
    } else
      for (const segment of line.segments) {
        const spans = [...segment.text.replace(/\s+/gu, '')].flatMap((char) => place(char) ?? []);
        if (spans.length > 0) lines.push(lineAt(segment, line.page, around(spans)));
      }
  }
  return { lines, recognised };
};

const lineAt = ({ x, y, width, height }: Box, page: number, span: Span): TextLine => ({
  span,
  page,
  box: { x: hundredths(x), y: hundredths(y), width: hundredths(width), height: hundredths(height) },
});

/** Exact enough for points, and half as long in a stored manuscript. */
const hundredths = (points: number): number => Math.round(100 * points) / 100;

const around = (spans: readonly Span[]): Span => ({ start: spans[0]!.start, end: spans.at(-1)!.end });
