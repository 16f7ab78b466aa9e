import { createHash } from 'node:crypto';
import { z } from 'zod';

/** A provision that may be sampled, or is known to be positive. */
export interface FrameItem {
  /** `open`: nobody holds it for positive; `positive`: a person has confirmed it. */
  readonly kind: 'open' | 'positive';
  /** Path of its file below the scanned folder. */
  readonly source: string;
  /** SHA-256 of the file's content, hex. */
  readonly file: string;
  /** Its document's place in the file, from 0. */
  readonly part: number;
  /** The passage's key in the document. */
  readonly passage: string;
  /** SHA-256 of the words that are judged, hex. */
  readonly text: string;
  /** 0 … 1: how near the tool came to giving it a label. */
  readonly score: number;
}

/** A file of which nothing can be said: its provisions are in no sample. */
export interface UnreadItem {
  readonly kind: 'unread';
  readonly source: string;
  /** SHA-256, hex; '' where not even that is known. */
  readonly file: string;
}

/** A flagged provision on which nobody has decided yet. It is outside of what is sampled and of what is known. */
export interface PendingItem extends Omit<FrameItem, 'kind'> {
  readonly kind: 'pending';
}

export type FrameLine = FrameItem | UnreadItem | PendingItem;

/** All that a sample is drawn from, at one moment, in the order of the folder. */
export interface Frame {
  readonly open: readonly FrameItem[];
  readonly positive: readonly FrameItem[];
  readonly pending: number;
  readonly unread: number;
  /** SHA-256 of `frameText`, hex: any program that sums up files can compare it. */
  readonly hash: string;
}

/** Digits of a score that are kept: the text of the frame is then the same wherever it is made. */
const DIGITS = 6;

/** The frame as it is kept: a line of JSON an item, with a line feed behind each. Words themselves are not in it. */
export const frameText = (lines: readonly FrameLine[]): string =>
  lines.map((line) => `${JSON.stringify(ordered(line))}\n`).join('');

const ordered = (line: FrameLine): object => {
  if (line.kind === 'unread') return { kind: line.kind, source: line.source, file: line.file };
  const { kind, source, file, part, passage, text, score } = line;
  return { kind, source, file, part, passage, text, score: Number(score.toFixed(DIGITS)) };
};

const text = z.string();
const unread = z.strictObject({ kind: z.literal('unread'), source: text, file: text });
const item = z.strictObject({
  kind: z.enum(['open', 'positive', 'pending']),
  source: text,
  file: text,
  part: z.int().min(0),
  passage: text,
  text,
  score: z.number().min(0).max(1),
});
const frameLine = z.union([item, unread]);

const lineOf = (json: string): FrameLine => {
  const { success, data } = frameLine.safeParse(JSON.parse(json));
  if (!success) throw new SyntaxError('not a line of a frame');
  return data as FrameLine;
};

/**
 * The frame that its text gives.
 *
 * @throws SyntaxError where it is no such text.
 */
export const frameOf = (text: string): Frame => {
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map(lineOf);
  if (frameText(lines) !== text) throw new SyntaxError('not the text of a frame');
  const count = (kind: FrameLine['kind']): number => lines.filter((line) => line.kind === kind).length;
  return {
    open: lines.filter((line): line is FrameItem => line.kind === 'open'),
    positive: lines.filter((line): line is FrameItem => line.kind === 'positive'),
    pending: count('pending'),
    unread: count('unread'),
    hash: createHash('sha256').update(text, 'utf8').digest('hex'),
  };
};
