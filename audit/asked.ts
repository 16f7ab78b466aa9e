import { answersOf, type Store, type StoredSample } from '../store/index.js';
import { type AllAnswers, ANSWER_LANES, type AnswerLane } from './answers.js';
import type { Certificate } from './certificate.js';
import type { Design, Question, Sample } from './sample.js';

/** The words of an item, and where a reviewer finds them: nothing by which known and drawn provisions could be told apart. */
export interface ItemWords {
  /** 《…》（文号）, or the file's path. */
  readonly document: string;
  readonly place: string;
  readonly text: string;
}

/** What was fixed before the draw. */
export interface AuditPlan {
  readonly recall: number;
  readonly confidence: number;
  readonly design: Design & { readonly looks: number };
  readonly frame: Readonly<Certificate['frame']>;
  /** Items of each stratum in the population. */
  readonly strata: readonly number[];
}

/** A question with the words that a reviewer reads. */
export interface AskedQuestion extends Question, ItemWords {}

export type AuditSample = StoredSample<AuditPlan, AskedQuestion>;

/** What reviewers have answered, and who they were. */
export interface Answered {
  readonly answers: AllAnswers;
  readonly reviewers: Readonly<Partial<Record<AnswerLane, string>>>;
}

export const answeredOf = async (store: Store, sample: number): Promise<Answered> => {
  const rows = await answersOf(store, sample);
  const lanes = ANSWER_LANES.filter((lane) => rows.some((row) => row.lane === lane));
  const of = (lane: AnswerLane) => rows.filter((row) => row.lane === lane);
  return {
    answers: Object.fromEntries(
      lanes.map((lane) => [lane, Object.fromEntries(of(lane).map((row) => [row.question, row.answer]))]),
    ),
    reviewers: Object.fromEntries(
      lanes.map((lane) => [lane, [...new Set(of(lane).map(({ who }) => who))].join('、')]),
    ),
  };
};

/** The sample as it was drawn, for what the answers add up to. */
export const drawnSample = ({ plan, questions }: Pick<AuditSample, 'plan' | 'questions'>): Sample => ({
  questions: questions.map(({ item, stratum }) => ({ item, stratum })),
  strata: plan.strata.map((population, at) => ({
    population,
    items: questions.filter(({ stratum }) => stratum === at).map(({ item }) => item),
  })),
  known: questions.filter(({ stratum }) => stratum === null).map(({ item }) => item),
});

/** By which a sample is known to who answers it, also in a filled workbook; it says nothing of what is in it. */
export const taskMark = ({ number, frameHash }: Pick<AuditSample, 'number' | 'frameHash'>): string =>
  `第 ${number} 次抽查（核对码 ${frameHash.slice(0, 12)}）`;
