import { type Subject, subjectOf } from '../../model/index.js';
import type { Agreement } from '../api.js';
import { comparedSubjects, rowBy, saidBy } from './standing.js';
import type { Values } from './values.js';

/** How often two reviewers say yes and no: yes-yes, yes-no, no-yes, no-no. */
export interface Counts {
  readonly both: number;
  readonly first: number;
  readonly second: number;
  readonly neither: number;
}

/**
 * Cohen's κ: agreement beyond that which chance would give by how often each says yes. null where chance alone gives all of
 * it, since both say nothing but one answer, or where there is nothing to compare.
 */
export const kappaOf = ({ both, first, second, neither }: Counts): number | null => {
  const all = both + first + second + neither;
  if (all === 0) return null;
  const observed = (both + neither) / all;
  const [yesFirst, yesSecond] = [(both + first) / all, (both + second) / all];
  const chance = yesFirst * yesSecond + (1 - yesFirst) * (1 - yesSecond);
  return chance === 1 ? null : (observed - chance) / (1 - chance);
};

/** Whether both reviewers are done with a document. */
export const bothDone = (values: Values): boolean =>
  rowBy(values, 'first') !== null && rowBy(values, 'second') !== null;

/** The agreement on the findings of documents that both are done with; null where there are none. */
export const agreementOf = (documents: readonly Values[]): Agreement | null => {
  const done = documents.filter(bothDone);
  if (done.length === 0) return null;
  const counts = { both: 0, first: 0, second: 0, neither: 0 };
  for (const values of done)
    for (const subject of comparedSubjects(values).filter(isFinding)) {
      const [first, second] = [saidBy(values, 'first', subject), saidBy(values, 'second', subject)].map(
        (said) => said === 'confirmed',
      );
      counts[first ? (second ? 'both' : 'first') : second ? 'second' : 'neither'] += 1;
    }
  const findings = counts.both + counts.first + counts.second + counts.neither;
  return {
    documents: done.length,
    findings,
    observed: findings === 0 ? 1 : (counts.both + counts.neither) / findings,
    kappa: kappaOf(counts),
  };
};

export const isFinding = (subject: Subject): boolean => subjectOf(subject)?.kind === 'finding';
