import { confirmedInLane } from '../../store/index.js';
import { bothDone } from './agreement.js';
import type { DeskContext } from './context.js';
import { type PartOfFile, partsOf } from './file.js';

/** Documents that two reviewers are done with, in the order of the folder. */
export const reviewedTwice = async ({ store, collection }: DeskContext): Promise<PartOfFile[]> => {
  const parts = await partsOf(store, await confirmedInLane(store, collection, 'second'));
  return parts.filter(({ values }) => bothDone(values));
};
