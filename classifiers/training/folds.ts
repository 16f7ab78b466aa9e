import { seeded, shuffle } from '../linear/train.js';

/**
 * Which of `count` folds each text belongs to: whole groups (documents, statutes) are dealt out, largest first to the
 * smallest fold, in an order that the seed gives, so that no document is learned from and judged by.
 */
export const foldsByGroup = (groups: readonly string[], count: number, seed: number): Int32Array => {
  const sizes = new Map<string, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const names = [...sizes.keys()].sort();
  const order = Int32Array.from(names.keys());
  shuffle(order, seeded(seed));
  const dealt = [...order].sort((a, b) => sizes.get(names[b]!)! - sizes.get(names[a]!)!);
  const filled = new Array<number>(count).fill(0);
  const foldOf = new Map<string, number>();
  for (const at of dealt) {
    const name = names[at]!;
    const fold = filled.indexOf(Math.min(...filled));
    foldOf.set(name, fold);
    filled[fold]! += sizes.get(name)!;
  }
  return Int32Array.from(groups, (group) => foldOf.get(group)!);
};
