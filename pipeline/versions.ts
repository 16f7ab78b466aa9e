import { CLASSIFIER_VERSION } from '../classifiers/index.js';
import { EXTRACTOR_VERSION } from '../extractors/index.js';

/** Raise when segment, cite, assess or draft may give another result for the same manuscript. */
const STAGES_VERSION = '1';

/**
 * Under which versions stage results are kept. Manuscripts of another version are made again from the file's
 * bytes; analyses of another version from the stored manuscript, where its version still holds.
 */
export const VERSIONS = {
  manuscript: EXTRACTOR_VERSION,
  analysis: [EXTRACTOR_VERSION, CLASSIFIER_VERSION, STAGES_VERSION].join('+'),
} as const;
