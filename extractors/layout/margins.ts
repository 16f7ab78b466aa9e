import type { PageLayout, PlacedLine } from './layout.js';
import { mode, rightOf } from './page.js';

/** Between what edges running text is set, in points. */
export interface Margins {
  readonly left: number;
  readonly right: number;
}

/** What is usual in a document, to tell the unusual by. */
export interface Typography {
  /** Size of the running text. */
  readonly bodySize: number;
  /** Distance of two baselines of the running text. */
  readonly leading: number;
  /** Whether paragraphs begin with an indent of about two characters. */
  readonly indents: boolean;
  readonly marginsOf: (line: PlacedLine) => Margins;
}

/** Fewer lines than this on a page say too little about its margins. */
const ENOUGH_LINES = 10;

/** Measures a document. */
export const measure = (pages: readonly PageLayout[]): Typography => {
  const lines = pages.flatMap((page) => page.elements.filter((element) => element.kind === 'line'));
  const bodySize = mode(
    lines.map((line) => ({ value: line.size, weight: line.text.length })),
    0.5,
  );
  const body = lines.filter((line) => Math.abs(line.size - bodySize) <= 1);
  const marginsOf = marginsBy(lines, body);
  const indented = body.filter((line) => {
    const indent = (line.x - marginsOf(line).left) / (line.size || 1);
    return indent >= 1.4 && indent <= 2.7;
  });
  return {
    bodySize,
    leading: leadingOf(body) || bodySize * 1.75,
    indents: indented.length >= 3 && indented.length >= 0.05 * body.length,
    marginsOf,
  };
};

const leadingOf = (lines: readonly PlacedLine[]): number =>
  mode(
    lines.flatMap((line, index) => {
      const before = lines[index - 1];
      const apart = before && before.page === line.page ? line.baseline - before.baseline : 0;
      return apart > 0 ? [{ value: apart, weight: 1 }] : [];
    }),
    1,
  );

/** Pages of one width are set alike. */
const documentKey = (line: PlacedLine): string => `${line.column}/${Math.round(line.pageWidth)}`;
const pageKey = (line: PlacedLine): string => `${line.column}:${line.page}`;

/**
 * Margins by page and column of the running text; a page with little of it has those of the document, and a
 * document with none in such a column those of all its lines there.
 */
const marginsBy = (
  lines: readonly PlacedLine[],
  body: readonly PlacedLine[],
): ((line: PlacedLine) => Margins) => {
  const ofPages = edgesBy(body, pageKey);
  const ofDocument = edgesBy(body, documentKey);
  const ofAll = edgesBy(lines, documentKey);
  return (line) =>
    ofPages(pageKey(line), ENOUGH_LINES) ??
    ofDocument(documentKey(line), 3) ??
    ofAll(documentKey(line), 1) ?? { left: line.x, right: rightOf(line) };
};

/** Margins of each group that has at least so many lines. */
const edgesBy = (
  lines: readonly PlacedLine[],
  keyOf: (line: PlacedLine) => string,
): ((key: string, least: number) => Margins | undefined) => {
  const groups = new Map<string, PlacedLine[]>();
  for (const line of lines) {
    const group = groups.get(keyOf(line));
    if (group) group.push(line);
    else groups.set(keyOf(line), [line]);
  }
  const measured = new Map(
    [...groups].map(([key, group]) => [
      key,
      { count: group.length, margins: { left: leftEdge(group), right: rightEdge(group) } },
    ]),
  );
  return (key, least) => {
    const group = measured.get(key);
    return group && group.count >= least ? group.margins : undefined;
  };
};

/** The leftmost place where at least a tenth of the lines begin. */
const leftEdge = (lines: readonly PlacedLine[]): number => {
  const starts = lines.map((line) => line.x).sort((a, b) => a - b);
  const enough = Math.max(1, Math.min(2, starts.length), Math.ceil(0.1 * starts.length));
  for (let i = 0; i + enough <= starts.length; i++)
    if (starts[i + enough - 1]! - starts[i]! <= 4) return starts[i]!;
  return starts[0] ?? 0;
};

/** The rightmost place where at least a tenth of the lines end; ends differ by a character where the text is ragged. */
const rightEdge = (lines: readonly PlacedLine[]): number => {
  const em = lines[0]?.size ?? 0;
  const ends = lines.map(rightOf).sort((a, b) => b - a);
  const enough = Math.max(1, Math.min(2, ends.length), Math.ceil(0.1 * ends.length));
  for (let i = 0; i + enough <= ends.length; i++)
    if (ends[i]! - ends[i + enough - 1]! <= Math.max(4, 0.6 * em)) return ends[i]!;
  return ends[0] ?? 0;
};
