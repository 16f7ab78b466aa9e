import type { Label } from '../../model/index.js';
import { printable } from '../../model/index.js';
import { comparisonText } from './comparison-text.js';
import type { EvaluationReport } from './contract.js';
import { percent, table } from './table.js';
import { judgementWords, labelWords } from './words.js';

type Instead = EvaluationReport['confusion'][number]['givenInstead'];

/** An evaluation in words and tables, for a person. */
export const evaluationText = (report: EvaluationReport): string =>
  [
    headText(report),
    figuresText(report.figures),
    calibrationText(report.calibration),
    confusionText(report.confusion),
    groupsText('按来源', report.bySource),
    groupsText('按领域', report.byField),
    groupsText('按层级', report.byLevel),
    report.comparison ? comparisonText(report.comparison, report) : '',
  ]
    .filter(Boolean)
    .join('\n');

const headText = ({ set, judgement }: EvaluationReport): string =>
  `${printable(set.name)}，共 ${set.texts} 段。\n${judgementWords(judgement)}\n`;

const figuresText = ({
  labels,
  microPrecision,
  microRecall,
  microF1,
  macroF1,
}: EvaluationReport['figures']): string => {
  const rows = labels.map(({ label, support, right, wrong, missed, precision, recall, f1, precisionAt }) => [
    labelWords(label),
    ...[support, right, wrong, missed].map(String),
    ...[precision, recall, f1, precisionAt['0.90'], precisionAt['0.95'], precisionAt['0.99']].map(percent),
  ]);
  const head = ['标签', '应有', '判对', '误报', '漏报', '准确率', '召回率', 'F1'];
  return [
    '各标签（最后三列：召回率达到 90%、95%、99% 时的准确率）\n',
    table([[...head, '召回90%', '召回95%', '召回99%'], ...rows]),
    `  D、B、P、R 合计：准确率 ${percent(microPrecision)}，召回率 ${percent(microRecall)}，F1 ${percent(microF1)}；各标签 F1 的平均 ${percent(macroF1)}\n`,
  ].join('');
};

const calibrationText = (calibration: EvaluationReport['calibration']): string => {
  const lines = calibration.map(({ label, bins, expectedError }) => {
    const rows = bins
      .filter(({ texts }) => texts > 0)
      .map(({ from, to, texts, meanScore, share }) => [
        `  ${from.toFixed(1)}–${to.toFixed(1)}`,
        String(texts),
        (meanScore ?? 0).toFixed(3),
        percent(share),
      ]);
    return `  ${labelWords(label)}：平均偏差 ${percent(expectedError)}\n${table([['  得分', '段数', '平均得分', '实际带标签'], ...rows])}`;
  });
  return `得分是否可信（得分应与实际带标签的比例相近）\n${lines.join('')}`;
};

const confusionText = (confusion: EvaluationReport['confusion']): string => {
  const lines = confusion.flatMap(({ label, missed, givenInstead, wrong, rightInstead }) => [
    ...(missed > 0
      ? [`  ${labelWords(label)} 漏报 ${missed} 段，判为：${insteadWords(givenInstead)}\n`]
      : []),
    ...(wrong > 0 ? [`  ${labelWords(label)} 误报 ${wrong} 段，应为：${insteadWords(rightInstead)}\n`] : []),
  ]);
  return lines.length > 0 ? `与哪些标签混淆（一段有几个标签的，各计一次）\n${lines.join('')}` : '';
};

const insteadWords = (instead: Instead): string =>
  instead
    .map(({ label, texts }) => `${label === null ? '不涉及' : labelWords(label as Label)} ${texts}`)
    .join('，');

const groupsText = (title: string, groups: EvaluationReport['byField']): string =>
  groups.length === 0
    ? ''
    : `${title}（10 段以上的；D、B、P、R 合计）\n${table([
        ['', '段数', '准确率', '召回率', 'F1'],
        ...groups.map(({ name, texts, precision, recall, f1 }) => [
          printable(name),
          String(texts),
          ...[precision, recall, f1].map(percent),
        ]),
      ])}`;
