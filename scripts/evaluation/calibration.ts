import { calibrationOf } from '../../classifiers/index.js';
import type { SetName } from './data.js';
import { judgedBy, type Results } from './judged.js';
import { markdownTable, percent } from './markdown.js';

/** Of each bin of scores and label: texts, their mean score, the share of them that carries the label. */
export const calibrationTable = (results: Results, set: SetName): string => {
  const calibration = calibrationOf(judgedBy(results, { what: 'full', references: true }, set));
  const bins = calibration[0]!.bins.map(({ from, to }, at) => [
    `${from.toFixed(1)} – ${to.toFixed(1)}`,
    ...calibration.map(({ bins }) => {
      const { texts, meanScore, share } = bins[at]!;
      return texts === 0 ? '–' : `${texts}: ${percent(meanScore)} → ${percent(share)}`;
    }),
  ]);
  return markdownTable(
    ['score', ...calibration.map(({ label }) => label)],
    [...bins, ['expected error', ...calibration.map(({ expectedError }) => percent(expectedError))]],
  );
};
