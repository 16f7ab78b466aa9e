import type { RecognisedText } from './recognised-page.js';

const WIDE = /[\p{Script=Han}\u3001\u3002\uff00-\uff5e《》“”]/u;
/** Fewer steps from one Chinese character to the next than this say little of a line's size. */
const ENOUGH_STEPS = 3;
/** The size of the print, as a share of the height of its line as found, where nothing better is known. */
const USUAL_SHARE = 0.8;
/** Sizes that differ by no more than this share are one: the print's, seen through noise. */
const SAME = 0.055;
/** The size of a line of few characters, known by its height alone, is that of others when it differs by no more. */
const SAME_BY_HEIGHT = 0.3;

/**
 * The font size of each line in points. Chinese print is set on a square: the step from one character to the next is its
 * size, measured better than the height of strokes. Lines of about one size get the same.
 */
export const sizesOf = (texts: readonly RecognisedText[]): number[] => {
  const steps = texts.map(stepOf);
  const shares = texts.flatMap(({ box }, index) => {
    const step = steps[index];
    return step !== undefined && box.height > 0 ? [step / box.height] : [];
  });
  const share = Math.min(1.1, Math.max(0.6, median(shares) ?? USUAL_SHARE));
  const raw = texts.map(({ box }, index) => {
    const step = steps[index];
    const byHeight = share * box.height;
    // A title that is spaced out steps further than its size.
    return step !== undefined && step <= 1.2 * byHeight && step >= 0.7 * byHeight ? step : byHeight;
  });
  const weights = texts.map(({ characters }, index) => (steps[index] === undefined ? 0 : characters.length));
  const sizes = together(raw, weights);
  const measured = [...new Set(sizes.filter((_, index) => weights[index]! > 0))];
  return sizes.map((size, index) => (weights[index]! > 0 ? size : nearest(size, measured)));
};

/** The measured size that a size seen by its height alone must be; itself where none is near. */
const nearest = (size: number, measured: readonly number[]): number => {
  const [best] = [...measured].sort((a, b) => Math.abs(a - size) - Math.abs(b - size) || a - b);
  return best !== undefined && Math.abs(best - size) <= SAME_BY_HEIGHT * size ? best : size;
};

/**
 * The distance from one Chinese character to the next, on average, for places are found only as exactly as a sixth of a
 * line's height; wider steps have a blank in them. Undefined where there are too few.
 */
const stepOf = ({ characters }: RecognisedText): number | undefined => {
  const steps: number[] = [];
  for (let i = 1; i < characters.length; i++) {
    const [before, here] = [characters[i - 1]!, characters[i]!];
    if (WIDE.test(before.char) && WIDE.test(here.char)) steps.push(here.x - before.x);
  }
  const usual = median(steps) ?? 0;
  const close = steps.filter((step) => step >= 0.6 * usual && step <= 1.45 * usual);
  if (close.length < ENOUGH_STEPS) return undefined;
  return close.reduce((sum, step) => sum + step, 0) / close.length;
};

const median = (values: readonly number[]): number | undefined =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Each value as the weightiest one near it, in half points. */
const together = (values: readonly number[], weights: readonly number[]): number[] => {
  const result = [...values];
  const left = new Set(values.keys());
  while (left.size > 0) {
    const members = [...left].sort((a, b) => values[a]! - values[b]! || a - b);
    let best: number[] = [];
    let most = -1;
    // A window of the width of one size slides over the sorted values.
    let from = 0;
    let weight = 0;
    for (let to = 0; to < members.length; to++) {
      weight += weights[members[to]!]!;
      while (values[members[from]!]! < values[members[to]!]! * (1 - 2 * SAME))
        weight -= weights[members[from++]!]!;
      if (weight > most) {
        most = weight;
        best = members.slice(from, to + 1);
      }
    }
    const centre = weightedMedian(best, values, weights);
    for (const index of best) {
      result[index] = Math.max(0.5, Math.round(2 * centre) / 2);
      left.delete(index);
    }
  }
  return result;
};

const weightedMedian = (
  members: readonly number[],
  values: readonly number[],
  weights: readonly number[],
): number => {
  const half = members.reduce((sum, index) => sum + weights[index]!, 0) / 2;
  let sum = 0;
  for (const index of members) {
    sum += weights[index]!;
    if (sum >= half) return values[index]!;
  }
  return values[members.at(-1)!]!;
};
