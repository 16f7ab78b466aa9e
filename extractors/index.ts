export { detectFormat } from './detect.js';
export { DEFAULT_READING, EXTRACTOR_VERSION, extract, type ReadingOptions } from './extract.js';
