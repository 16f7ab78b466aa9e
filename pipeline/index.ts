export { readFiledLedgers } from './filed-ledger/read.js';
export { nameByFile } from './name-by-file.js';
export { DEFAULT_LIMITS, type WorkLimits } from './pool.js';
export { type ScanRequest, type ScanRun, scan } from './scan.js';
export { readSingle, type SingleFile } from './single.js';
export { VERSIONS } from './versions.js';
