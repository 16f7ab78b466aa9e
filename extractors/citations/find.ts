import type { BlanketReference, Citation } from '../../model/index.js';
/** Short names introduced by 以下简称, with the title each stands for. */
export const findAbbreviations = (_text: string): ReadonlyMap<string, string> => new Map();
/** Every reference to a legal text in `text`, in order. `abbreviations`: those of the whole document. */
export const findCitations = (_text: string, _abbreviations?: ReadonlyMap<string, string>): Citation[] => [];
/** References that name nothing: 有关法律、法规. */
export const findBlanketReferences = (_text: string): BlanketReference[] => [];
