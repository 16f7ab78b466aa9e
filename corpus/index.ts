export { type CitedLevel, levelName, levelOfCitation } from './level.js';
export { lookupPolicy, lookupStatute, type Statute } from './statutes.js';
export { findTerritory, holdsIn, territoryName, territoryOfNumber } from './territories.js';
export { titleKey } from './titles.js';
