import type { Line } from './lines.js';

/** The part of a line from `start` to `end` (UTF-16 units of its text), with the way back to the source; null where it is empty. */
export const sliceLine = (line: Line, start: number, end: number): Line | null => {
  const text = line.text.slice(start, end);
  if (!text.trim()) return null;
  const runs = [];
  let at = 0;
  for (const run of line.runs) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, run.text.length);
    if (from < to) runs.push({ text: run.text.slice(from, to), source: run.source + from });
    at += run.text.length;
  }
  const chars = text.replace(/\s/gu, '').length;
  return { ...line, text, runs, chars, linkChars: Math.min(line.linkChars, chars) };
};
