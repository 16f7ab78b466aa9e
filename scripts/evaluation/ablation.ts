import { FEATURE_GROUPS, type FeatureGroup, type Figures, figuresOf } from '../../classifiers/index.js';
import { SETS } from './data.js';
import { judgedBy, type Results } from './judged.js';
import { markdownTable, percent, points } from './markdown.js';
import { DRAWS, SHARES, type Task } from './tasks.js';

const WORDS: Readonly<Record<FeatureGroup, string>> = {
  chars: 'runs of characters',
  words: 'words',
  cues: 'cues as features',
  path: 'headings',
  kind: 'kind of document and passage',
  place: 'place in the document',
  neighbours: 'labels of the neighbours',
};

const FULL: Task = { what: 'full', references: true };

/** What each group of features is worth: the figures without it, and what they lose or gain. */
export const ablationTable = (results: Results): string => {
  const of = (task: Task) => SETS.map((set) => figuresOf(judgedBy(results, task, set, 'inDocument')));
  const whole = of(FULL);
  const row = (words: string, figures: readonly Figures[]): string[] => [
    words,
    ...figures.flatMap(({ microF1, macroF1 }, at) =>
      figures === whole
        ? [percent(microF1), percent(macroF1)]
        : [
            `${percent(microF1)} (${points(microF1, whole[at]!.microF1)})`,
            `${percent(macroF1)} (${points(macroF1, whole[at]!.macroF1)})`,
          ],
    ),
  ];
  return markdownTable(
    ['', ...SETS.flatMap((set) => [`${set}: micro F1`, 'macro F1'])],
    [
      row('everything', whole),
      ...FEATURE_GROUPS.map(({ name }) =>
        row(`without ${WORDS[name]}`, of({ what: 'without', group: name })),
      ),
    ],
  );
};

/** How the figures grow with what is learned from; of shares that were drawn several times, their mean. */
export const curveTable = (results: Results): string => {
  const rows = [...SHARES, 1].map((share) => {
    const tasks: Task[] =
      share === 1 ? [FULL] : Array.from({ length: DRAWS }, (_, draw) => ({ what: 'share', share, draw }));
    const cells = SETS.flatMap((set) => {
      const figures = tasks.map((task) => figuresOf(judgedBy(results, task, set)));
      return [
        mean(figures.map(({ microF1 }) => microF1)),
        mean(figures.map(({ macroF1 }) => macroF1)),
        mean(
          figures.map(({ labels }) =>
            mean(labels.filter(({ label }) => label !== 'Q').map(({ precisionAt }) => precisionAt['0.95'])),
          ),
        ),
      ];
    });
    return [`${share * 100} %`, ...cells.map(percent)];
  });
  return markdownTable(
    ['learned from', ...SETS.flatMap((set) => [`${set}: micro F1`, 'macro F1', 'mean P@R95'])],
    rows,
  );
};

const mean = (shares: readonly (number | null)[]): number | null => {
  const known = shares.filter((share) => share !== null);
  return known.length > 0 ? known.reduce((sum, share) => sum + share, 0) / known.length : null;
};
