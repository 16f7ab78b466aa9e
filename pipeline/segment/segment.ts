import type { Manuscript, Regulation, Unit } from '../../model/index.js';
/** The documents of one file, in order. At least one for any text. */
export const segment = (_manuscript: Manuscript): Regulation[] => [];
/** What is classified as one, in reading order. */
export const unitsOf = (_regulation: Regulation, _manuscript: Manuscript): Unit[] => [];
/** The narrowest path of a provision that holds the span. */
export const placeOf = (_regulation: Regulation, _span: { start: number; end: number }): string => '';
