import { DISPOSALS } from '../../model/index.js';
import type { DisposalFigures, ProgressFigures } from '../charts/figures.js';
import type { SummaryFigures, UnreadFile } from './figures.js';

/** Rows by 处置方式. */
export const disposalsOf = ({ rows }: Pick<SummaryFigures, 'rows'>): DisposalFigures => {
  const counts = { 保留: 0, 修订: 0, 立法: 0, 废止: 0, open: 0 };
  for (const { disposal } of rows) counts[disposal || 'open'] += 1;
  return counts;
};

/** How far people are. */
export const progressOf = ({
  rows,
  unreadFiles,
}: Pick<SummaryFigures, 'rows' | 'unreadFiles'>): ProgressFigures => {
  const counts = { pending: 0, confirmed: 0, conflict: 0 };
  for (const { state } of rows) counts[state] += 1;
  const looked = unreadFiles.filter((file) => file.looked).length;
  return { ...counts, looked, unread: unreadFiles.length - looked };
};

/** Files that could not be read by reason: most first, equal ones by the reason's words. */
export const reasonsOf = (
  files: readonly UnreadFile[],
): { readonly reason: string; readonly count: number }[] => {
  const counts = new Map<string, number>();
  for (const { reason } of files) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
};

/** The order of the list by disposal: what has to be done first, what stays last, what nobody has said before it. */
export const LISTED_DISPOSALS = [...DISPOSALS.filter((each) => each !== '保留'), '', '保留'] as const;
