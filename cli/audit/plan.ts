import { mostMissing, type SamplePlan, sampleSize } from '../../audit/index.js';
import { table } from '../evaluate/table.js';
import { percent } from './percent.js';

/** What `audit plan` is called with; without `hits` several are shown. */
export interface PlanOptions extends Omit<SamplePlan, 'hits'> {
  readonly hits?: number;
  readonly json?: boolean;
}

/** Allowances that a person chooses from. */
const SHOWN = 6;
/** The target can not be shown, whatever the sample. */
const IMPOSSIBLE = 1;

/** `qinggui audit plan`. Returns the exit status, 1 where no sample shows the target. */
export const runPlan = (
  options: PlanOptions,
  say = (words: string): void => void process.stdout.write(words),
): number => {
  const { hits, json = false, population, positives, recall, confidence } = options;
  const plan = { population, positives, recall, confidence };
  const allowances = hits === undefined ? Array.from({ length: SHOWN }, (_, index) => index) : [hits];
  const sizes = allowances.map((allowed) => ({
    hits: allowed,
    sample: sampleSize({ ...plan, hits: allowed }),
  }));
  say(json ? `${JSON.stringify({ ...plan, sizes })}\n` : planText(plan, sizes));
  return sizes.some(({ sample }) => sample !== null) ? 0 : IMPOSSIBLE;
};

interface Size {
  readonly hits: number;
  /** null where no sample shows the target. */
  readonly sample: number | null;
}

const planText = (plan: Omit<SamplePlan, 'hits'>, sizes: readonly Size[]): string => {
  const { population, positives, recall, confidence } = plan;
  return [
    `总体（没有标出的条款）${population} 条，经人工确认涉及的 ${positives} 条。`,
    `要以 ${percentOf(confidence)} 的置信度证明查全率不低于 ${percentOf(recall)}：没有标出的条款中，遗漏至多可有 ${mostMissing(plan)} 条。`,
    '',
    table([
      ['样本中发现的遗漏不超过', '须随机抽查', '占总体'],
      ...sizes.map(({ hits, sample }) =>
        sample === null
          ? [`${hits} 条`, '不能证明', '–']
          : [`${hits} 条`, `${sample} 条`, population === 0 ? '–' : percentOf(sample / population)],
      ),
    ]).trimEnd(),
    '',
    ...remarks(sizes),
    '',
  ].join('\n');
};

const remarks = (sizes: readonly Size[]): string[] => [
  ...(sizes.some(({ sample }) => sample === null)
    ? [
        '“不能证明”：样本中允许的遗漏已超过目标所能容许的条数，抽查全部也不能证明；请减少预留条数、降低目标，或先补查再抽查。',
      ]
    : []),
  ...(sizes.some(({ sample }) => sample !== null)
    ? [
        '条数须在抽查之前选定一行；发现的遗漏多于所选的，就不能证明目标，只能按实际结果另说下限，不得换一行或重抽后只报好的一次。',
        '按简单随机抽样、不放回计算（超几何分布，精确），并假定抽查人不看漏；抽查人看漏的，结论须另行放宽。',
      ]
    : []),
];

const percentOf = (share: number): string => percent(share, 2);
