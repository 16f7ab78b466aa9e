import type { DisposalProposal, ReadUnit, Regulation } from '../../model/index.js';

/** A unit after classification and citation, before assessment. */
export type CitedUnit = Omit<ReadUnit, 'assessment'>;

/** Weighs the basis of each unit that carries a ledger label and proposes a 处置方式 for the document. */
export const assess = (
  _regulation: Regulation,
  units: readonly CitedUnit[],
): { units: readonly ReadUnit[]; proposal: DisposalProposal | null } => ({ units, proposal: null });
