import { CLASSIFIER_VERSION, KINDS_VERSION, shippedModel } from '../classifiers/index.js';
import { CITATION_VERSION } from '../extractors/citations/index.js';
import { EXTRACTOR_VERSION } from '../extractors/index.js';
import { ASSESSMENT_VERSION } from './assess/assess.js';
import { RULES_VERSION } from './assess/rules/check.js';
import { DRAFT_VERSION } from './draft.js';
import { FILED_LEDGER_VERSION } from './filed-ledger/read.js';
import { SEGMENT_VERSION } from './segment/segment.js';
import type { ModelRef, Reading } from './work.js';

/** Under which versions stage results are kept. */
export interface Versions {
  readonly manuscript: string;
  readonly analysis: string;
}

/** What results depend on, beside the stages. */
export interface Conditions extends Pick<Reading, 'ocr' | 'library'> {
  /** The user's own model; absent for the one that comes with the program. */
  readonly model?: Pick<ModelRef, 'fingerprint'>;
}

/** Where the library's fingerprint stands in the version of an analysis. */
const LIBRARY_PLACE = 9;
const NO_LIBRARY = 'no-library';

/** Which library of statute texts the analyses of a version were made with, by its fingerprint; null for none. */
export const libraryOf = (version: string): string | null => {
  const print = version.split('+')[LIBRARY_PLACE];
  return print === undefined || print === NO_LIBRARY ? null : print;
};

/**
 * Manuscripts of another version are made again from the file's bytes; analyses of another version from the stored
 * manuscript, where its version still holds. Each stage's own version stands beside it and is raised when it may give
 * another result for the same input. What was read without recognition is no result of a scan with it.
 */
export const versionsOf = ({ ocr, library, model }: Conditions): Versions => {
  const manuscript = ocr ? EXTRACTOR_VERSION : `${EXTRACTOR_VERSION}-without-ocr`;
  return {
    manuscript,
    analysis: [
      manuscript,
      FILED_LEDGER_VERSION,
      SEGMENT_VERSION,
      CLASSIFIER_VERSION,
      model?.fingerprint ?? shippedModel().fingerprint,
      KINDS_VERSION,
      CITATION_VERSION,
      ASSESSMENT_VERSION,
      DRAFT_VERSION,
      library?.fingerprint || NO_LIBRARY,
      RULES_VERSION,
    ].join('+'),
  };
};
