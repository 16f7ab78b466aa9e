export { type CitedLevel, levelName, levelOfCitation } from './level.js';
export { lookupPolicy, lookupStatute, type Statute } from './statutes.js';
export { findTerritory, holdsIn, territoryName, territoryOfNumber } from './territories.js';
export type { Act, HistoryEntry } from './texts/history.js';
export type { TextPiece } from './texts/pieces.js';
export { parseStatuteText, type StatuteSource, type StatuteText } from './texts/statute-text.js';
export { titleKey } from './titles.js';
