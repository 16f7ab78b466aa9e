export { findAbbreviations, findBlanketReferences, findCitations } from './find.js';
