import {
  type AllAnswers,
  ANSWER_LANES,
  type AnswerLane,
  type Certificate,
  type Design,
  type Question,
  type Sample,
} from '../../audit/index.js';
import { UsageError } from '../../model/index.js';
import { answersOf, type Store, type StoredSample, samplesOf } from '../../store/index.js';
import { collectionOf, outputFolder } from '../collection.js';
import { type DatabaseOptions, withExistingStore } from '../learn/database.js';
import type { ItemWords } from './population.js';

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

/** Does some work with the samples of an output folder. @throws UsageError where none was drawn. */
export const withSamples = async <T>(
  options: DatabaseOptions,
  work: (store: Store, samples: readonly AuditSample[]) => Promise<T>,
): Promise<T> =>
  withExistingStore(options, async (store) => {
    const collection = collectionOf(store, options, await outputFolder(options.output));
    const samples = await samplesOf<AuditPlan, AskedQuestion>(store, collection);
    if (samples.length === 0) throw new UsageError('还没有抽过样本', '请先运行 qinggui audit sample draw');
    return work(store, samples);
  });

/** One of the samples, the last where no number is given. @throws UsageError where there is none. */
export const chosen = (samples: readonly AuditSample[], number?: number): AuditSample => {
  const sample = number === undefined ? samples.at(-1) : samples.find((each) => each.number === number);
  if (!sample) throw new UsageError(`没有第 ${number} 次抽样`, `共抽过 ${samples.length} 次`);
  return sample;
};

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
export const drawnSample = ({ plan, questions }: AuditSample): Sample => ({
  questions: questions.map(({ item, stratum }) => ({ item, stratum })),
  strata: plan.strata.map((population, at) => ({
    population,
    items: questions.filter(({ stratum }) => stratum === at).map(({ item }) => item),
  })),
  known: questions.filter(({ stratum }) => stratum === null).map(({ item }) => item),
});

/** By which a filled workbook is known to belong to a sample; it says nothing of what is in it. */
export const taskMark = ({ number, frameHash }: Pick<AuditSample, 'number' | 'frameHash'>): string =>
  `第 ${number} 次抽查（核对码 ${frameHash.slice(0, 12)}）`;
