import type { ReplyKind, UNIT_ANSWERS } from '../model/index.js';

type UnitAnswer = Extract<ReplyKind, (typeof UNIT_ANSWERS)[number]>;

/** The longest of what means the same first: 不采纳 is no 采纳. */
const WRITTEN: readonly (readonly [RegExp, UnitAnswer])[] = [
  [/^(?:不予?采纳|不同意|不接受|不认可|有异议)/u, 'refused'],
  // What is taken in part is not settled: somebody has to read why.
  [/^(?:部分采纳|部分同意|有?说明|情况说明|解释)/u, 'explained'],
  [/^(?:已?经?采纳|全部采纳|同意|接受|认可|属实|无异议|已更正|已修改)/u, 'accepted'],
];

/**
 * What a unit has written into the column for its answer, and what is left of it as the reason; null for what is no answer.
 *
 * @param answer the cell, not empty.
 * @param words the cell beside it; ''.
 */
export const readUnitAnswer = (
  answer: string,
  words: string,
): { readonly kind: UnitAnswer; readonly words: string } | null => {
  const plain = answer.normalize('NFKC').replace(/[\s☑√✓■]+/gu, '');
  for (const [pattern, kind] of WRITTEN) {
    const found = pattern.exec(plain);
    // Choices that nobody has struck out.
    if (!found || plain[found[0].length] === '/') continue;
    const rest = plain.slice(found[0].length).replace(/^[\p{P}\p{S}]+/u, '');
    return { kind, words: [rest, words.trim()].filter(Boolean).join('\n') };
  }
  return null;
};
