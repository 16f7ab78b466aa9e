import { createHash } from 'node:crypto';
import type { AuditItem } from '../model/index.js';

/** An item before it has its id. */
export type PlainItem = Omit<AuditItem, 'id'>;

/** What an item says beside whose it is. */
export type Said = Pick<AuditItem, 'kind' | 'certain' | 'column' | 'said' | 'found' | 'evidence' | 'reason'>;

/** How much of the hash: among a million items hardly two are alike. */
const LENGTH = 12;

/** Gives each item its id: by whose and of what it is, not by what is said. */
export const numbered = (items: readonly PlainItem[]): AuditItem[] => {
  const known = new Map<string, number>();
  return items.map((item) => {
    const { kind, unit, row, column, document } = item;
    const subject = JSON.stringify([kind, unit, row?.document, column, document?.name, document?.source]);
    const before = known.get(subject) ?? 0;
    known.set(subject, before + 1);
    const hash = createHash('sha256')
      .update(`${subject}${before || ''}`)
      .digest('hex');
    return { id: hash.slice(0, LENGTH), ...item };
  });
};
