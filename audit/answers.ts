import { hasLedgerLabel, LABELS } from '../model/index.js';

/** Whose answers: of the one reviewer, of a second who does not see the first's, of both after they have talked. */
export const ANSWER_LANES = ['first', 'second', 'agreed'] as const;
export type AnswerLane = (typeof ANSWER_LANES)[number];

/** Letters of the labels that a reviewer gave, in the order of LABELS; '' for 无. */
export type Answer = string;

/** Answers by the number of the question, from 1. */
export type Answers = Readonly<Record<number, Answer>>;

export type AllAnswers = Readonly<Partial<Record<AnswerLane, Answers>>>;

/** What a reviewer wrote in the cell: 无, or letters with or without signs between; null for anything else, also for nothing. */
export const readAnswer = (cell: string): Answer | null => {
  const plain = cell
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s、,，;；/+]/gu, '');
  if (plain === '无') return '';
  if (!/^[DBPQR]{1,5}$/u.test(plain)) return null;
  return LABELS.filter((label) => plain.includes(label)).join('');
};

/** What counts for a question: what was agreed, else what all who answered say; `split` where they differ on whether it is one. */
export const settled = (answers: AllAnswers, number: number): 'hit' | 'none' | 'split' | 'open' => {
  const agreed = answers.agreed?.[number];
  if (agreed !== undefined) return hasLedgerLabel(agreed) ? 'hit' : 'none';
  const first = answers.first?.[number];
  if (first === undefined) return 'open';
  if (answers.second) {
    const second = answers.second[number];
    if (second === undefined) return 'open';
    if (hasLedgerLabel(first) !== hasLedgerLabel(second)) return 'split';
  }
  return hasLedgerLabel(first) ? 'hit' : 'none';
};
