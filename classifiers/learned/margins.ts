import { LABELS } from '../../model/index.js';
import type { CueReading } from '../cue-reading.js';
import { addCues, addRuns, addSurroundings, addWords, type Surroundings } from '../features/read.js';
import { numberLength } from '../features/text.js';
import { wordsOf } from '../features/words.js';
import { type LinearWeights, MarginSums } from '../linear/weights.js';

/** Room for sums is made once a model. */
const rooms = new WeakMap<LinearWeights, MarginSums>();

/**
 * What the linear model says of a text, one margin a label. Words are looked at only where another feature has brought a
 * label to its gate, or a cue speaks: most texts say nothing of the matter, and telling words apart costs more than all
 * the rest. `seen` is what an encoder's vector adds to each.
 */
export const learnedMargins = (
  linear: LinearWeights,
  gates: readonly number[],
  { text, labels }: CueReading,
  surroundings: Surroundings,
  seen: readonly number[],
): readonly number[] => {
  let sums = rooms.get(linear);
  if (!sums) {
    sums = new MarginSums(linear);
    rooms.set(linear, sums);
  }
  const from = numberLength(text);
  sums.clear();
  addRuns(sums, text, from);
  addCues(sums, labels);
  addSurroundings(sums, surroundings);
  const found = sums.margins(seen);
  if (linear.without.has('words')) return found;
  if (labels.every(({ score }) => score === 0) && LABELS.every((_, at) => found[at]! < gates[at]!))
    return found;
  addWords(sums, wordsOf(text.slice(from)));
  return sums.margins(seen);
};
