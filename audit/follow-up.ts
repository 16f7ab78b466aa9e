import type {
  AuditItem,
  AuditReply,
  AuditReport,
  AuditRound,
  FollowedItem,
  ItemState,
} from '../model/index.js';
import { grouped } from './grouped.js';

/**
 * What has become of every item that was ever found, those of the last comparisons first in their order.
 *
 * An item counts as corrected once a comparison that could have found it does not: one with a ledger of the same unit. A
 * comparison of other units' ledgers says nothing of it.
 *
 * @param rounds the oldest first.
 * @param replies the oldest first.
 */
export const followedItems = (
  rounds: readonly AuditRound[],
  replies: readonly AuditReply[],
): FollowedItem[] => {
  const known = new Map<string, Pick<FollowedItem, 'item' | 'raised' | 'corrected'>>();
  for (const { number, at, report } of rounds) {
    const found = new Set(report.items.map(({ id }) => id));
    for (const [id, kept] of known)
      if (!found.has(id) && !kept.corrected && couldFind(report, kept.item))
        known.set(id, { ...kept, corrected: { number, at } });
    for (const item of report.items) {
      const raised = known.get(item.id)?.raised ?? { number, at };
      // Found again: it was not corrected, or has come back.
      known.delete(item.id);
      known.set(item.id, { item, raised, corrected: null });
    }
  }
  const said = grouped(replies, ({ item }) => item);
  const items = [...known.values()].map((kept) => {
    const own = (said.get(kept.item.id) ?? []).map((at) => replies[at]!);
    return { ...kept, state: stateOf(kept.corrected !== null, own), replies: own };
  });
  return [...items.filter(({ corrected }) => !corrected), ...items.filter(({ corrected }) => corrected)];
};

const stateOf = (isCorrected: boolean, replies: readonly AuditReply[]): ItemState =>
  isCorrected ? 'corrected' : (replies.at(-1)?.kind ?? 'open');

/** Whether a comparison looked where the item was found. */
const couldFind = (
  { ledgers, units, since, issuer }: AuditReport,
  { kind, unit, ...item }: AuditItem,
): boolean => {
  const filed = new Set(ledgers.map((ledger) => ledger.unit));
  if (kind === 'no-ledger') return filed.has(unit) || units.includes(unit);
  if (kind === 'new') return since !== null && isWhole(issuer);
  if (unit !== '') return filed.has(unit) && (item.row !== null || isWhole(issuer));
  // Of no single unit: found where several have filed, or one that does not say who it is.
  return filed.has('') || filed.size > 1;
};

/** A comparison with one unit's documents has not looked at those of others. */
const isWhole = (issuer: string): boolean => issuer === '';
