import { partOf, type SourceLine } from '../txt/lines.js';
import type { SourceCell } from '../txt/writer.js';
import { withoutMarks } from './inline.js';

const DELIMITERS = /^\|?\s*:?-{1,200}:?\s*(?:\|\s*:?-{1,200}:?\s*){0,200}\|?$/u;

/** How many of the lines from `at` on are a table: a head, a row of dashes, rows. 0 where there is none. */
export const tableLength = (lines: readonly SourceLine[], at: number): number => {
  const [head, dashes] = [lines[at], lines[at + 1]];
  if (!head || !dashes || dashes.gap > 0 || !head.text.includes('|') || !dashes.text.includes('|')) return 0;
  if (!DELIMITERS.test(dashes.text.trim())) return 0;
  let end = at + 2;
  while (lines[end]?.gap === 0 && lines[end]!.text.includes('|')) end++;
  return end - at;
};

/** The cells of a row that have text. A bar behind a backslash is part of its cell. */
export const pipeCells = (line: SourceLine): SourceCell[] => {
  const edges: number[] = [];
  for (let at = 0; at < line.text.length; at++)
    if (line.text[at] === '|' && line.text[at - 1] !== '\\') edges.push(at);
  const starts = line.text.trimStart().startsWith('|') ? edges : [-1, ...edges];
  return starts.flatMap((edge, column) => {
    const next = starts[column + 1] ?? line.text.length;
    const cell = line.text.slice(edge + 1, next);
    const start = edge + 1 + cell.length - cell.trimStart().length;
    const text = cell.trim();
    if (text === '') return [];
    const fragments = partOf(line.fragments, start, start + text.length);
    const shown = withoutMarks({ ...line, text, fragments }).line;
    return shown.text.trim() === '' ? [] : [{ fragments: shown.fragments, column }];
  });
};
