import type { AuditItem, AuditReport, FollowedItem, FollowUp, RoundMark } from '../../model/index.js';
import { followedById } from './follow-words.js';

/** An item with what has become of it. */
export interface AuditOutputItem extends AuditItem, Pick<FollowedItem, 'state' | 'raised' | 'replies'> {}

/** What `qinggui audit --json` writes. */
export interface AuditOutput extends Omit<AuditReport, 'items'> {
  readonly round: RoundMark;
  readonly items: readonly AuditOutputItem[];
  /** Items of earlier comparisons that are not found any more. */
  readonly corrected: readonly FollowedItem[];
}

/** The audit as data. */
export const auditJson = ({ items, ...report }: AuditReport, follow: FollowUp): AuditOutput => {
  const followed = followedById(follow);
  return {
    ...report,
    round: follow.round,
    items: items.map((item) => {
      const { state, raised, replies } = followed.get(item.id)!;
      return { ...item, state, raised, replies };
    }),
    corrected: follow.items.filter(({ corrected }) => corrected !== null),
  };
};
