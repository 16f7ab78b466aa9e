import {
  BLACKLIST_KINDS,
  DISCLOSURE_KINDS,
  DISPOSALS,
  LABELS,
  type Label,
  PUNISHMENT_KINDS,
  type YesNo,
} from '../../model/index.js';
import { basisChart, disposalChart, flagsChart, kindsChart, progressChart } from '../../reports/index.js';
import type { Count, Overview } from '../api.js';
import { NotFound } from '../errors.js';
import { countOf } from './overview.js';

/** The charts of the overview, by the name in their address; each an SVG picture. */
export const chartOf = (name: string, figures: Overview): Promise<string> => {
  switch (name) {
    case 'flags':
      return flagsChart({
        counted: '件',
        years: figures.years.map(({ value, labels }) => ({
          year: value === '无' ? null : Number(value),
          counts: Object.fromEntries(LABELS.map((label) => [label, labels[label] ?? 0])) as Record<
            Label,
            number
          >,
        })),
      });
    case 'kinds':
      return kindsChart({
        punishment: kindsAmong(PUNISHMENT_KINDS, figures.kinds),
        disclosure: kindsAmong(DISCLOSURE_KINDS, figures.kinds),
        blacklist: kindsAmong(BLACKLIST_KINDS, figures.kinds),
      });
    case 'basis':
      return basisChart({ national: answers(figures.national), local: answers(figures.localBasis) });
    case 'disposal':
      return disposalChart({
        ...(Object.fromEntries(DISPOSALS.map((each) => [each, countOf(figures.disposals, each)])) as Record<
          (typeof DISPOSALS)[number],
          number
        >),
        open: countOf(figures.disposals, '未定'),
      });
    case 'progress': {
      const state = (value: string): number => countOf(figures.states, value);
      return progressChart({
        pending: state('pending'),
        confirmed: state('confirmed'),
        conflict: state('conflict'),
        unread: state('unread'),
        looked: state('looked'),
      });
    }
    default:
      throw new NotFound('没有这个图表');
  }
};

const answers = (counts: readonly Count[]): Record<YesNo, number> => ({
  是: countOf(counts, '是'),
  否: countOf(counts, '否'),
  待核实: countOf(counts, '待核实'),
});

const kindsAmong = <Kind extends string>(
  among: readonly Kind[],
  kinds: readonly Count[],
): { kind: Kind; count: number }[] =>
  among.map((kind) => ({ kind, count: countOf(kinds, kind) })).filter(({ count }) => count > 0);
