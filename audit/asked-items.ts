import { createHash } from 'node:crypto';
import type { Unit } from '../model/index.js';
import type { FrameItem } from './frame.js';
import type { Question } from './sample.js';

const KINDS = ['open', 'positive'] as const;

/**
 * The frame's items behind the questions, in their order. The other lines of the frame, of which there may be a hundred thousand,
 * are counted alone.
 *
 * @param pieces the text of the frame, as `frameText` makes it, cut anywhere.
 */
export const askedItems = async (
  pieces: AsyncIterable<string>,
  questions: readonly Question[],
): Promise<FrameItem[]> => {
  const found = new Map<string, FrameItem>();
  const wanted = new Set(questions.map(nameOf));
  const seen = { open: 0, positive: 0 };
  for await (const line of linesOf(pieces)) {
    const kind = KINDS.find((each) => line.startsWith(`{"kind":"${each}"`));
    const name = kind && `${kind} ${seen[kind]++}`;
    if (name && wanted.has(name)) found.set(name, JSON.parse(line) as FrameItem);
  }
  return questions.map((question) => found.get(nameOf(question))!);
};

const nameOf = ({ item, stratum }: Question): string => `${stratum === null ? 'positive' : 'open'} ${item}`;

async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = `${rest}${piece}`.split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
}

/** The words by which a provision is judged: an entry of a list with those that introduce the list. */
export const judgedWords = ({ lead, text }: Pick<Unit, 'lead' | 'text'>): string =>
  lead ? `${lead}\n${text}` : text;

/** As words stand in the frame: SHA-256, hex. */
export const hashOfWords = (words: string): string =>
  createHash('sha256').update(words, 'utf8').digest('hex');
