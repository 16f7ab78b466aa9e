export { CLASSIFIER_VERSION, type ClassifierInput, classify } from './classify.js';
