import type { Figures } from '../../classifiers/index.js';

/** The mean of those that are known; null where none is. */
export const mean = (shares: readonly (number | null)[]): number | null => {
  const known = shares.filter((share) => share !== null);
  return known.length > 0 ? known.reduce((sum, share) => sum + share, 0) / known.length : null;
};

/** Micro F1, macro F1 and the mean of P@R95, all over D, B, P and R: a set in three figures. */
export const threeFigures = ({ microF1, macroF1, labels }: Figures): readonly (number | null)[] => [
  microF1,
  macroF1,
  mean(labels.filter(({ label }) => label !== 'Q').map(({ precisionAt }) => precisionAt['0.95'])),
];

export const threeHeads = (set: string): readonly string[] => [`${set}: micro F1`, 'macro F1', 'mean P@R95'];
