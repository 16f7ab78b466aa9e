import { LABELS } from '../../model/index.js';
import type { CueReading } from '../cue-reading.js';
import { FeatureBag } from '../features/bag.js';
import { addCues, addRuns, addSurroundings, addWords, type Surroundings } from '../features/read.js';
import { numberLength } from '../features/text.js';
import { wordsOf } from '../features/words.js';
import { LABEL_COUNT, type LinearWeights, margins } from '../linear/weights.js';

const bag = new FeatureBag();
const found = new Float64Array(LABEL_COUNT);

/**
 * What the linear model says of a text, one margin a label; valid until the next call. Words are looked at only where
 * another feature has brought a label to its gate, or a cue speaks: most texts say nothing of the matter, and telling
 * words apart costs more than all the rest.
 */
export const learnedMargins = (
  linear: LinearWeights,
  gates: readonly number[],
  reading: CueReading,
  surroundings: Surroundings,
): Float64Array => {
  const { text, labels } = reading;
  const from = numberLength(text);
  bag.clear();
  addRuns(bag, text, from);
  addCues(bag, labels);
  addSurroundings(bag, surroundings);
  margins(linear, bag, found);
  if (linear.without.has('words')) return found;
  if (labels.every(({ score }) => score === 0) && LABELS.every((_, at) => found[at]! < gates[at]!))
    return found;
  addWords(bag, wordsOf(text.slice(from)));
  return margins(linear, bag, found);
};
