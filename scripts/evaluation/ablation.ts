import { FEATURE_GROUPS, type FeatureGroup, figuresOf } from '../../classifiers/index.js';
import { SETS } from './data.js';
import { judgedBy, type Results } from './judged.js';
import { markdownTable, percent, points } from './markdown.js';
import { mean, threeFigures, threeHeads } from './means.js';
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
  const of = (task: Task) =>
    SETS.flatMap((set) => threeFigures(figuresOf(judgedBy(results, task, set, 'inDocument'))));
  const whole = of(FULL);
  return markdownTable(
    ['', ...SETS.flatMap(threeHeads)],
    [
      ['everything', ...whole.map(percent)],
      ...FEATURE_GROUPS.map(({ name }) => [
        `without ${WORDS[name]}`,
        ...of({ what: 'without', group: name }).map(
          (share, at) => `${percent(share)} (${points(share, whole[at]!)})`,
        ),
      ]),
    ],
  );
};

/** How the figures grow with what is learned from; of shares that were drawn several times, their mean. */
export const curveTable = (results: Results): string => {
  const rows = [...SHARES, 1].map((share) => {
    const tasks: Task[] =
      share === 1 ? [FULL] : Array.from({ length: DRAWS }, (_, draw) => ({ what: 'share', share, draw }));
    const drawn = tasks.map((task) =>
      SETS.flatMap((set) => threeFigures(figuresOf(judgedBy(results, task, set)))),
    );
    return [`${share * 100} %`, ...drawn[0]!.map((_, at) => percent(mean(drawn.map((each) => each[at]!))))];
  });
  return markdownTable(['learned from', ...SETS.flatMap(threeHeads)], rows);
};
