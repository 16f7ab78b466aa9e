import { RUNS } from '../library/tokens.js';

/**
 * The words by which a document is found, each once: every character, every two neighbouring ones, and words of letters
 * and digits. Where they stand is not kept: a document is found that has all of a query's words.
 */
export const wordsOf = (texts: readonly string[]): string[] => {
  const words = new Set<string>();
  for (const text of texts) for (const word of wordsIn(text, true)) words.add(word);
  return [...words];
};

/** The words of a query, all of which a document must have; [] where there is nothing to look for. */
export const queryWords = (query: string): string[] => [...new Set(wordsIn(query, false))];

function* wordsIn(text: string, single: boolean): Generator<string> {
  for (const [run, chinese] of text.normalize('NFKC').toLowerCase().matchAll(RUNS)) {
    if (!chinese) {
      yield run;
      continue;
    }
    const characters = [...run];
    for (const [at, character] of characters.entries()) {
      if (single || characters.length === 1) yield character;
      if (at + 1 < characters.length) yield character + characters[at + 1];
    }
  }
}
