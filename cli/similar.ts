import { type Encoder, type SimilarIndex, similarByEncoder, similarByPairs } from '../classifiers/index.js';
import type { LabelledProvision } from '../corpus/index.js';
import type { SimilarLine } from './contracts.js';
import type { CorpusOptions } from './corpus/location.js';
import { type Corpus, readCorpus } from './learn/data.js';
import { withEncoder } from './learn/encoder.js';
import type { EncoderOptions } from './learn/encoder-option.js';
import { answerLines, STANDARD } from './lines.js';

/** As commander parses them. */
export interface SimilarOptions extends CorpusOptions, EncoderOptions {
  /** How many for each text. */
  readonly most: number;
}

/**
 * `qinggui similar`: the labelled provisions that are most like each passage on standard input. Returns the exit status.
 *
 * @param given what is looked through; by default all that is written and what the user's library has the words for.
 */
export const runSimilar = (
  streams = STANDARD,
  options: SimilarOptions,
  given?: Pick<Corpus, 'written' | 'references'>,
): Promise<number> =>
  withEncoder(options, async (encoder) => {
    const { written, references } = given ?? (await readCorpus(options));
    const provisions = [...written, ...references];
    const index = await indexOf(provisions, encoder, (words) => streams.errors.write(words));
    return answerLines(streams, async ({ id, text }): Promise<SimilarLine> => {
      const nearest = await index.nearest(text, options.most);
      return {
        id,
        similar: nearest.map(({ position, similarity }) => lineOf(provisions[position]!, similarity)),
      };
    });
  });

const indexOf = async (
  provisions: readonly LabelledProvision[],
  encoder: Encoder | null,
  tell: (words: string) => void,
): Promise<SimilarIndex> => {
  const texts = provisions.map(({ text }) => text);
  if (!encoder) return similarByPairs(texts);
  tell(`正在用编码模型读 ${texts.length} 条标注过的条款，可能需要几分钟……\n`);
  return similarByEncoder(texts, encoder);
};

const lineOf = (
  { id, path, labels, text }: LabelledProvision,
  similarity: number,
): SimilarLine['similar'][number] => ({
  id,
  path: [...(path ?? [])],
  labels: [...labels],
  // The same text comes out a little above 1.
  similarity: Math.min(1, Math.round(similarity * 10_000) / 10_000),
  text,
});
