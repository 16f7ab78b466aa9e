import { classify } from '../classifiers/index.js';
import { evidenceOf } from '../reports/index.js';
import type { ClassifyLine } from './contracts.js';
import type { DatabaseOptions } from './learn/database.js';
import { modelOf } from './learn/model-in-use.js';
import { answerLines, STANDARD } from './lines.js';

/** `qinggui classify`: what each passage on standard input involves. Returns the exit status. */
export const runClassify = async (
  streams = STANDARD,
  options: Pick<DatabaseOptions, 'database'> = {},
): Promise<number> => {
  const model = await modelOf(options);
  return answerLines(streams, ({ id, text }): ClassifyLine => {
    const { labels, scores, evidence } = classify({ text }, model?.learned);
    const { D, B, P, Q, R } = scores;
    return { id, labels: [...labels], scores: { D, B, P, Q, R }, evidence: evidence.map(evidenceOf) };
  });
};
