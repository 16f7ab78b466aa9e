import type { Recogniser } from './recognised-page.js';

/** The recogniser with its models, loaded when the first page needs it. */
export const recogniser: Recogniser = async (raster) => (await import('./recognise.js')).recognise(raster);
