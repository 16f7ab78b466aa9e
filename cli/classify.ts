import { classify } from '../classifiers/index.js';
import { evidenceOf } from '../reports/index.js';
import type { ClassifyLine } from './contracts.js';
import { answerLines, STANDARD } from './lines.js';

/** `qinggui classify`: what each passage on standard input involves. Returns the exit status. */
export const runClassify = (streams = STANDARD): Promise<number> =>
  answerLines(streams, ({ id, text }): ClassifyLine => {
    const { labels, scores, evidence } = classify({ text });
    const { D, B, P, Q, R } = scores;
    return { id, labels: [...labels], scores: { D, B, P, Q, R }, evidence: evidence.map(evidenceOf) };
  });
