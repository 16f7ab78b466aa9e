import { readFileSync } from 'node:fs';
import { dataFile } from '../../corpus/index.js';
import type { LearnedModel } from './model.js';
import { decodeModel } from './model-file.js';

let shipped: LearnedModel | undefined;

/** The model that comes with the program; read once a process, when the first text asks for it. */
export const shippedModel = (): LearnedModel => {
  shipped ??= decodeModel(
    readFileSync(dataFile(import.meta.url, 'classifiers/learned/', 'weights/model.qgm')),
  );
  return shipped;
};
