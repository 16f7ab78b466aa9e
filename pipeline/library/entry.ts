import { parseStatuteText, type StatuteText, titleKey } from '../../corpus/index.js';
import { parseNumeral } from '../../model/index.js';
import type { StatuteEntry } from '../../store/index.js';

/** Raise when the same text may give another entry: files are then read again by the next import. */
export const LIBRARY_PARSER_VERSION = '3';

/** What the library keeps of a statute's text; null where the text is no statute. */
export const entryOf = (path: string, text: string): StatuteEntry | null => {
  const statute = parseStatuteText({ path, text });
  return statute && entryOfStatute(statute);
};

const entryOfStatute = (statute: StatuteText): StatuteEntry => ({
  key: titleKey(statute.title),
  title: statute.title,
  level: statute.level,
  territory: statute.territory,
  number: statute.numbers.at(-1) ?? '',
  date: statute.date,
  effectiveOn: statute.effectiveOn,
  status: statute.status,
  facts: {
    history: statute.history,
    numbers: statute.numbers,
    repeals: statute.repeals,
    levelDoubt: statute.levelDoubt,
  },
  articles: statute.pieces.map((piece, i) => ({ ...piece, position: positionOf(piece.number, i) })),
});

/** Articles of several files (the books of a code) sort by their numbers; 第三条之一 comes behind 第三条. */
const positionOf = (number: string, place: number): number => {
  const match = /^第(.{1,9})条(?:之(.{1,3}))?$/u.exec(number);
  const value = match ? parseNumeral(match[1]!) : null;
  return value === null ? place : value * 1000 + (parseNumeral(match?.[2] ?? '') ?? 0);
};
