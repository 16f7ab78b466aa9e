import {
  type Block,
  overlaps,
  type RecognisedLine,
  type Repair,
  type Span,
  type TextLine,
} from '../../model/index.js';
import { mendDates } from './repairs/dates.js';
import { mendDocumentNumbers } from './repairs/document-numbers.js';
import type { Mending } from './repairs/mending.js';
import { mendSequences } from './repairs/sequences.js';

/** What was read of pages, with the lines that were recognised from pixels. */
export interface ReadText {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Those that were not recognised from pixels. */
  readonly lines: readonly TextLine[];
  readonly recognised: readonly RecognisedLine[];
}

/**
 * Mends recognised text where the domain leaves one reading only: brackets of 文号, numbers of articles and headings
 * that their neighbours prove, digits in dates. What was recognised is kept in the repairs; text that was not
 * recognised from pixels is never touched.
 */
export const repaired = (read: ReadText): ReadText & { readonly repairs: readonly Repair[] } => {
  const { text, blocks, recognised } = read;
  if (recognised.length === 0) return { ...read, repairs: [] };
  const doubtful = recognised.flatMap((line) => line.doubtful);
  const isDoubtful = (span: Span): boolean => doubtful.some((other) => overlaps(span, other));
  const lines = recognised.map(({ span }) => span).sort((a, b) => a.start - b.start);
  const mendings = [
    ...mendDocumentNumbers(text),
    ...mendSequences(text, blocks, isDoubtful),
    ...mendDates(text),
  ].filter(({ start, end }) => isInside(lines, start) && isInside(lines, end - 1));
  return applied(read, withoutOverlaps(mendings));
};

/** Whether an offset lies in one of the spans, which are sorted and do not overlap. */
const isInside = (spans: readonly Span[], offset: number): boolean => {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low < spans.length && spans[low]!.start <= offset;
};

const withoutOverlaps = (mendings: readonly Mending[]): Mending[] => {
  const sorted = [...mendings].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Mending[] = [];
  for (const mending of sorted) if (mending.start >= (kept.at(-1)?.end ?? 0)) kept.push(mending);
  return kept;
};

const applied = (
  { text, blocks, lines, recognised }: ReadText,
  mendings: readonly Mending[],
): ReadText & { repairs: Repair[] } => {
  const repairs: Repair[] = [];
  const parts: string[] = [];
  let last = 0;
  let length = 0;
  for (const { start, end, to, rule } of mendings) {
    length += start - last;
    parts.push(text.slice(last, start), to);
    repairs.push({
      span: { start: length, end: length + to.length },
      original: text.slice(start, end),
      rule,
    });
    length += to.length;
    last = end;
  }
  parts.push(text.slice(last));
  const moved = mover(mendings, repairs);
  return {
    text: parts.join(''),
    blocks: blocks.map((block) => ({ ...block, span: moved(block.span) })),
    lines: lines.map((line) => ({ ...line, span: moved(line.span) })),
    recognised: recognised.map((line) => ({
      ...line,
      span: moved(line.span),
      doubtful: distinct(line.doubtful.map(moved)),
    })),
    repairs,
  };
};

/** Several doubtful characters of one mended passage are one doubt. */
const distinct = (spans: readonly Span[]): Span[] =>
  spans.filter(({ start }, index) => start !== spans[index - 1]?.start);

/** Moves spans of the text as it was to the mended one; what begins or ends inside a mended passage takes in all of it. */
const mover = (mendings: readonly Mending[], repairs: readonly Repair[]): ((span: Span) => Span) => {
  /** How many of the mended passages begin before an offset. */
  const before = (offset: number): number => {
    let [low, high] = [0, mendings.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (mendings[middle]!.start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const move = (offset: number, edge: keyof Span): number => {
    const index = before(offset) - 1;
    if (index < 0) return offset;
    const [mending, { span }] = [mendings[index]!, repairs[index]!];
    return offset < mending.end ? span[edge] : span.end + offset - mending.end;
  };
  return ({ start, end }) => ({ start: move(start, 'start'), end: move(end, 'end') });
};
