export { findAbbreviations } from './abbreviations.js';
export { findBlanketReferences } from './blanket.js';
export { CITATION_VERSION, findCitations } from './find.js';
