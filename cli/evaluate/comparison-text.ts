import type { ChangeKind } from '../../classifiers/index.js';
import { printable } from '../../model/index.js';
import type { EvaluationReport } from './contract.js';
import { percent, table } from './table.js';
import { judgementWords, labelWords } from './words.js';

type Comparison = NonNullable<EvaluationReport['comparison']>;

const KINDS: readonly (readonly [ChangeKind, string])[] = [
  ['newly-right', '新判对'],
  ['newly-missed', '新漏报'],
  ['new-false-alarm', '新误报'],
  ['false-alarm-gone', '不再误报'],
];

/** What changed since a saved run: figures side by side, then provisions gained and lost, one by one. */
export const comparisonText = (comparison: Comparison, { figures }: EvaluationReport): string => {
  const { judgement, relabelled, changes } = comparison;
  const counts = KINDS.map(([kind, words]) => `${words} ${changes.filter((c) => c.kind === kind).length}`);
  return [
    `与保存的结果比较。当时：${judgementWords(judgement)}\n`,
    relabelled > 0 ? `  有 ${relabelled} 段的标签与当时不同，两次都按现在的标签计算。\n` : '',
    sideBySide(comparison.figures, figures),
    `  ${counts.join('，')}\n`,
    ...KINDS.map(([kind, words]) =>
      changesText(
        words,
        changes.filter((change) => change.kind === kind),
      ),
    ),
  ].join('');
};

const sideBySide = (before: EvaluationReport['figures'], now: EvaluationReport['figures']): string => {
  const pair = (a: number | null, b: number | null): string => `${percent(a)} → ${percent(b)}`;
  return table([
    ['标签', '准确率', '召回率', 'F1', '召回95%时准确率'],
    ...now.labels.map(({ label, precision, recall, f1, precisionAt }, at) => {
      const old = before.labels[at]!;
      return [
        labelWords(label),
        pair(old.precision, precision),
        pair(old.recall, recall),
        pair(old.f1, f1),
        pair(old.precisionAt['0.95'], precisionAt['0.95']),
      ];
    }),
    [
      'D、B、P、R 合计',
      pair(before.microPrecision, now.microPrecision),
      pair(before.microRecall, now.microRecall),
      pair(before.microF1, now.microF1),
      '',
    ],
  ]);
};

const changesText = (words: string, changes: Comparison['changes']): string =>
  changes.length === 0
    ? ''
    : `${words}（${changes.length}）\n${changes
        .map(
          ({ id, label, scoreBefore, scoreNow, beginning }) =>
            `  ${printable(id)}  ${labelWords(label)}  ${scoreBefore.toFixed(3)} → ${scoreNow.toFixed(3)}  ${printable(beginning)}\n`,
        )
        .join('')}`;
