import { LABELS, type Label } from '../../model/index.js';
import type { Judged } from './metrics.js';

/** How often a label stood in the place of another; null for none at all. */
export interface Instead {
  readonly label: Label | null;
  readonly texts: number;
}

/** What a label is taken for. A text with several labels counts at each of them. */
export interface Confusion {
  readonly label: Label;
  readonly missed: number;
  /** Of texts in which it was missed: the labels that were given to them, rightly or wrongly. */
  readonly givenInstead: readonly Instead[];
  readonly wrong: number;
  /** Of texts to which it was wrongly given: the labels that they carry. */
  readonly rightInstead: readonly Instead[];
}

/** With which neighbours each label is confused; in the order of the labels, none last, zeros left out. */
export const confusionOf = (judged: readonly Judged[]): readonly Confusion[] =>
  LABELS.map((label) => {
    const missed = judged.filter(({ gold, labels }) => gold.includes(label) && !labels.includes(label));
    const wrong = judged.filter(({ gold, labels }) => !gold.includes(label) && labels.includes(label));
    return {
      label,
      missed: missed.length,
      givenInstead: counted(missed.map(({ labels }) => labels)),
      wrong: wrong.length,
      rightInstead: counted(wrong.map(({ gold }) => gold)),
    };
  });

const counted = (sets: readonly (readonly Label[])[]): readonly Instead[] =>
  [...LABELS, null]
    .map((label) => ({
      label,
      texts: sets.filter((set) => (label === null ? set.length === 0 : set.includes(label))).length,
    }))
    .filter(({ texts }) => texts > 0);
