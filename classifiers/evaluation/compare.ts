import { LABELS, type Label } from '../../model/index.js';
import type { Judged } from './metrics.js';

/** How a decision on one label of one text changed. */
export type ChangeKind = 'newly-right' | 'newly-missed' | 'new-false-alarm' | 'false-alarm-gone';

export interface Change {
  readonly kind: ChangeKind;
  readonly id: string;
  readonly label: Label;
  readonly scoreBefore: number;
  readonly scoreNow: number;
}

/**
 * Provisions gained and lost, one by one, in the order of the texts. What is right is what the texts say now, also where
 * they said otherwise before. Texts that one of both does not have are left out.
 */
export const changesBetween = (
  before: readonly Pick<Judged, 'id' | 'labels' | 'scores'>[],
  now: readonly Judged[],
): readonly Change[] => {
  const earlier = new Map(before.map((text) => [text.id, text]));
  return now.flatMap(({ id, gold, labels, scores }) => {
    const old = earlier.get(id);
    if (!old) return [];
    return LABELS.flatMap((label): Change[] => {
      const given = labels.includes(label);
      if (given === old.labels.includes(label)) return [];
      return [
        {
          kind: kindOf(gold.includes(label), given),
          id,
          label,
          scoreBefore: old.scores[label],
          scoreNow: scores[label],
        },
      ];
    });
  });
};

const kindOf = (carried: boolean, given: boolean): ChangeKind => {
  if (carried) return given ? 'newly-right' : 'newly-missed';
  return given ? 'new-false-alarm' : 'false-alarm-gone';
};
