import { compactForm } from '../compact.js';
import { highest, type Neighbour } from './nearest.js';

/**
 * Texts by their pairs of neighbouring characters, weighted so that rare pairs count more (TF-IDF): an exact cosine
 * search that needs no model. White space, quotation marks and the width of digits make no difference.
 */
export class PairIndex {
  readonly size: number;
  /** Pair → its number. */
  readonly #numbers = new Map<number, number>();
  /** In how many texts the pair of a number stands. */
  readonly #spread: number[] = [];
  /** Where the texts of a pair begin in the two tables below; one more than there are pairs. */
  readonly #starts: Uint32Array;
  readonly #positions: Uint32Array;
  readonly #weights: Float32Array;

  constructor(texts: readonly string[]) {
    this.size = texts.length;
    for (const text of texts) {
      for (const pair of pairsOf(text).keys()) {
        const number = this.#numbers.get(pair) ?? this.#numbers.size;
        this.#numbers.set(pair, number);
        this.#spread[number] = (this.#spread[number] ?? 0) + 1;
      }
    }
    this.#starts = new Uint32Array(this.#spread.length + 1);
    this.#spread.forEach((texts, number) => {
      this.#starts[number + 1] = this.#starts[number]! + texts;
    });
    const total = this.#starts.at(-1)!;
    this.#positions = new Uint32Array(total);
    this.#weights = new Float32Array(total);
    const next = this.#starts.slice();
    texts.forEach((text, position) => {
      for (const [pair, weight] of this.#weigh(text)) {
        const at = next[this.#numbers.get(pair)!]!++;
        this.#positions[at] = position;
        this.#weights[at] = weight;
      }
    });
  }

  /** The texts most like this one, at most `count`, the likest first; texts that share nothing with it are left out. */
  nearest(text: string, count: number): Neighbour[] {
    const scores = new Float64Array(this.size);
    for (const [pair, weight] of this.#weigh(text)) {
      const number = this.#numbers.get(pair);
      if (number === undefined) continue;
      const end = this.#starts[number + 1]!;
      for (let at = this.#starts[number]!; at < end; at++) {
        scores[this.#positions[at]!]! += weight * this.#weights[at]!;
      }
    }
    return highest(scores, count);
  }

  /**
   * Pair → weight, of length 1 in all. Sums go in the order of the text, never in that of the index, so that a score
   * is the same to the last bit in whatever order the texts were given.
   */
  #weigh(text: string): Map<number, number> {
    const weights = pairsOf(text);
    let squares = 0;
    for (const [pair, times] of weights) {
      const number = this.#numbers.get(pair);
      const spread = number === undefined ? 0 : this.#spread[number]!;
      const weight = (1 + Math.log(times)) * (1 + Math.log((1 + this.size) / (1 + spread)));
      squares += weight ** 2;
      weights.set(pair, weight);
    }
    const scale = 1 / Math.sqrt(squares);
    for (const [pair, weight] of weights) weights.set(pair, weight * scale);
    return weights;
  }
}

/** Each pair of neighbouring units, in the order in which they first stand, with how often; a lone unit is a pair. */
const pairsOf = (text: string): Map<number, number> => {
  const form = compactForm(text);
  const pairs = new Map<number, number>();
  let before = 0;
  for (let at = 0; at < form.length; at++) {
    const unit = form.charCodeAt(at);
    if (at > 0 || form.length === 1) {
      // Two units in 32 bits with a sign: numbers of this size are quick as keys.
      const pair = (before << 16) | unit;
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
    before = unit;
  }
  return pairs;
};
