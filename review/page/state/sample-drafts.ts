import { LABELS, type Label } from '../../../model/index.js';
import type { Shelf } from './outbox.js';

/**
 * Answers that are not handed in yet. They lie in the browser, as decisions do that the server has not answered: what may
 * still be changed is nobody else's to see, and needs no table. One entry a question, so that two windows do not overwrite
 * each other.
 */

/** Letters in the order of LABELS; '' for 无. */
export type Answer = string;

/** What the entries of one task of one person are called. @param mark of the sample. */
export const draftPrefix = (session: string, number: number, mark: string, task: 'own' | 'agreed'): string =>
  `qinggui:sample:${session}:${number}-${mark}:${task === 'own' ? '' : 'agreed:'}`;

/** Everything that is kept under a prefix, by question. What is no answer is left out. */
export const keptAnswers = (shelf: Shelf, prefix: string): ReadonlyMap<number, Answer> => {
  const found = new Map<number, Answer>();
  for (let at = 0; at < shelf.length; at += 1) {
    const name = shelf.key(at) ?? '';
    const number = name.startsWith(prefix) ? name.slice(prefix.length) : '';
    const answer = /^[1-9]\d{0,8}$/u.test(number) ? shelf.getItem(name) : null;
    if (answer !== null && /^D?B?P?Q?R?$/u.test(answer)) found.set(Number(number), answer);
  }
  return found;
};

/** @param answer null for none. @returns whether it is kept. */
export const keepAnswer = (
  shelf: Shelf | null,
  prefix: string,
  question: number,
  answer: Answer | null,
): boolean => {
  try {
    if (answer === null) shelf?.removeItem(`${prefix}${question}`);
    else shelf?.setItem(`${prefix}${question}`, answer);
    return shelf !== null;
  } catch {
    return false;
  }
};

/** An answer with a label more or less; null where nothing is left: taking a label back is not to say 无. */
export const toggled = (answer: Answer | null, label: Label): Answer | null => {
  const has = (each: Label): boolean => (answer ?? '').includes(each);
  return LABELS.filter((each) => has(each) !== (each === label)).join('') || null;
};

/** The next question after one that is not answered, round from the first again; null where all are. */
export const nextOpen = (
  numbers: readonly number[],
  isAnswered: (question: number) => boolean,
  after: number,
): number | null => {
  const at = numbers.indexOf(after) + 1;
  return [...numbers.slice(at), ...numbers.slice(0, at)].find((number) => !isAnswered(number)) ?? null;
};
