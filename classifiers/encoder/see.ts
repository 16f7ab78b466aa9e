import type { SeenText } from '../training/examples.js';
import type { Encoder } from './encoder.js';

/** So many texts go to the encoder at a time. */
const PORTION = 64;

/** Each text as the encoder sees it, in order; `onProgress` hears how many are done. */
export const seeTexts = async (
  encoder: Encoder,
  texts: readonly string[],
  onProgress: (done: number) => void = () => undefined,
): Promise<SeenText[]> => {
  const seen: SeenText[] = [];
  for (let from = 0; from < texts.length; from += PORTION) {
    const vectors = await encoder.embed(texts.slice(from, from + PORTION));
    for (const vector of vectors) seen.push({ encoder: encoder.fingerprint, vector });
    onProgress(seen.length);
  }
  return seen;
};
