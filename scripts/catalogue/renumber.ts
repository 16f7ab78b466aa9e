/** An article's code (133.1) and wording. */
export interface Numbered {
  readonly code: string;
  readonly text: string;
}

/** Two articles are one where so much of their wording is common, */
const ALIKE = 0.66;
/** where no other article comes near, */
const APART = 0.25;
/** and, out of the order of the others, only where nearly all of it is. */
const ALIKE_OUT_OF_ORDER = 0.85;

/**
 * The articles of two versions that are surely the same, matched by wording one to one: for each the other must be the
 * best, by far. Articles that were split, joined or written anew are left out. Old code → new code, in the old order.
 */
export const matchArticles = (
  before: readonly Numbered[],
  after: readonly Numbered[],
): readonly (readonly [from: string, to: string])[] => {
  const old = before.map(({ text }) => bigrams(text));
  const now = after.map(({ text }) => bigrams(text));
  const scores = old.map((a) => now.map((b) => dice(a, b)));
  const best = (values: readonly number[]): readonly [at: number, score: number, second: number] => {
    let [at, first, second] = [-1, -1, 0];
    values.forEach((value, i) => {
      if (value > first) [second, first, at] = [Math.max(first, 0), value, i];
      else if (value > second) second = value;
    });
    return [at, first, second];
  };
  const columns = after.map((_, j) => best(scores.map((row) => row[j]!)));
  const sure = scores.flatMap((row, i): (readonly [number, number, number])[] => {
    const [j, score, second] = best(row);
    const [back, , secondBack] = columns[j] ?? [-1, 0, 0];
    const alone = score - Math.max(second, secondBack) >= APART;
    return back === i && score >= ALIKE && alone ? [[i, j, score]] : [];
  });
  const inOrder = longestRising(sure.map(([, j]) => j));
  return sure
    .filter(([, , score], at) => inOrder.has(at) || score >= ALIKE_OUT_OF_ORDER)
    .map(([i, j]) => [before[i]!.code, after[j]!.code]);
};

const bigrams = (text: string): ReadonlyMap<string, number> => {
  const plain = text.replace(/[\s，。；：、（）()“”《》〈〉]/gu, '');
  const found = new Map<string, number>();
  for (let at = 0; at + 1 < plain.length; at++) {
    const pair = plain.slice(at, at + 2);
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
};

const dice = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number => {
  let common = 0;
  let total = 0;
  for (const [pair, count] of a) {
    common += Math.min(count, b.get(pair) ?? 0);
    total += count;
  }
  for (const count of b.values()) total += count;
  return total === 0 ? 0 : (2 * common) / total;
};

/** Places of one longest rising subsequence. */
const longestRising = (values: readonly number[]): ReadonlySet<number> => {
  const length = values.map(() => 1);
  const from = values.map(() => -1);
  for (let i = 0; i < values.length; i++) {
    for (let j = 0; j < i; j++) {
      if (values[j]! < values[i]! && length[j]! + 1 > length[i]!) [length[i], from[i]] = [length[j]! + 1, j];
    }
  }
  const places = new Set<number>();
  let at = length.indexOf(Math.max(0, ...length));
  for (; at >= 0; at = from[at]!) places.add(at);
  return places;
};
