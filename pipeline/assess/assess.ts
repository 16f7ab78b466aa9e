import { findTerritory, territoryOfNumber } from '../../corpus/index.js';
import { type DisposalProposal, LEDGER_LABELS, type ReadUnit, type Regulation } from '../../model/index.js';
import { type BasisContext, basisOf } from './basis.js';
import { proposeDisposal } from './disposal.js';
import { enactingCitations } from './enacting-clause.js';

/** What a notice issues or amends; what it forwards or carries out (转发, 贯彻) is another body's and may be a basis. */
const ISSUES = /(?:印发|公布|发布|修改|修订)[《〈]([^《》]{2,120})[》〉]/gu;

/** A unit after classification and citation, before assessment. */
export type CitedUnit = Omit<ReadUnit, 'assessment'>;

/** Weighs the basis of each unit that carries a ledger label and proposes a 处置方式 for the document. */
export const assess = (
  regulation: Regulation,
  units: readonly CitedUnit[],
): { units: readonly ReadUnit[]; proposal: DisposalProposal | null } => {
  const context = contextOf(regulation, units);
  const assessed = units.map(
    (unit): ReadUnit => (isFlagged(unit) ? { ...unit, assessment: basisOf(unit, context) } : unit),
  );
  const flagged = assessed.filter(({ assessment }) => assessment);
  return { units: assessed, proposal: proposeDisposal(regulation, flagged, units.length) };
};

const isFlagged = ({ classification }: CitedUnit): boolean =>
  LEDGER_LABELS.some((label) => classification.labels.includes(label));

const contextOf = ({ header }: Regulation, units: readonly CitedUnit[]): BasisContext => {
  const title = header.title?.value ?? '';
  const issuer = header.issuer?.value ?? '';
  return {
    territory:
      header.territory ??
      findTerritory(issuer) ??
      findTerritory(title) ??
      territoryOfNumber(header.documentNumber?.value ?? ''),
    names: `${issuer}\n${header.issuers.join('\n')}\n${title}`,
    // 关于印发《…办法》的通知 speaks of the 办法 as its own.
    ownTitles: [title, ...[...title.matchAll(ISSUES)].map((match) => match[1]!)],
    enacting: enactingCitations(units),
    departmental: header.level.value === 'departmental-rule',
  };
};
