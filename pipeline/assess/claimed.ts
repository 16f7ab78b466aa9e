import { findAbbreviations, findCitations } from '../../extractors/citations/index.js';
import {
  type Header,
  LEDGER_LABELS,
  type ReadUnit,
  type StatuteLibrary,
  type Verdict,
  type WeighedCitation,
} from '../../model/index.js';
import { citingDocument } from './citing-document.js';
import { isPurpose } from './enacting-clause.js';
import { measuresOf } from './measures.js';
import { weigh } from './weigh.js';

/** Provisions whose measures a claimed basis is held against; a document with more is no longer one basis's matter. */
const MOST_PROVISIONS = 50;

/** The better first: what a claim comes to is what it comes to for the provision that it fits best. */
const RANKS: readonly Verdict[] = [
  'verified',
  'judgement',
  'mismatch',
  'not-catalogued',
  'no-such-article',
  'ended',
];

/**
 * Weighs what a filed ledger names as the basis of a document (依据的具体内容), as if the document's provisions cited it.
 *
 * @param claim the cell's text; spans of the citations are in it.
 * @param flagged the document's provisions with a ledger label.
 * @returns one entry a citation with a title or a 文号, in the order of the text.
 */
export const weighClaim = (
  claim: string,
  { header, flagged }: { readonly header: Header; readonly flagged: readonly ReadUnit[] },
  library: StatuteLibrary,
): WeighedCitation[] => {
  const document = citingDocument(header, library);
  const measures = flagged
    .filter((unit) => !isPurpose(unit))
    .slice(0, MOST_PROVISIONS)
    .map((unit) =>
      measuresOf(
        unit,
        LEDGER_LABELS.filter((label) => unit.classification.labels.includes(label)),
      ),
    );
  return findCitations(claim, findAbbreviations(claim))
    .filter(({ kind }) => kind === 'full' || kind === 'number')
    .map((citation) => {
      const weighed = (measures.length > 0 ? measures : [new Map()]).map(
        (each) => weigh(citation, 'same-provision', document, each).weighed,
      );
      return weighed.reduce((best, each) =>
        RANKS.indexOf(each.verdict) < RANKS.indexOf(best.verdict) ? each : best,
      );
    });
};
