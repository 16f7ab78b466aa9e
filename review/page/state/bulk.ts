import type { Change, SamePassages } from '../../api.js';
import type { Item } from './changes.js';

export type Same = SamePassages['passages'][number];

/**
 * The request by which what was said of one passage is said of others with the same words.
 * @param own decided findings of the passage.
 * @returns one entry a document; passages of which all of it is said already give nothing.
 */
export const bulkItems = (
  own: readonly Item[],
  passages: readonly Same[],
): { document: number; changes: Change[] }[] => {
  const byDocument = new Map<number, Change[]>();
  for (const { document, passage, decisions, seen } of passages) {
    for (const { label, stand } of own) {
      if (stand === 'open' || decisions[label]?.verdict === stand) continue;
      const changes = byDocument.get(document) ?? [];
      changes.push({ kind: 'finding', passage, label, seen: seen[label] ?? 0, after: { verdict: stand } });
      byDocument.set(document, changes);
    }
  }
  return [...byDocument].map(([document, changes]) => ({ document, changes }));
};
