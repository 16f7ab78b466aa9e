export { CLASSIFIER_VERSION, classify } from './classify.js';
export { compactForm, originalSpan, withOffsets } from './compact.js';
export type { ClassifierInput } from './cue-reading.js';
export { BAD_CREDIT, CREDIT_STANDING, CREDIT_STORE, gap, NEGATIVE_LIST } from './cues/vocabulary.js';
export { type Encoder, openEncoder } from './encoder/encoder.js';
export type { Neighbour } from './encoder/nearest.js';
export { type SimilarIndex, similarByEncoder, similarByPairs } from './encoder/similar.js';
export { CUES, type CueInfo, cueMeaning } from './meaning.js';
