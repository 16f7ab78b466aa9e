import { type AllAnswers, settled } from './answers.js';
import type { KnownPositives } from './misses.js';
import {
  type CarefulBound,
  carefulBound,
  type RecallBound,
  recallBound,
  type SampledStratum,
} from './recall.js';
import type { Sample } from './sample.js';

/** What was answered, up to one of the looks that were fixed before. */
export interface Tally {
  /** From 1; 0 where not even the first look is reached. */
  readonly look: number;
  /** Questions that count: all up to the look. */
  readonly answered: number;
  readonly strata: readonly SampledStratum[];
  readonly known: KnownPositives;
}

/** Numbers of questions that keep the next look from being taken. */
export interface Standing extends Tally {
  /** Answered by no one, or by one of two alone, up to the next look. */
  readonly open: readonly number[];
  /** On which two reviewers differ and have not agreed yet, up to the next look. */
  readonly split: readonly number[];
}

/** The last question of each look, ascending. */
export const lookEnds = (questions: number, looks: number): number[] =>
  Array.from({ length: looks }, (_, at) => endOfLook(questions, looks, at + 1));

/** The last question of a look. @param look from 1. */
const endOfLook = (questions: number, looks: number, look: number): number =>
  Math.ceil((questions * look) / looks);

/**
 * How far the answers go. Looks end at places in the order of the questions, which chance has made, so that what lies before
 * such a place is a simple random sample of each stratum as well.
 */
export const standingOf = (sample: Sample, looks: number, answers: AllAnswers): Standing => {
  const { questions } = sample;
  const states = questions.map((_, at) => settled(answers, at + 1));
  const undone = states.findIndex((state) => state === 'open' || state === 'split');
  const done = undone < 0 ? questions.length : undone;
  let look = 0;
  while (look < looks && endOfLook(questions.length, looks, look + 1) <= done) look += 1;
  const next = endOfLook(questions.length, looks, Math.min(looks, look + 1));
  const numbers = (wanted: string): number[] =>
    states.flatMap((state, at) => (at < next && state === wanted ? [at + 1] : []));
  return { ...tallyOf(sample, looks, look, states), open: numbers('open'), split: numbers('split') };
};

const tallyOf = (sample: Sample, looks: number, look: number, states: readonly string[]): Tally => {
  const answered = endOfLook(sample.questions.length, looks, look);
  const asked = sample.questions
    .slice(0, answered)
    .map(({ stratum }, at) => ({ stratum, hit: states[at] === 'hit' }));
  const count = (of: number | null, hits: boolean): number =>
    asked.filter(({ stratum, hit }) => stratum === of && (hit || !hits)).length;
  return {
    look,
    answered,
    strata: sample.strata.map(({ population }, at) => ({
      population,
      sample: count(at, false),
      hits: count(at, true),
    })),
    known: { shown: count(null, false), found: count(null, true) },
  };
};

/** What follows from the answers. */
export interface Statement {
  /** What may go wrong at this look: α over the number of looks, so that stopping at whichever costs nothing. */
  readonly alpha: number;
  /** If reviewers overlook nothing in the sample. */
  readonly plain: RecallBound;
  /** With what they overlook, by the known positives. */
  readonly careful: CarefulBound;
  /** Both where the best of all samples drawn so far may have been picked: α over their number as well; null for the first. */
  readonly picked: Pick<Statement, 'plain' | 'careful'> | null;
}

/** What may be claimed of a sample whatever else was drawn: the best of several may have been picked. */
export const claimOf = ({ plain, careful, picked }: Statement): Pick<Statement, 'plain' | 'careful'> =>
  picked ?? { plain, careful };

/**
 * The statements at a look. At most one of L looks is reported, whichever, and each may fail with probability α/L: that
 * the reported one fails has probability α at most, however the decision to stop came about (union bound).
 *
 * @param positives confirmed positives outside the population.
 * @param draws how many samples of the collection were drawn so far, this one among them.
 */
export const statementOf = (
  { strata, known }: Tally,
  positives: number,
  {
    confidence,
    looks,
    draws,
  }: { readonly confidence: number; readonly looks: number; readonly draws: number },
): Statement => {
  const alpha = (1 - confidence) / looks;
  const at = (share: number): Pick<Statement, 'plain' | 'careful'> => ({
    plain: recallBound({ positives, strata, alpha: share }),
    careful: carefulBound({ positives, strata, alpha: share }, known),
  });
  return { alpha, ...at(alpha), picked: draws > 1 ? at(alpha / draws) : null };
};
