import { type Classification, LABELS, LEDGER_LABELS } from '../model/index.js';
import type { LearnedModel } from './learned/model.js';
import { shippedModel } from './learned/shipped.js';

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
  { labels, scores, overruled }: Classification,
  model: LearnedModel = shippedModel(),
): number => {
  if (overruled.some(({ label }) => label !== 'Q')) return 1;
  const worth = REVIEWED.map((label) => {
    const { threshold } = model.combinations[LABELS.indexOf(label)]!;
    const score = scores[label];
    if (!labels.includes(label)) return Math.min(1, score / threshold);
    return Math.max(SURE, 1 - Math.max(0, score - threshold) / (1 - threshold));
  });
  return Math.round(1000 * Math.max(...worth)) / 1000;
};

/** Passages in the order in which a person had best look at them; those worth the same stay in their order. */
export const reviewOrder = <T extends { readonly usefulness: number }>(passages: readonly T[]): T[] =>
  passages
    .map((passage, at) => ({ passage, at }))
    .sort((a, b) => b.passage.usefulness - a.passage.usefulness || a.at - b.at)
    .map(({ passage }) => passage);
