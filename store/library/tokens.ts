/** Runs of Chinese characters, and words of letters and digits; everything else parts them. */
export const RUNS = /(\p{Script=Han}{1,4096})|((?:(?!\p{Script=Han})[\p{L}\p{N}]){1,64})/gu;

/**
 * A text as words for the full-text index: each two neighbouring characters are a word, and the last one alone. A
 * dictionary would miss what it cuts otherwise (失信 in 失信人); so every query of two or more characters is found
 * wherever it stands, and one of a single character as a prefix.
 */
export const indexedWords = (text: string): string => {
  const words: string[] = [];
  for (const [run, chinese] of text.normalize('NFKC').toLowerCase().matchAll(RUNS)) {
    if (!chinese) words.push(run);
    else for (let at = 0; at < run.length; at++) words.push(run.slice(at, at + 2));
  }
  return words.join(' ');
};

/** A query for FTS5: every word of it must occur, its characters side by side. '' where nothing can be searched for. */
export const matchExpression = (words: readonly string[]): string =>
  words
    .flatMap((word) => [...word.normalize('NFKC').toLowerCase().matchAll(RUNS)])
    .map(([run, chinese]) => {
      if (!chinese) return `"${run}"`;
      if (run.length === 1) return `"${run}"*`;
      const pairs = Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
      return `"${pairs.join(' ')}"`;
    })
    .join(' AND ');
