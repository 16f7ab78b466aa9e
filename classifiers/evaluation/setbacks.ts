import type { Label } from '../../model/index.js';
import type { BothWays, LabelBothWays, SetBothWays } from './recipes.js';

/** In what a new recipe is worse than the one before. */
export type Setback =
  | {
      readonly on: 'corpus';
      readonly label: Label;
      readonly measure: 'averagePrecision' | 'recall';
      readonly before: number;
      readonly after: number;
    }
  /** Labels wrongly given and withheld, D, B, P and R together. */
  | { readonly on: 'decisions'; readonly before: number; readonly after: number };

/** What does not count as worse: folds and shuffles move figures by as much. */
export const TOLERANCE = { averagePrecision: 0.005, recall: 0.01, mistakes: 0.01 } as const;

/** Below so many texts the order of a few decides the average precision. */
const ENOUGH = 30;

/**
 * Where the recipe after is worse than the one before by more than the tolerance; none means not worse. Q is a hint and
 * is not held against it. On the user's own texts all mistakes are counted together: they are few, and those that
 * were confirmed had been found by the model in use, so that its recall on them is better than it is elsewhere.
 */
export const setbacksOf = ({ corpus, decisions }: BothWays): readonly Setback[] => {
  const setbacks = counted(corpus).flatMap((both) => [
    ...averagePrecisionSetback(both),
    ...recallSetback(both),
  ]);
  const [before, after] = [mistakes(decisions, 'before'), mistakes(decisions, 'after')];
  if (after - before > Math.max(1, TOLERANCE.mistakes * decisions.texts))
    setbacks.push({ on: 'decisions', before, after });
  return setbacks;
};

const counted = ({ labels }: SetBothWays): readonly LabelBothWays[] =>
  labels.filter(({ label }) => label !== 'Q');

/** Labels wrongly given or withheld on a set, Q left out. */
export const mistakes = (set: SetBothWays, when: 'before' | 'after'): number =>
  counted(set).reduce((sum, both) => sum + both[when].wrong + both[when].missed, 0);

const averagePrecisionSetback = ({ label, support, before, after }: LabelBothWays): Setback[] => {
  const [old, now] = [before.averagePrecision ?? 0, after.averagePrecision ?? 0];
  if (support < ENOUGH || old - now <= TOLERANCE.averagePrecision) return [];
  return [{ on: 'corpus', label, measure: 'averagePrecision', before: old, after: now }];
};

/** One text alone is no setback, however few there are. */
const recallSetback = ({ label, support, before, after }: LabelBothWays): Setback[] => {
  if (after.missed - before.missed <= Math.max(1, TOLERANCE.recall * support)) return [];
  return [{ on: 'corpus', label, measure: 'recall', before: before.recall ?? 0, after: after.recall ?? 0 }];
};
