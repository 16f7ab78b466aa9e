import type { Citation, ReadUnit } from '../../model/index.js';

/** A unit after classification and citation, before assessment. */
export interface CitedUnit extends Omit<ReadUnit, 'assessment'> {
  /** Those of the words that introduce the list of which the unit is an entry; offsets are in `unit.lead`. */
  readonly leadCitations: readonly Citation[];
}
