export { ARTICLE_HEAD } from './articles.js';
export { dataFile } from './data-file.js';
export { type LabelledProvision, labelsFromCode, writtenProvisions } from './labelled/labelled.js';
export {
  joinReferences,
  type LabelReference,
  labelReferences,
  markOf,
  type UnjoinedReference,
} from './labelled/references.js';
export { type CitedLevel, levelName, levelOfCitation, sidesOf } from './level.js';
export { type Measure, measureKindsIn, measureLabels, measureName, measuresIn } from './measures/find.js';
export { MEASURE_KINDS, type MeasureId, type MeasureKind } from './measures/kinds.js';
export { labelsOf, providesFor } from './measures/provides.js';
export { lookupMinistryDocument, lookupPolicy } from './policies.js';
export { backingOf, type ProvisionMeasures } from './resolve/backing.js';
export { citedPart, paragraphsOf, paragraphText } from './resolve/paragraphs.js';
export { type CitingContext, resolveCitation } from './resolve/resolve.js';
export { verdictOf } from './resolve/verdict.js';
export { lookupStatute, type Statute, type Step } from './statutes.js';
export { type BasisWanted, type SuggestedBasis, suggestBases } from './suggest.js';
export { findTerritory, holdsIn, territoryName, territoryOfNumber } from './territories.js';
export type { Act, HistoryEntry } from './texts/history.js';
export type { TextPiece } from './texts/pieces.js';
export { parseStatuteText, type StatuteSource, type StatuteText } from './texts/statute-text.js';
export { titleKey } from './titles.js';
