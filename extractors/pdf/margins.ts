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
  const marginsOf = marginsBy(body);
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

/** Margins by page and column; a page with few lines has those of the document. */
const marginsBy = (lines: readonly PlacedLine[]): ((line: PlacedLine) => Margins) => {
  const groups = new Map<string, PlacedLine[]>();
  const add = (key: string, line: PlacedLine): void => {
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  };
  for (const line of lines) {
    add(line.column, line);
    add(`${line.column}:${line.page}`, line);
  }
  const measured = new Map<string, Margins>();
  const margins = (key: string, group: readonly PlacedLine[]): Margins => {
    const known = measured.get(key);
    if (known) return known;
    const made = { left: leftEdge(group), right: rightEdge(group) };
    measured.set(key, made);
    return made;
  };
  return (line) => {
    const own = groups.get(`${line.column}:${line.page}`) ?? [];
    if (own.length >= ENOUGH_LINES) return margins(`${line.column}:${line.page}`, own);
    return margins(line.column, groups.get(line.column) ?? [line]);
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

/** Where full lines end: a tenth of the lines may stick out beyond it. */
const rightEdge = (lines: readonly PlacedLine[]): number => {
  const ends = lines.map(rightOf).sort((a, b) => a - b);
  return ends[Math.floor(0.92 * (ends.length - 1))] ?? 0;
};
