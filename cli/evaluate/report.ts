import {
  calibrationOf,
  changesBetween,
  confusionOf,
  type Figures,
  figuresByGroup,
  figuresOf,
  type Judged,
} from '../../classifiers/index.js';
import type { LabelledProvision } from '../../corpus/index.js';
import type { Classification } from '../../model/index.js';
import { LEVEL_WORDS } from '../../reports/index.js';
import type { EvaluationReport, EvaluationRun, Judgement } from './contract.js';

/** Characters of a text that are shown with a change. */
const SHOWN = 40;

/** A text as it was judged, with what it is grouped by. */
export interface EvaluatedText extends Judged {
  readonly provision: LabelledProvision;
}

/** What the texts carry and what was said of them, side by side. */
export const evaluatedTexts = (
  texts: readonly LabelledProvision[],
  said: readonly Classification[],
): readonly EvaluatedText[] =>
  texts.map((provision, at) => ({
    id: provision.id,
    gold: provision.labels,
    labels: said[at]!.labels,
    scores: said[at]!.scores,
    provision,
  }));

/** A run as it is saved: no words of the texts. */
export const runOf = (
  set: EvaluationRun['set'],
  judgement: Judgement,
  texts: readonly EvaluatedText[],
): EvaluationRun => ({
  format: 'qinggui-evaluation-1',
  set,
  judgement,
  texts: texts.map(({ id, gold, labels, scores: { D, B, P, Q, R } }) => ({
    id,
    gold: [...gold],
    labels: [...labels],
    scores: { D, B, P, Q, R },
  })),
});

/** All figures of a run, and what changed since `before`. */
export const reportOf = (
  { set, judgement }: Pick<EvaluationRun, 'set' | 'judgement'>,
  texts: readonly EvaluatedText[],
  trainedOn: number,
  before: EvaluationRun | null,
): EvaluationReport => ({
  set,
  judgement,
  trainedOn,
  figures: figures(texts),
  calibration: calibrationOf(texts).map((label) => ({ ...label, bins: [...label.bins] })),
  confusion: confusionOf(texts).map(({ label, missed, givenInstead, wrong, rightInstead }) => ({
    label,
    missed,
    givenInstead: [...givenInstead],
    wrong,
    rightInstead: [...rightInstead],
  })),
  bySource: grouped(texts, sourceOf),
  byField: grouped(texts, ({ provision }) => provision.field ?? ''),
  byLevel: grouped(texts, ({ provision: { level } }) => levelWords(level)),
  comparison: before && comparison(texts, before),
});

const figures = (judged: readonly Judged[]): EvaluationReport['figures'] => {
  const { labels, microPrecision, microRecall, microF1, macroF1 }: Figures = figuresOf(judged);
  return { labels: [...labels], microPrecision, microRecall, microF1, macroF1 };
};

const comparison = (
  texts: readonly EvaluatedText[],
  before: EvaluationRun,
): NonNullable<EvaluationReport['comparison']> => {
  const earlier = new Map(before.texts.map((text) => [text.id, text]));
  const now = new Map(texts.map((text) => [text.id, text]));
  return {
    judgement: before.judgement,
    relabelled: texts.filter(({ id, gold }) => earlier.get(id)?.gold.join() !== gold.join()).length,
    figures: figures(before.texts.map((text) => ({ ...text, gold: now.get(text.id)!.gold }))),
    changes: changesBetween(before.texts, texts).map((change) => ({
      ...change,
      beginning: beginningOf(now.get(change.id)!.provision.text),
    })),
  };
};

const beginningOf = (text: string): string => [...text.replace(/\s+/gu, ' ').trim()].slice(0, SHOWN).join('');

const grouped = (
  texts: readonly EvaluatedText[],
  groupOf: (text: EvaluatedText) => string,
): EvaluationReport['bySource'] => [...figuresByGroup(texts, groupOf)];

const sourceOf = ({ provision: { source, drawn } }: EvaluatedText): string => {
  if (source === 'written') return '自写条款';
  if (source !== 'reference') return '';
  return drawn === 'development' ? '法规条文（编写线索时读过）' : '法规条文（抽样）';
};

/** Levels stand under their Chinese names; what is none of them, as it was given. */
const levelWords = (level = ''): string =>
  Object.hasOwn(LEVEL_WORDS, level) ? LEVEL_WORDS[level as keyof typeof LEVEL_WORDS] : level;
