import type { Form } from './form.js';
import { grouped } from './grouped.js';

/** Titles that share a smaller part of their pairs of characters need not be compared. */
const SHARED_PAIRS = 0.4;

/** Finds the documents that a row could name without comparing it with all of them. */
export const nearbyOf = (documents: readonly Form[]): ((row: Form) => number[]) => {
  const byNumber = grouped(documents, ({ number }) => number);
  const byPair = new Map<string, number[]>();
  for (const [at, { title }] of documents.entries())
    for (const pair of pairsOf(title)) {
      const known = byPair.get(pair);
      if (known) known.push(at);
      else byPair.set(pair, [at]);
    }
  return ({ title, number }) => {
    const pairs = pairsOf(title);
    const shared = new Map<number, number>();
    for (const pair of pairs)
      for (const at of byPair.get(pair) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    const found = new Set(number === null ? [] : byNumber.get(number));
    for (const [at, count] of shared)
      if (count >= SHARED_PAIRS * Math.min(pairs.size, documents[at]!.title.length - 1)) found.add(at);
    return [...found].sort((a, b) => a - b);
  };
};

const pairsOf = (title: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, title.length - 1) }, (_, at) => title.slice(at, at + 2)));
