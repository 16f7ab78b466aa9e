export { findAbbreviations } from './abbreviations.js';
export { findBlanketReferences } from './blanket.js';
export { findCitations } from './find.js';
