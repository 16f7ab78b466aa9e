import type { Span } from '../../model/index.js';
import { isLowSurrogate, oneLine, STOPS } from '../excerpt.js';

/** The longest quotation in UTF-16 units. */
const LONGEST = 240;
const CUT = '……';

/** A provision's own words: whole where short, else from the sentence of the first marked words on. */
export const quotation = (text: string, marks: readonly Span[]): string => {
  const trimmed = text.trim();
  if (trimmed.length <= LONGEST) return oneLine(trimmed);
  const first = Math.min(text.length, ...marks.map(({ start }) => start));
  let start = first < text.length ? first : 0;
  // Marked words that stand far behind the beginning of their sentence must not fall out of the quotation.
  const floor = Math.max(0, start - LONGEST / 2);
  while (start > floor && !STOPS.has(text[start - 1]!)) start -= 1;
  if (isLowSurrogate(text, start)) start += 1;
  let end = Math.min(text.length, start + LONGEST);
  if (isLowSurrogate(text, end)) end -= 1;
  const before = text.slice(0, start).trim() === '' ? '' : CUT;
  const behind = text.slice(end).trim() === '' ? '' : CUT;
  return before + oneLine(text.slice(start, end)) + behind;
};
