export { isContainer, type Member, type UnpackOptions, unpack } from './containers/unpack.js';
export { detectFormat } from './detect.js';
export { drawPage, hasPageImages } from './display/draw-page.js';
export type { PageImage, PageWish, PageWord } from './display/sheet.js';
export { decodeText } from './encoding.js';
export { DEFAULT_READING, EXTRACTOR_VERSION, extract, type ReadingOptions } from './extract.js';
export { sourceTextOf } from './source-text.js';
