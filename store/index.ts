export {
  addJudgements,
  type JudgedText,
  type Judgement,
  judgedTexts,
  lastJudgement,
  settledTexts,
} from './judgements.js';
export type { LibraryFile, StatuteEntry } from './library/entry.js';
export type { OpenLibrary } from './library/open-library.js';
export { openLibrary } from './library/read.js';
export { LibraryWriter } from './library/write.js';
export { LOCK_NAME, lockFolder } from './lock.js';
export {
  bytesOfModel,
  currentModel,
  installModel,
  type NewModel,
  type StoredModel,
  stepBack,
  storedModels,
  useModel,
} from './models.js';
export { openStore } from './open.js';
export {
  announceOutput,
  confirmOutput,
  findOutput,
  findSummary,
  saveSummary,
  type WrittenOutput,
} from './outputs.js';
export { pack, unpack } from './packed.js';
export { workingRefusal } from './refusals.js';
export {
  type AnalysedFile,
  analysedFiles,
  beginScan,
  filesOf,
  finishScan,
  placeOf,
  recordFiles,
  rootsOf,
  type ScannedFile,
} from './scans.js';
export type { Store } from './schema.js';
export {
  findKept,
  findManuscript,
  findMembers,
  type KeptStages,
  keptOfCollection,
  type PackedAnalysis,
  type StageResults,
  type StoredManuscript,
} from './stage-results.js';
