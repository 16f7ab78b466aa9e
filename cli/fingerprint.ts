import { createHash } from 'node:crypto';
import type { Versions } from '../pipeline/index.js';
import { filesOf, type Store } from '../store/index.js';
import { version } from './version.js';

/** Raise when the same results may be rendered differently by the same version of the program. */
const RENDERING_VERSION = '6';

/** A scan's results in short. */
export interface ResultPrint {
  /** The same for the same files with the same outcomes in the same places. */
  readonly print: string;
  /** Whether every file that was read was taken over from an earlier scan. */
  readonly allReused: boolean;
}

/** Tells one scan's results from another's, without reading what the files say: their hashes stand for that. */
export const printOf = async (store: Store, scan: number): Promise<ResultPrint> => {
  const hash = createHash('sha256');
  let allReused = true;
  for await (const { source, hash: content, bytes, format, status, reason, reused } of filesOf(store, scan)) {
    hash.update(`${JSON.stringify([source, content, bytes, format, status, reason ?? null])}\n`);
    if (status === 'read' && !reused) allReused = false;
  }
  return { print: hash.digest('hex'), allReused };
};

/** A short name for everything that an output is made from: the parts, the program and the stages. */
export const fingerprintOf = (versions: Versions, ...parts: unknown[]): string =>
  createHash('sha256')
    .update(JSON.stringify([version(), RENDERING_VERSION, versions, ...parts]))
    .digest('hex');
