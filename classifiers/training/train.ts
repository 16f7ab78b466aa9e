import type { LabelledProvision } from '../../corpus/index.js';
import { encodeModel } from '../learned/model-file.js';
import { examplesOf, type SeenText } from './examples.js';
import { fitModel } from './fit.js';
import { featureTable } from './table.js';

/** The seed of what is shipped and of what users train, where nothing else is asked for. */
export const SEED = 1;

/** A model learned from labelled texts, as the bytes that are kept. The same texts in the same order give the same bytes. */
export const trainModel = (
  provisions: readonly LabelledProvision[],
  seed = SEED,
  seen?: readonly SeenText[],
): Uint8Array => {
  const examples = examplesOf(provisions, seen);
  return encodeModel(fitModel(examples, featureTable(examples), { seed }));
};
