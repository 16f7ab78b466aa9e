import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Store } from '../store/index.js';
import { DEFAULT_OUTPUT } from './folder.js';

/**
 * What the store calls an output folder. The database that lies in the folder moves with it, so there the
 * path must not matter; a database elsewhere tells several folders apart.
 *
 * @param output absolute, without links (`outputFolder`).
 */
export const collectionOf = (
  store: Store,
  { database }: { readonly database?: string },
  output: string,
): string => (store.dialect === 'sqlite' && !database ? '.' : output);

/** The absolute path of an output folder, without links; a folder that is not there has the path that was given. */
export const outputFolder = async (output = DEFAULT_OUTPUT): Promise<string> =>
  realpath(output).catch(() => resolve(output));
