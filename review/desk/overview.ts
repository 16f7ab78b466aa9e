import { type FileOutcome, LABELS, type Label, type ReviewState } from '../../model/index.js';
import { needsPerson } from '../../reports/index.js';
import { chartFacts, countBy, filesOf, lastScan, unreadFiles } from '../../store/index.js';
import type { Count, Overview } from '../api.js';
import { agreementOf } from './agreement.js';
import type { DeskContext } from './context.js';
import { reviewedTwice } from './twice.js';

/** How far the collection is, and what stands in it. */
export const overview = async (context: DeskContext): Promise<Overview> => {
  const { store, collection } = context;
  const [states, decided, national, local, disposals, facts, unread, hasRow] = await Promise.all([
    countBy(store, collection, 'state'),
    countBy(store, collection, 'decided'),
    countBy(store, collection, 'national', true),
    countBy(store, collection, 'local', true),
    countBy(store, collection, 'disposal', true),
    chartFacts(store, collection),
    unreadFiles(store, collection),
    countBy(store, collection, 'has_row'),
  ]);
  const count = (state: ReviewState): number => states.find(({ value }) => value === state)?.count ?? 0;
  const confirmed = count('confirmed');
  return {
    files: await fileCounts(context),
    documents: states.reduce((sum, each) => sum + each.count, 0) - count('unread') - count('looked'),
    rows: hasRow.find(({ value }) => value === '1')?.count ?? 0,
    states: states as readonly Count<ReviewState>[],
    toConfirm: confirmed + count('pending') + count('conflict'),
    confirmed,
    labels: labelCounts(decided),
    years: yearCounts(facts),
    kinds: kindCounts(facts),
    national,
    localBasis: local,
    disposals: disposals.map(({ value, count: times }) => ({ value: value || '未定', count: times })),
    unread: unread.map(({ id, source, remark }) => ({ id, source, remark })),
    agreement: agreementOf((await reviewedTwice(context)).map(({ values }) => values)),
  };
};

/** Every file that the scan found is read, skipped by rule, or unread. */
const fileCounts = async ({ store, collection }: DeskContext): Promise<Overview['files']> => {
  const counts = { found: 0, read: 0, skipped: 0, unread: 0 };
  const last = await lastScan(store, collection);
  if (!last) return counts;
  for await (const file of filesOf(store, last.scan)) {
    counts.found += 1;
    counts[fateOf(file)] += 1;
  }
  return counts;
};

const fateOf = (file: FileOutcome): 'read' | 'skipped' | 'unread' => {
  if (file.status === 'read') return 'read';
  return needsPerson(file) ? 'unread' : 'skipped';
};

/** How many documents have each label. */
export const labelCounts = (decided: readonly Count[]): Count<Label>[] =>
  LABELS.map((label) => ({
    value: label,
    count: decided.filter(({ value }) => value.includes(label)).reduce((sum, { count }) => sum + count, 0),
  })).filter(({ count }) => count > 0);

type Facts = Awaited<ReturnType<typeof chartFacts>>;

const yearCounts = (facts: Facts): Overview['years'] => {
  const years = new Map<string, { count: number; labels: Partial<Record<Label, number>> }>();
  for (const { year, decided } of facts) {
    const entry = years.get(year) ?? { count: 0, labels: {} };
    entry.count += 1;
    for (const label of LABELS)
      if (decided.includes(label)) entry.labels[label] = (entry.labels[label] ?? 0) + 1;
    years.set(year, entry);
  }
  return [...years]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([year, entry]) => ({ value: year || '无', ...entry }));
};

const kindCounts = (facts: Facts): Count[] => {
  const counts = new Map<string, number>();
  for (const { kinds } of facts)
    for (const [kind, count] of Object.entries(JSON.parse(kinds) as Record<string, number>))
      counts.set(kind, (counts.get(kind) ?? 0) + count);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
};
