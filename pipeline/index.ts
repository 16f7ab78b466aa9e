export { weighClaim } from './assess/claimed.js';
export { isPurpose } from './assess/enacting-clause.js';
export { type SuppressionEntry, Suppressions } from './assess/rules/suppressions.js';
export { RULES } from './assess/rules/table.js';
export { type CorrectedManuscript, correctManuscript } from './correct/correct.js';
export { type DoubtfulWords, doubtfulWords } from './correct/doubtful.js';
export { CorrectedPlaces } from './correct/places.js';
export { type Reanalysed, Reanalysis, type ReanalysisRequest } from './correct/reanalysis.js';
export { fieldOf } from './filed-ledger/headings.js';
export { readFiledLedgers } from './filed-ledger/read.js';
export { EXPORTS_FOLDER } from './intake/names.js';
export { checkLibrary, type LibraryIssue, type LibraryIssueKind } from './library/check.js';
export { type ImportReport, type ImportRequest, importStatutes, type LeftOut } from './library/import.js';
export { type TrainedModel, withModelFile } from './model-file.js';
export { nameByFile } from './name-by-file.js';
export { type Content, type ContentOptions, contentOf, type Original } from './originals/content-of.js';
export {
  DEFAULT_PAGE_WIDTH,
  PAGE_WIDTHS,
  type PageAnswer,
  PageImages,
  type PageImagesOptions,
  type PageRequest,
} from './originals/page-images.js';
export type { Unavailable } from './originals/unavailable.js';
export { DEFAULT_LIMITS, type WorkLimits } from './pool.js';
export { markOfPassage, PERSON, passageKeys, type SaidOfPassage } from './said.js';
export { type ScanRun, scan } from './scan.js';
export type { ScanRequest } from './scan-request.js';
export { readSingle, type SingleFile } from './single.js';
export { libraryOf, type Versions, versionsOf } from './versions.js';
export type { LibraryRef, ModelRef, Reading } from './work.js';
