import { LABELS, type Label } from '../../model/index.js';
import { mix, placeOfHash } from '../features/bag.js';
import { ENDS, LONGEST_RUN, pairHash, RUN_SEED, wordHash } from '../features/read.js';
import { LABEL_COUNT, type LinearWeights } from '../linear/weights.js';

/** A quoted phrase is at least so long where the text allows it, and at most so long. */
const MOST = 40;
/** Where a quotation may begin and end. */
const SIGNS = /[，。；：、！？（）\n□]/;

/**
 * The words of a compact text that speak most for a label: the stretch whose runs and words weigh most, drawn to the
 * next signs. `from` leaves out the article's number. The range is never empty for a text that is not.
 */
export const tellingWords = (
  { steps }: LinearWeights,
  label: Label,
  text: string,
  words: readonly string[],
  from: number,
): { readonly start: number; readonly end: number } => {
  const column = LABELS.indexOf(label);
  const weigh = (hash: number): number => steps[placeOfHash(hash) * LABEL_COUNT + column]!;
  const weights = new Float64Array(text.length);
  const spread = (start: number, end: number, weight: number): void => {
    for (let at = start; at < end; at++) weights[at]! += weight / (end - start);
  };
  for (let start = from; start < text.length; start++) {
    let hash = RUN_SEED;
    for (let at = start; at < Math.min(text.length, start + LONGEST_RUN); at++) {
      const unit = text.charCodeAt(at);
      if (ENDS[unit]) break;
      hash = mix(hash, unit);
      spread(start, at + 1, weigh(hash));
    }
  }
  let at = from;
  let before = { hash: 0, start: from };
  for (const word of words) {
    const hash = wordHash(word);
    if (hash !== 0) {
      spread(at, at + word.length, weigh(hash));
      if (before.hash !== 0) spread(before.start, at + word.length, weigh(pairHash(before.hash, hash)));
    }
    before = { hash, start: at };
    at += word.length;
  }
  return toSigns(text, heaviest(weights, from), from);
};

/** The stretch with the greatest sum (Kadane), no longer than a quotation. */
const heaviest = (weights: Float64Array, from: number): { start: number; end: number } => {
  let best = { start: from, end: Math.min(from + 1, weights.length), sum: Number.NEGATIVE_INFINITY };
  let start = from;
  let sum = 0;
  for (let at = from; at < weights.length; at++) {
    if (sum <= 0) {
      start = at;
      sum = 0;
    }
    sum += weights[at]!;
    if (at + 1 - start > MOST) sum -= weights[start++]!;
    if (sum > best.sum) best = { start, end: at + 1, sum };
  }
  return best;
};

const toSigns = (
  text: string,
  range: { start: number; end: number },
  from: number,
): { readonly start: number; readonly end: number } => {
  let { start, end } = range;
  while (start < end - 1 && SIGNS.test(text[start]!)) start++;
  while (end > start + 1 && SIGNS.test(text[end - 1]!)) end--;
  while (start > from && end - start < MOST && !SIGNS.test(text[start - 1]!)) start--;
  while (end < text.length && end - start < MOST && !SIGNS.test(text[end]!)) end++;
  return { start, end };
};
