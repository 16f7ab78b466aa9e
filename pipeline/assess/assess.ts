import { levelOfCitation, resolveCitation, titleKey } from '../../corpus/index.js';
import {
  type BasisAnswer,
  type DisposalProposal,
  EMPTY_LIBRARY,
  type Header,
  hasLedgerLabel,
  type LegalLevel,
  type ProvisionAssessment,
  type ReadUnit,
  type Regulation,
  type StatuteLibrary,
} from '../../model/index.js';
import { type BasisContext, basisOf } from './basis.js';
import type { CitedUnit } from './cited-unit.js';
import { citingDocument } from './citing-document.js';
import { proposeDisposal } from './disposal.js';
import { enactingCitations, isPurpose } from './enacting-clause.js';

/** Raise when the basis of the same units may be answered differently, also because the catalogue of statutes changed. */
export const ASSESSMENT_VERSION = '7';

/** What a notice issues or amends; what it forwards or carries out (转发, 贯彻) is another body's and may be a basis. */
const ISSUES = /(?:印发|公布|发布|修改|修订)[《〈]([^《》]{2,120})[》〉]/gu;

/** Weighs the basis of each unit that carries a ledger label and proposes a 处置方式 for the document. */
export const assess = (
  regulation: Regulation,
  units: readonly CitedUnit[],
  library: StatuteLibrary = EMPTY_LIBRARY,
): { units: readonly ReadUnit[]; proposal: DisposalProposal | null } => {
  const level = ownLevel(regulation.header);
  const context = contextOf(regulation, level, units, library);
  // A purpose clause orders nothing that could need a basis: it stands and falls with the provisions that do.
  const ordering = units.filter((unit) => isFlagged(unit) && !isPurpose(unit));
  const basis = new Map(ordering.map((unit) => [unit, basisOf(unit, context)]));
  // A document that says nothing but its purpose is judged by that.
  const alone =
    basis.size === 0 ? new Map(units.filter(isFlagged).map((unit) => [unit, basisOf(unit, context)])) : basis;
  const purpose = basisOfPurpose([...alone.values()].map(({ assessment }) => assessment));
  const assessed = units.map(({ leadCitations: _, ...unit }, at): ReadUnit => {
    if (!isFlagged(unit)) return unit;
    return { ...unit, assessment: alone.get(units[at]!)?.assessment ?? purpose };
  });
  const measures = [...alone].map(([{ classification }, { standing }]) => ({
    standing,
    punishes: classification.labels.includes('P'),
  }));
  return { units: assessed, proposal: proposeDisposal({ regulation, level, measures, total: units.length }) };
};

const basisOfPurpose = (others: readonly ProvisionAssessment[]): ProvisionAssessment => {
  const as = (side: 'national' | 'local'): BasisAnswer => {
    const answers = others.map((other) => other[side].answer);
    const answer = answers.includes('no') ? 'no' : answers.includes('unknown') ? 'unknown' : 'yes';
    return { answer, reason: '本条说明制定目的，不设定具体措施，依据随其他条款' };
  };
  return { national: as('national'), local: as('local'), weighed: [], suggestions: [] };
};

const isFlagged = ({ classification }: Pick<CitedUnit, 'classification'>): boolean =>
  hasLedgerLabel(classification.labels);

/** A file without its decree's number still says by its title that it is a statute of the catalogue. */
export const ownLevel = ({ level, title, documentNumber }: Header): LegalLevel => {
  if (level.value !== 'other') return level.value;
  const known = levelOfCitation({ title: title?.value ?? '', number: documentNumber?.value ?? '' }).level;
  return known === 'unknown' ? 'other' : known;
};

const contextOf = (
  { header }: Regulation,
  level: LegalLevel,
  units: readonly CitedUnit[],
  library: StatuteLibrary,
): BasisContext => {
  const document = citingDocument(header, library);
  const { title } = document;
  const titles = [title, ...[...title.matchAll(ISSUES)].map((match) => match[1]!)];
  const ownTitles = new Set(titles.map(titleKey).filter(Boolean));
  return {
    ...document,
    ownTitles,
    // Only a flagged provision asks for them.
    grounds: units.some(isFlagged)
      ? enactingCitations(units)
          .filter(({ title }) => !ownTitles.has(titleKey(title)))
          .map((citation) => ({ citation, resolution: resolveCitation(citation, document) }))
      : [],
    level,
  };
};
