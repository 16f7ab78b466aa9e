import type { Breach, Span } from '../model/index.js';

/** Where a sentence may be cut off. */
export const STOPS: ReadonlySet<string> = new Set(['。', '；', '！', '？', '\n']);
/** The most that stands before and behind the marked words, where no stop comes earlier. */
const REACH = 120;

/**
 * The sentence around the marked words of a text, in one line, the words in 【】, '…' where it was cut.
 * Spans are in `text`; overlapping ones are marked as one; those that reach out of the text are clipped.
 */
export const excerpt = (text: string, marks: readonly Span[]): string => {
  const merged = mergeSpans(text, marks);
  const first = merged[0];
  const last = merged.at(-1);
  if (!first || !last) return oneLine(cut(text, 0, Math.min(text.length, 2 * REACH)));
  const start = sentenceStart(text, first.start);
  const end = sentenceEnd(text, last.end);
  let out = start > 0 && !STOPS.has(text[start - 1]!) ? '…' : '';
  let at = start;
  for (const mark of merged) {
    out += `${between(text, at, mark.start)}【${text.slice(mark.start, mark.end)}】`;
    at = mark.end;
  }
  out += text.slice(at, end);
  if (end < text.length && !STOPS.has(text[end - 1]!)) out += '…';
  return oneLine(out);
};

/** What stands between two marks, its middle left out where it is long. */
const between = (text: string, start: number, end: number): string =>
  end - start > 2 * REACH
    ? `${text.slice(start, sentenceEnd(text, start))}……${text.slice(sentenceStart(text, end), end)}`
    : text.slice(start, end);

const cut = (text: string, start: number, end: number): string =>
  text.slice(start, end) + (end < text.length ? '…' : '');

const sentenceStart = (text: string, offset: number): number => {
  const floor = Math.max(0, offset - REACH);
  for (let at = offset; at > floor; at -= 1) if (STOPS.has(text[at - 1]!)) return at;
  return floor > 0 && isLowSurrogate(text, floor) ? floor + 1 : floor;
};

const sentenceEnd = (text: string, offset: number): number => {
  const ceiling = Math.min(text.length, offset + REACH);
  for (let at = offset; at < ceiling; at += 1) if (STOPS.has(text[at]!)) return at + 1;
  return isLowSurrogate(text, ceiling) ? ceiling - 1 : ceiling;
};

/** Whether a cut before this unit would split a character. */
export const isLowSurrogate = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
};

const mergeSpans = (text: string, spans: readonly Span[]): Span[] => {
  const clipped = spans
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(text.length, end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const merged: Span[] = [];
  for (const span of clipped) {
    const last = merged.at(-1);
    if (last && span.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
};

/** The sentence around a breach with its words in 【】. */
export const breachExcerpt = ({ context, span }: Breach): string =>
  excerpt(context.text, [{ start: span.start - context.start, end: span.end - context.start }]);

/** White space as one blank each, none at the ends. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
