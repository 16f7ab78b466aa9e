import { type Figures, figuresOf } from '../../classifiers/index.js';
import { LABELS, type Label } from '../../model/index.js';
import type { SetName } from './data.js';
import { judgedBy, type Results } from './judged.js';
import { markdownTable, percent, points } from './markdown.js';
import type { Task } from './tasks.js';

/** The variants that are compared, in the order of the tables. */
const VARIANTS: readonly (readonly [words: string, task: Task])[] = [
  ['keyword list', { what: 'keywords' }],
  ['cues alone', { what: 'cues' }],
  ['characters alone, without references', { what: 'characters', references: false }],
  ['characters alone, with references', { what: 'characters', references: true }],
  ['full classifier, without references', { what: 'full', references: false }],
  ['full classifier, with references', { what: 'full', references: true }],
];
const FULL = VARIANTS.length - 1;
/** What the full classifier with references is held against: each kind of baseline at its better training. */
const BASELINES = [0, 1, 3];

/** All variants on one set: a summary, and each label by itself. */
export const variantTables = (results: Results, set: SetName): string => {
  const figures = VARIANTS.map(([, task]) => figuresOf(judgedBy(results, task, set)));
  return [
    summaryTable(figures),
    ...LABELS.map(
      (label) =>
        `\n**${label}** (${labelled(figures[0]!, label).support} of ${figures[0]!.texts} carry it)\n\n${labelTable(figures, label)}`,
    ),
  ].join('\n');
};

const labelled = ({ labels }: Figures, label: Label) => labels[LABELS.indexOf(label)]!;

const summaryTable = (figures: readonly Figures[]): string =>
  markdownTable(
    ['', 'micro P', 'micro R', 'micro F1', 'macro F1', ...LABELS.map((label) => `${label} P@R95`)],
    figures.map((each, at) => [
      VARIANTS[at]![0],
      ...[each.microPrecision, each.microRecall, each.microF1, each.macroF1].map(percent),
      ...each.labels.map(({ precisionAt }) => percent(precisionAt['0.95'])),
    ]),
  );

const labelTable = (figures: readonly Figures[], label: Label): string =>
  markdownTable(
    ['', 'P', 'R', 'F1', 'P@R90', 'P@R95', 'P@R99'],
    figures.map((each, at) => {
      const { precision, recall, f1, precisionAt } = labelled(each, label);
      return [
        VARIANTS[at]![0],
        ...[precision, recall, f1, precisionAt['0.90'], precisionAt['0.95'], precisionAt['0.99']].map(
          percent,
        ),
      ];
    }),
  );

/** The goals that were set for the development set. */
const GOALS: readonly (readonly [Label, recall: number, precision: number])[] = [
  ['D', 0.97, 0.9],
  ['B', 0.97, 0.9],
  ['P', 0.95, 0.85],
  ['R', 0.97, 0.9],
];

/** Goals and what was reached, by label. */
export const goalTable = (results: Results, set: SetName): string => {
  const figures = VARIANTS.map(([, task]) => figuresOf(judgedBy(results, task, set)));
  const rows = GOALS.map(([label, recall, precision]) => {
    const full = labelled(figures[FULL]!, label);
    const reached = (full.recall ?? 0) >= recall && (full.precision ?? 0) >= precision;
    const at = full.precisionAt['0.95'];
    return [
      label,
      `${percent(full.recall)} (${full.right}/${full.support}) of ${percent(recall)}`,
      `${percent(full.precision)} (${full.right}/${full.right + full.wrong}) of ${percent(precision)}`,
      reached ? 'yes' : 'no',
      percent(at),
      ...BASELINES.map((baseline) => points(at, labelled(figures[baseline]!, label).precisionAt['0.95'])),
    ];
  });
  return markdownTable(
    [
      '',
      'recall of goal',
      'precision of goal',
      'reached',
      'P@R95',
      'against keyword list',
      'against cues alone',
      'against characters alone',
    ],
    rows,
  );
};
