import { LABELS, type Label } from '../../model/index.js';
import type { Judged } from './metrics.js';

/** Texts whose score for a label lies in from ≤ score < to; the last bin holds 1 as well. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly texts: number;
  /** null where no text lies in the bin, as below. */
  readonly meanScore: number | null;
  /** The share of these texts that carry the label: where scores are calibrated, as large as their mean. */
  readonly share: number | null;
}

export interface Calibration {
  readonly label: Label;
  readonly bins: readonly ReliabilityBin[];
  /** The mean distance of score and share over all texts, 0 … 1; null where there are none. */
  readonly expectedError: number | null;
}

const BINS = 10;

/** How far a score is what it says: the share of texts like this one that carry the label. */
export const calibrationOf = (judged: readonly Judged[]): readonly Calibration[] =>
  LABELS.map((label) => {
    const counts = Array.from({ length: BINS }, () => ({ texts: 0, score: 0, carried: 0 }));
    for (const { gold, scores } of judged) {
      // A score in three decimals times 10 may come out a hair below the whole number that it is.
      const bin = counts[Math.min(BINS - 1, Math.floor(scores[label] * BINS + 1e-9))]!;
      bin.texts++;
      bin.score += scores[label];
      if (gold.includes(label)) bin.carried++;
    }
    const apart = counts.reduce((sum, { score, carried }) => sum + Math.abs(score - carried), 0);
    return {
      label,
      bins: counts.map(({ texts, score, carried }, at) => ({
        from: at / BINS,
        to: (at + 1) / BINS,
        texts,
        meanScore: texts > 0 ? score / texts : null,
        share: texts > 0 ? carried / texts : null,
      })),
      expectedError: judged.length > 0 ? apart / judged.length : null,
    };
  });
