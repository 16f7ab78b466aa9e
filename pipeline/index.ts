export { readFiledLedgers } from './filed-ledger/read.js';
export { nameByFile } from './name-by-file.js';
export { DEFAULT_LIMITS, type WorkLimits } from './pool.js';
export { type ScanRun, scan } from './scan.js';
export type { ScanRequest } from './scan-request.js';
export { readSingle, type SingleFile } from './single.js';
export { type Versions, versionsOf } from './versions.js';
export type { Reading } from './work.js';
