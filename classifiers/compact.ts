/**
 * A text as the cues read it: without white space, invisible characters and quotation marks, digits and
 * punctuation in one width, so that 失 信 and “失信” are one word. Length and order of what is kept do not
 * change, which is what lets a place lead back by one table.
 */
export interface CompactText {
  readonly text: string;
  /** The offset in the original of each unit of `text`; null when nothing was taken out. */
  readonly offsets: Int32Array | null;
}

const DROPPED = '\\s\\u00ad\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2064\\ufeff"\'“”‘’「」『』＂＇';
const DROPPED_RUNS = new RegExp(`[${DROPPED}]+`, 'g');
const DROPPED_UNIT = new RegExp(`[${DROPPED}]`);
const WIDTH = /[０-９;,:!?．｡]/g;
const SAME_WIDTH: Readonly<Record<string, string>> = {
  ';': '；',
  ',': '，',
  ':': '：',
  '!': '！',
  '?': '？',
  '．': '.',
  '｡': '。',
};

/** The compact form alone: cheap, for the test whether a text is worth reading at all. */
export const compactForm = (text: string): string =>
  text
    .replace(DROPPED_RUNS, '')
    .replace(WIDTH, (unit) => SAME_WIDTH[unit] ?? String.fromCharCode(unit.charCodeAt(0) - 0xfee0));

/** The table that leads from a compact text (made of `original` by compactForm) back to the original. */
export const withOffsets = (original: string, text: string): CompactText => {
  if (text.length === original.length) return { text, offsets: null };
  const offsets = new Int32Array(text.length);
  let kept = 0;
  for (let at = 0; at < original.length; at++) {
    if (!DROPPED_UNIT.test(original[at]!)) offsets[kept++] = at;
  }
  return { text, offsets };
};

/**
 * The range of the original from the first to the last unit of a range of the compact text, no character cut in two; not
 * for empty ranges.
 */
export const originalSpan = (
  compact: CompactText,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } => {
  const { text, offsets } = compact;
  const from = isInsidePair(text, start) ? start - 1 : start;
  const to = isInsidePair(text, end) ? end + 1 : end;
  return offsets ? { start: offsets[from]!, end: offsets[to - 1]! + 1 } : { start: from, end: to };
};

/** Whether a range that begins or ends at an offset would cut a character of two units. */
const isInsidePair = (text: string, at: number): boolean =>
  at > 0 && at < text.length && /[\udc00-\udfff]/.test(text[at]!) && /[\ud800-\udbff]/.test(text[at - 1]!);
