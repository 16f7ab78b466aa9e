import type { Label, Resolution } from '../../model/index.js';
import { articleCode, articleNumber } from '../articles.js';
import { creditFacts } from '../credit-articles.js';
import type { MeasureId } from '../measures/kinds.js';
import { providesFor } from '../measures/provides.js';

/**
 * Whether the articles that a citation names provide for a provision's kinds of measure: by their wording where the
 * user's library has it, else by what the catalogue knows of the article. One article that does is enough; no means
 * that every one of them is about something else.
 */
export const providesOf = (
  resolution: Resolution,
  wanted: { readonly measures: readonly MeasureId[]; readonly labels?: readonly Label[] },
): 'yes' | 'no' | 'unknown' => {
  const { statute } = resolution;
  const asked = wanted.measures.length > 0 || (wanted.labels?.length ?? 0) > 0;
  if (!statute || !asked || resolution.articles.length === 0) return 'unknown';
  const facts = creditFacts(statute.title, statute.territory, statute.date);
  const answers = resolution.articles.map(({ cited, now, exists, wording }) => {
    if (exists === 'no') return 'unknown';
    if (wording !== null) return wording.trim() ? providesFor(wording, wanted) : 'unknown';
    const number = articleNumber(now || cited);
    if (!number || !facts) return 'unknown';
    const code = articleCode(number);
    if (facts.articles.get(code)?.kinds.some((kind) => wanted.measures.includes(kind))) return 'yes';
    if (wanted.measures.length === 0 && wanted.labels?.includes('B')) {
      if (facts.articles.get(code)?.kinds.includes('list')) return 'yes';
    }
    return facts.silent(code) ? 'no' : 'unknown';
  });
  if (answers.includes('yes')) return 'yes';
  return answers.every((answer) => answer === 'no') ? 'no' : 'unknown';
};
