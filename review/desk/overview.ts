import { LABELS, type Label, type ReviewState } from '../../model/index.js';
import { needsPerson } from '../../reports/index.js';
import { chartFacts, countBy, countFiles, lastScan, unreadFiles } from '../../store/index.js';
import type { Count, Overview } from '../api.js';
import type { Who } from '../server/desk.js';
import { agreementOf } from './agreement.js';
import type { DeskContext } from './context.js';
import { untilListChanges } from './memo.js';
import { reviewedTwice } from './twice.js';

/**
 * How far the collection is, and what stands in it. The second reviewer's is made of what the tool says and of how far they
 * are themselves: sums that follow the first's decisions would give them away one by one.
 */
export const overview = (context: DeskContext, { lane }: Who): Promise<Overview> => {
  const blind = lane === 'second';
  return untilListChanges(context, blind ? 'blind overview' : 'overview', () => figuresOf(context, blind));
};

const figuresOf = async (context: DeskContext, blind: boolean): Promise<Overview> => {
  const { store, collection } = context;
  const [states, labels, facts, unread] = await Promise.all([
    countBy(store, collection, blind ? 'second_state' : 'state'),
    countBy(store, collection, blind ? 'labels' : 'decided'),
    chartFacts(store, collection, blind ? 'labels' : 'decided'),
    unreadFiles(store, collection, blind ? 'second_state' : 'state'),
  ]);
  const count = (state: ReviewState): number => countOf(states, state);
  const confirmed = count('confirmed');
  return {
    files: await fileCounts(context),
    documents: states.reduce((sum, each) => sum + each.count, 0) - count('unread') - count('looked'),
    states: states as readonly Count<ReviewState>[],
    toConfirm: confirmed + count('pending') + count('conflict'),
    confirmed,
    labels: labelCounts(labels),
    years: yearCounts(facts),
    unread: unread.map((each) => ({
      id: each.id,
      source: each.source,
      remark: blind ? each.unread : each.remark,
    })),
    ...(blind ? draftFigures(labels) : await decidedFigures(context, facts)),
  };
};

type DecidedFigures = Pick<
  Overview,
  'rows' | 'kinds' | 'national' | 'localBasis' | 'disposals' | 'agreement'
>;

/** What follows what the first reviewer has decided. */
const decidedFigures = async (context: DeskContext, facts: Facts): Promise<DecidedFigures> => {
  const { store, collection } = context;
  const [hasRow, national, localBasis, disposals, twice] = await Promise.all([
    countBy(store, collection, 'has_row'),
    countBy(store, collection, 'national', true),
    countBy(store, collection, 'local', true),
    countBy(store, collection, 'disposal', true),
    reviewedTwice(context),
  ]);
  return {
    rows: countOf(hasRow, '1'),
    kinds: kindCounts(facts),
    national,
    localBasis,
    disposals: disposals.map(({ value, count: times }) => ({ value: value || '未定', count: times })),
    agreement: agreementOf(twice.map(({ values }) => values)),
  };
};

/** The list keeps no answers but those that follow the first reviewer: to the second it gives none. */
const draftFigures = (labels: readonly Count[]): DecidedFigures => ({
  rows: labels.filter(({ value }) => /[DBP]/u.test(value)).reduce((sum, { count }) => sum + count, 0),
  kinds: [],
  national: [],
  localBasis: [],
  disposals: [],
  agreement: null,
});

/** Every file that the scan found is read, skipped by rule, or unread. */
export const fileCounts = async ({ store, collection }: DeskContext): Promise<Overview['files']> => {
  const counts = { found: 0, read: 0, skipped: 0, unread: 0 };
  const last = await lastScan(store, collection);
  for (const { count, ...file } of last ? await countFiles(store, last.scan) : []) {
    counts.found += count;
    counts[file.status === 'read' ? 'read' : needsPerson(file) ? 'unread' : 'skipped'] += count;
  }
  return counts;
};

/** How often a value was counted. */
export const countOf = (counts: readonly Count[], value: string): number =>
  counts.find((each) => each.value === value)?.count ?? 0;

/** How many documents have each label. */
export const labelCounts = (decided: readonly Count[]): Count<Label>[] =>
  LABELS.map((label) => ({
    value: label,
    count: decided.filter(({ value }) => value.includes(label)).reduce((sum, { count }) => sum + count, 0),
  })).filter(({ count }) => count > 0);

type Facts = Awaited<ReturnType<typeof chartFacts>>;

const yearCounts = (facts: Facts): Overview['years'] => {
  const years = new Map<string, { count: number; labels: Partial<Record<Label, number>> }>();
  for (const { year, labels } of facts) {
    const entry = years.get(year) ?? { count: 0, labels: {} };
    entry.count += 1;
    for (const label of LABELS)
      if (labels.includes(label)) entry.labels[label] = (entry.labels[label] ?? 0) + 1;
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
