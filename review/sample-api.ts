import { z } from 'zod';

/**
 * What page and server say to each other of audit samples: blind tasks. No answer of the server says of a question whether it
 * was drawn or is known, nor anything of what another reviewer has answered, but for the questions that two who are done differ
 * on, to the first of them. All addresses are below /api, for who may decide:
 *
 *     GET  samples                                SampleList
 *     GET  samples/:number                        SampleTask
 *     GET  samples/:number/questions?from=        SampleQuestions
 *     GET  samples/:number/questions/:n/context   QuestionContext
 *     POST samples/:number/answers                HandedIn         a HandInRequest
 *     GET  samples/:number/differences            SampleDifferences   the first reviewer
 *     POST samples/:number/agreed                 HandedIn         the same; a HandInRequest
 */

/** Questions that are sent at once. */
export const QUESTIONS_AT_ONCE = 50;

/** Answers of one request, a limit on what is taken in: more than any sample that people answer. */
const MOST_ANSWERS = 100_000;

/** Letters of the labels in the order of LABELS; '' for 无. */
const answer = z.string().regex(/^D?B?P?Q?R?$/u);
const question = z.int().min(1).max(MOST_ANSWERS);

/** POST samples/:number/answers and agreed: from then on they can not be changed. */
export const handInRequest = z.object({
  answers: z.array(z.object({ question, answer })).min(1).max(MOST_ANSWERS),
});
export type HandInRequest = z.infer<typeof handInRequest>;

export const questionsQuery = z.object({ from: z.coerce.number().int().min(1).max(MOST_ANSWERS).default(1) });

/** A sample as one reviewer sees it: how far they are, nothing of what was found. */
export interface ListedSample {
  /** Which sample of the collection it is, from 1. */
  readonly number: number;
  /** First signs of the hash of what it was drawn from: by these a sample is told from that of another collection. */
  readonly mark: string;
  /** ISO 8601. */
  readonly drawnAt: string;
  readonly questions: number;
  /** Of the reviewer's own lane. */
  readonly handedIn: number;
  /** The last question of each look, ascending: the result may be looked at once all up to it are handed in. */
  readonly looks: readonly number[];
  /** The first question that is not handed in; null where all are. */
  readonly open: number | null;
  /** Questions that the two differ on, once both are done up to the next look; null before, and for the second reviewer. */
  readonly differences: number | null;
  /** Why this person may not answer, in Chinese; '' where they may. */
  readonly closed: string;
}

/** GET samples. */
export interface SampleList {
  readonly samples: readonly ListedSample[];
}

/** GET samples/:number. */
export interface SampleTask extends ListedSample {
  /** What is handed in for the person's lane: the own answers, and null for those of another person in the same lane. */
  readonly handed: readonly { readonly question: number; readonly answer: string | null }[];
}

/** What a reviewer reads. */
export interface SampleQuestion {
  /** From 1. */
  readonly number: number;
  /** 《…》（文号）. */
  readonly document: string;
  /** 第十二条; ''. */
  readonly place: string;
  /** With the words that introduce it, where it is an entry of a list. */
  readonly text: string;
}

/** GET samples/:number/questions: some of them, in order. */
export interface SampleQuestions {
  readonly questions: readonly SampleQuestion[];
}

/** GET samples/:number/questions/:n/context: what stands before and after, without any mark. */
export interface QuestionContext {
  readonly before: { readonly place: string; readonly text: string } | null;
  readonly after: { readonly place: string; readonly text: string } | null;
  /** Why there is none, in Chinese; ''. */
  readonly missing: string;
}

/** POST samples/:number/answers and agreed. */
export interface HandedIn {
  readonly added: number;
  /** Questions that another answer had been handed in for before: that one stands. */
  readonly refused: readonly number[];
  readonly task: SampleTask;
}

/** GET samples/:number/differences: questions that one reviewer holds for one of the ledger's and the other does not. */
export interface SampleDifferences {
  readonly items: readonly (SampleQuestion & { readonly first: string; readonly second: string })[];
}
