import { type ProvisionMeasures, suggestBases, titleKey } from '../../corpus/index.js';
import type { BasisSuggestion, WeighedCitation } from '../../model/index.js';
import type { CitedUnit } from './cited-unit.js';
import type { CitingDocument } from './weigh.js';

const MOST = 3;
/** Candidates looked at before those of the document's own grounds are put first. */
const CANDIDATES = 12;
const LONGEST_WORDING = 600;

/**
 * Articles that provide for the provision's measures, in its field and in force here: for a person to consider. Those of
 * texts that the document names as its grounds come first: what they say needs only to be cited.
 */
export const suggestionsFor = (
  { unit }: CitedUnit,
  measures: ProvisionMeasures,
  weighed: readonly WeighedCitation[],
  document: CitingDocument & { readonly ownTitles: ReadonlySet<string> },
): readonly BasisSuggestion[] => {
  const kinds = [...new Set([...measures.values()].flat())];
  if (kinds.length === 0) return [];
  const named = new Set(
    weighed.flatMap(({ resolution }) => (resolution.statute ? [titleKey(resolution.statute.title)] : [])),
  );
  const found = suggestBases(
    {
      measures: kinds,
      title: `${document.title}\n${unit.path.join('\n')}`,
      text: unit.text,
      territory: document.territory,
      date: document.date,
    },
    document.library,
    CANDIDATES,
  );
  const own = found.filter(({ statute }) => named.has(titleKey(statute.title)));
  const others = found.filter(
    ({ statute }) => !named.has(titleKey(statute.title)) && !document.ownTitles.has(titleKey(statute.title)),
  );
  return [...own, ...others].slice(0, MOST).map(({ statute, article, wording, reasons }) => ({
    statute,
    article,
    wording: wording?.slice(0, LONGEST_WORDING) ?? null,
    reasons: named.has(titleKey(statute.title)) ? ['本文件已援引该法', ...reasons] : reasons,
  }));
};
