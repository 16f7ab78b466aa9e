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

/** What is drawn from, at one moment, in the order of the folder: of each item no more than a draw looks at. */
export interface Frame {
  /** The score of each open item. */
  readonly open: readonly number[];
  /** How many are confirmed. */
  readonly positive: number;
  readonly pending: number;
  readonly unread: number;
  /** SHA-256 of `frameText`, hex: any program that sums up files can compare it. */
  readonly hash: string;
}

/** Digits of a score that are kept: the text of the frame is then the same wherever it is made. */
const DIGITS = 6;
const kept = (score: number): number => Number(score.toFixed(DIGITS));

/** Takes a frame in line by line: a large one is never held whole. */
export class FrameReader {
  readonly #hash = createHash('sha256');
  readonly #open: number[] = [];
  readonly #counts = { open: 0, positive: 0, pending: 0, unread: 0 };

  /** @returns the line as it is kept: JSON with a line feed behind it. Words themselves are not in it, only their hash. */
  take(line: FrameLine): string {
    if (line.kind === 'open') this.#open.push(kept(line.score));
    this.#counts[line.kind]++;
    const text = `${JSON.stringify(ordered(line))}\n`;
    this.#hash.update(text, 'utf8');
    return text;
  }

  /** How many of each kind were taken. */
  get counts(): Readonly<Record<FrameLine['kind'], number>> {
    return { ...this.#counts };
  }

  /** The frame, when all of it was taken; nothing can be taken after. */
  end(): Frame {
    const { positive, pending, unread } = this.#counts;
    return { open: this.#open, positive, pending, unread, hash: this.#hash.digest('hex') };
  }
}

/** The frame as it is kept, whole. */
export const frameText = (lines: readonly FrameLine[]): string => {
  const reader = new FrameReader();
  return lines.map((line) => reader.take(line)).join('');
};

const ordered = (line: FrameLine): object => {
  if (line.kind === 'unread') return { kind: line.kind, source: line.source, file: line.file };
  const { kind, source, file, part, passage, text, score } = line;
  return { kind, source, file, part, passage, text, score: kept(score) };
};

const source = z.string().meta({ description: "The file's path below the scanned folder." });
const hex = z.string().regex(/^[0-9a-f]{64}$/);

const unread = z.strictObject({
  kind: z.literal('unread'),
  source,
  file: z.union([hex, z.literal('')]).meta({ description: "SHA-256 of the file; '' where not known." }),
});
const item = z.strictObject({
  kind: z.enum(['open', 'positive', 'pending']).meta({
    description:
      'open: nobody holds it for positive, it may be sampled; positive: confirmed; pending: flagged, and nobody has decided.',
  }),
  source,
  file: hex.meta({ description: 'SHA-256 of the file.' }),
  part: z.int().min(0).meta({ description: "The document's place in the file, from 0." }),
  passage: z.string().meta({ description: "The passage's key in the document." }),
  text: hex.meta({ description: 'SHA-256 of the words that are judged.' }),
  score: z
    .number()
    .min(0)
    .max(1)
    .meta({ description: 'How near the tool came to a label, at most six digits behind the point.' }),
});

/** A line of 抽查总体.jsonl. */
export const auditFrameLine = z.union([item, unread]).meta({
  description:
    'In the order of the folder, members in this order, compact, with a line feed behind each: the SHA-256 of the file is that of the frame.',
});

const lineOf = (json: string): FrameLine => {
  const { success, data } = auditFrameLine.safeParse(JSON.parse(json));
  if (!success) throw new SyntaxError('not a line of a frame');
  return data as FrameLine;
};

/**
 * The frame that its text gives.
 *
 * @throws SyntaxError where it is no such text.
 */
export const frameOf = (text: string): Frame => {
  const reader = new FrameReader();
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start) + 1 || text.length;
    const line = text.slice(start, end);
    if (reader.take(lineOf(line)) !== line) throw new SyntaxError('not the text of a frame');
    start = end;
  }
  return reader.end();
};
