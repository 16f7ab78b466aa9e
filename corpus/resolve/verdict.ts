import type { Resolution, Verdict } from '../../model/index.js';
import type { CitedLevel } from '../level.js';

/** Below this a resolution is doubted: title and number speak of different documents. */
const DOUBTFUL = 0.6;

/**
 * What the check of a citation came to: the only place where it is decided. The first case that holds is taken.
 *
 * @param cited what levelOfCitation says of the same citation.
 * @param provides whether an article that exists provides for the kinds of measure; unknown where no wording is at hand.
 */
export const verdictOf = (
  resolution: Resolution,
  cited: Pick<CitedLevel, 'level' | 'reason'>,
  provides: 'yes' | 'no' | 'unknown',
): Verdict => {
  const { statute, standing, score, articles, matched, versionDoubt } = resolution;
  // CASE 1: the text ended, also where nothing more is known of it.
  if (standing === 'ended') return 'ended';
  // CASE 2: nothing was found. A judicial interpretation, a draft, one of several namesakes: only a person can say.
  if (!statute) {
    const person =
      cited.level === 'judicial-interpretation' || /草案/u.test(cited.reason) || matched === 'ambiguous';
    return person ? 'judgement' : 'not-catalogued';
  }
  // CASE 3: it is not in the list of 国办发〔2020〕49号, though of legal force.
  if (statute.level === 'judicial-interpretation') return 'judgement';
  // CASE 4: whether it is in force, or which one is meant, is not sure.
  if (standing === 'unknown' || score < DOUBTFUL) return 'judgement';
  // CASE 5: a revision moved the article, or dropped it.
  const has = (state: 'yes' | 'no' | 'unknown'): boolean => articles.some(({ exists }) => exists === state);
  const moved = articles.some(
    ({ now, exists, existedThen }) => now !== '' || (exists === 'no' && existedThen === 'yes'),
  );
  if (moved) return 'ended';
  // CASE 6: an article that today's version does not have, and the earlier one, as far as it is known, neither.
  if (has('no')) return 'no-such-article';
  // CASE 7: no article is named, or whether it exists, or of which version it is, is not known.
  if (!has('yes') || versionDoubt) return 'judgement';
  // CASE 8: what the article says.
  if (provides === 'no') return 'mismatch';
  return provides === 'yes' ? 'verified' : 'judgement';
};
