import { type Classification, LABELS, LEDGER_LABELS } from '../model/index.js';
import type { Combination } from './combine.js';

/** Labels that a reviewer's look can change: those of the ledger, and repair. */
const REVIEWED = [...LEDGER_LABELS, 'R'] as const;
/** What is found and sure still waits for a person, but teaches little. */
const SURE = 0.2;

/**
 * 0 … 1: how much a person's look at a passage is worth. Highest where a label stands at its threshold, on either side,
 * and where the learned score withheld what a cue saw; a found label that is sure is worth a fifth; a passage far from
 * every label next to nothing.
 */
export const usefulnessOf = (
  { labels, scores, overruled }: Omit<Classification, 'evidence' | 'usefulness'>,
  combinations: readonly Combination[],
): number => {
  if (overruled.some(({ label }) => label !== 'Q')) return 1;
  const worth = REVIEWED.map((label) => {
    const { threshold } = combinations[LABELS.indexOf(label)]!;
    const score = scores[label];
    if (!labels.includes(label)) return Math.min(1, score / threshold);
    return Math.max(SURE, 1 - Math.max(0, score - threshold) / (1 - threshold));
  });
  return Math.round(1000 * Math.max(...worth)) / 1000;
};
