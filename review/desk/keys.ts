import type { ReadDocument } from '../../model/index.js';
import { passageKeys } from '../../pipeline/index.js';

const KNOWN = new WeakMap<ReadDocument['units'], readonly string[]>();

/**
 * The keys of a document's units, in their order; none of what could not be read. Each is a hash, and one view of a document
 * asks for them several times: they are counted once.
 */
export const keysOf = (document: Pick<ReadDocument, 'units'> | null): readonly string[] => {
  if (!document) return [];
  const { units } = document;
  const known = KNOWN.get(units);
  if (known) return known;
  const keys = passageKeys(units.map(({ unit }) => unit.text));
  KNOWN.set(units, keys);
  return keys;
};
