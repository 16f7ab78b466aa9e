import { type ClassifierInput, classify, type Encoder } from '../classifiers/index.js';
import { evidenceOf } from '../reports/index.js';
import type { ClassifyLine } from './contracts.js';
import type { DatabaseOptions } from './learn/database.js';
import { withEncoder } from './learn/encoder.js';
import type { EncoderOptions } from './learn/encoder-option.js';
import { modelOf } from './learn/model-in-use.js';
import { answerLines, STANDARD } from './lines.js';

/** As commander parses them. */
export type ClassifyOptions = Pick<DatabaseOptions, 'database'> & EncoderOptions;

/** `qinggui classify`: what each passage on standard input involves. Returns the exit status. */
export const runClassify = async (streams = STANDARD, options: ClassifyOptions = {}): Promise<number> => {
  const model = await modelOf(options);
  // An encoder that the model has not learned with has nothing to say to it.
  return withEncoder(model?.encoder === undefined ? {} : { model: model.encoder }, (encoder) =>
    answerLines(streams, async ({ id, text }): Promise<ClassifyLine> => {
      const { labels, scores, evidence } = classify(await inputOf(text, encoder), model?.learned);
      const { D, B, P, Q, R } = scores;
      return { id, labels: [...labels], scores: { D, B, P, Q, R }, evidence: evidence.map(evidenceOf) };
    }),
  );
};

const inputOf = async (text: string, encoder: Encoder | null): Promise<ClassifierInput> => {
  const [vector] = encoder ? await encoder.embed([text]) : [];
  return { text, ...(vector && { vector }) };
};
