export { type CitedLevel, levelName, levelOfCitation } from './level.js';
export { type Measure, measureKindsIn, measureLabels, measureName, measuresIn } from './measures/find.js';
export { MEASURE_KINDS, type MeasureId, type MeasureKind } from './measures/kinds.js';
export { labelsOf, providesFor } from './measures/provides.js';
export { lookupPolicy, lookupStatute, type Statute } from './statutes.js';
export { findTerritory, holdsIn, territoryName, territoryOfNumber } from './territories.js';
export { titleKey } from './titles.js';
