import { existsSync, readFileSync } from 'node:fs';
import type { LearnedModel } from './model.js';
import { decodeModel } from './model-file.js';

/** The weights stand beside the sources; the compiled program in dist/ looks there, too. */
const place = (): URL =>
  ['./weights/model.qgm', '../../../classifiers/learned/weights/model.qgm']
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url)) ?? new URL('./weights/model.qgm', import.meta.url);

let shipped: LearnedModel | undefined;

/** The model that comes with the program; read once a process, when the first text asks for it. */
export const shippedModel = (): LearnedModel => {
  shipped ??= decodeModel(readFileSync(place()));
  return shipped;
};
