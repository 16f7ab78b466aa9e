import type { Encoder } from './encoder.js';
import type { Neighbour } from './nearest.js';
import { PairIndex } from './pair-index.js';
import { VectorIndex } from './vector-index.js';

/** “Provisions like this one”: finds the texts that are most like a text. */
export interface SimilarIndex {
  /** How many texts are in it. */
  readonly size: number;
  /**
   * At most `count` texts, the likest first, equally like ones by their position among the texts of the index. What
   * has nothing in common with `text` is left out, so that there may be none.
   */
  nearest(text: string, count: number): Promise<Neighbour[]>;
}

/** By pairs of characters: needs no model, and is what is used without one. */
export const similarByPairs = (texts: readonly string[]): SimilarIndex => {
  const index = new PairIndex(texts);
  return { size: index.size, nearest: async (text, count) => index.nearest(text, count) };
};

/** By an encoder's vectors; it stays in use until the last question. Throws what `encoder.embed` throws. */
export const similarByEncoder = async (texts: readonly string[], encoder: Encoder): Promise<SimilarIndex> => {
  const index = new VectorIndex(await encoder.embed(texts), encoder.dimensions);
  return {
    size: index.size,
    nearest: async (text, count) => {
      const [vector] = await encoder.embed([text]);
      return index.nearest(vector!, count);
    },
  };
};
