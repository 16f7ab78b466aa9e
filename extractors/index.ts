export { detectFormat } from './detect.js';
export { EXTRACTOR_VERSION, extract } from './extract.js';
