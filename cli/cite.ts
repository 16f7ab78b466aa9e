import { findAbbreviations, findBlanketReferences, findCitations } from '../extractors/citations/index.js';
import { blanketOf, citationOf } from '../reports/index.js';
import type { CiteLine } from './contracts.js';
import { answerLines, STANDARD } from './lines.js';

/** `qinggui cite`: the citations and the blanket references in each passage on standard input; short names are the passage's own. */
export const runCite = (streams = STANDARD): Promise<number> =>
  answerLines(
    streams,
    ({ id, text }): CiteLine => ({
      id,
      citations: findCitations(text, findAbbreviations(text)).map(citationOf),
      blanket: findBlanketReferences(text).map(blanketOf),
    }),
  );
