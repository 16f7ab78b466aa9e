import type { DisposalProposal, DraftRow, ReadUnit, Regulation } from '../model/index.js';
/** The ledger row of a document, or null when none of its units carries a ledger label. */
export const draft = (
  _regulation: Regulation,
  _units: readonly ReadUnit[],
  _proposal: DisposalProposal | null,
): DraftRow | null => null;
