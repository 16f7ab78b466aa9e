export { CLASSIFIER_VERSION, type ClassifierInput, classify } from './classify.js';
export { CUES, type CueInfo, cueMeaning } from './meaning.js';
