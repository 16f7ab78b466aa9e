export { openStore } from './open.js';
export { announceOutput, confirmOutput, findOutput, type WrittenOutput } from './outputs.js';
export { pack, unpack } from './packed.js';
export {
  type AnalysedFile,
  analysedFiles,
  beginScan,
  finishScan,
  latestScan,
  recordFiles,
  type ScannedFile,
} from './scans.js';
export type { Store } from './schema.js';
export {
  findKept,
  findManuscript,
  type KeptStages,
  type PackedAnalysis,
  type StageResults,
  type StoredManuscript,
} from './stage-results.js';
