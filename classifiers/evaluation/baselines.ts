import { LABELS, type Label } from '../../model/index.js';
import { rounded } from '../by-cues.js';
import { readCues } from '../cue-reading.js';
import { FEATURE_GROUPS } from '../features/groups.js';
import { sigmoid } from '../linear/logistic.js';
import type { Example } from '../training/examples.js';
import { learnLabels } from '../training/fit.js';
import { featureTable, marginOf } from '../training/table.js';
import { KEYWORDS } from './keywords.js';
import type { Judged } from './metrics.js';
import { splitsOf, type Unseen } from './unseen.js';

/** What any classifier says of a text, reduced to what is measured. */
export type Said = Pick<Judged, 'labels' | 'scores'>;

/** A label is given where one of its keywords stands; its score is the share of its keywords that do. */
export const judgeByKeywords = (text: string): Said => {
  const plain = text.replace(/\s+/gu, '');
  return said((label) => {
    const words = KEYWORDS[label];
    const found = words.filter((word) => plain.includes(word)).length;
    return { score: rounded(found / words.length), given: found > 0 };
  });
};

/** All that a character model does not look at. */
const OTHERS = new Set(FEATURE_GROUPS.map(({ name }) => name).filter((name) => name !== 'chars'));

/**
 * What a linear model over runs of one to four characters says of texts that it has not seen, alone: no words, cues or
 * surroundings, and no step that combines. The score is the margin between 0 and 1, the label is given from 0.5 on.
 */
export const judgeByCharacters = (
  examples: readonly Example[],
  options: Unseen,
): ReadonlyMap<Example, Said> => {
  const alone = examples.map(
    ({ provision }): Example => ({
      provision,
      reading: readCues({ text: provision.text }),
      surroundings: {},
    }),
  );
  const table = featureTable(alone, OTHERS);
  const found = new Map<Example, Said>();
  for (const { learn, judge } of splitsOf(examples, options)) {
    // As the whole model learns, so that what differs is what it looks at.
    const weights = learnLabels(alone, table, learn, options.seed);
    for (const row of judge) {
      const answer = said((_, at) => {
        const { whole } = marginOf(table, row, weights[at]!);
        return { score: rounded(sigmoid(whole)), given: whole >= 0 };
      });
      found.set(examples[row]!, answer);
    }
  }
  return found;
};

const said = (judge: (label: Label, at: number) => { score: number; given: boolean }): Said => {
  const labels: Label[] = [];
  const scores: Record<Label, number> = { D: 0, B: 0, P: 0, Q: 0, R: 0 };
  LABELS.forEach((label, at) => {
    const { score, given } = judge(label, at);
    scores[label] = score;
    if (given) labels.push(label);
  });
  return { labels, scores };
};
