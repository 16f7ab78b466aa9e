import { createHash } from 'node:crypto';
import {
  CLASSIFIER_VERSION,
  classify,
  classifyByCues,
  examplesOf,
  inputOf,
  judgeAlone,
  judgeUnseen,
  judgeWithPath,
  mergeWithKnown,
  SEED,
  shippedModel,
} from '../../classifiers/index.js';
import { type LabelledProvision, labelReferences, markOf, writtenProvisions } from '../../corpus/index.js';
import type { Classification } from '../../model/index.js';
import type { Judgement } from './contract.js';

/** Parts into which documents and statutes are dealt: a text is judged by what was learned from the others. */
const FOLDS = 5;

export interface JudgeOptions {
  readonly by: Judgement['by'];
  /** Whether nothing but the text is looked at. */
  readonly alone: boolean;
  /** The labelled texts that are at hand: learned from where `by` is unseen, of them only the written ones without references. */
  readonly known: readonly LabelledProvision[];
  /** Hears of each model that was learned. */
  readonly onModel: (done: number, all: number) => void;
}

export interface Judgements {
  readonly judgement: Judgement;
  /** One for each text, in their order. */
  readonly said: readonly Classification[];
}

/** What is said of each text by whom the user wants to hear. */
export const judge = (texts: readonly LabelledProvision[], options: JudgeOptions): Judgements => {
  const { by, alone } = options;
  if (by === 'cues')
    return { judgement: { by, classifier: CLASSIFIER_VERSION, model: null }, said: texts.map(byCues(alone)) };
  if (by !== 'shipped') return judgeByUnseen(texts, options);
  const model = shippedModel();
  return {
    judgement: { by, classifier: CLASSIFIER_VERSION, model: model.fingerprint },
    said: texts.map((text) => classify(inputOf(text, alone), model)),
  };
};

const byCues =
  (alone: boolean) =>
  (text: LabelledProvision): Classification =>
    classifyByCues(inputOf(text, alone));

const judgeByUnseen = (
  texts: readonly LabelledProvision[],
  { by, alone, known, onModel }: JudgeOptions,
): Judgements => {
  const { provisions, given } = mergeWithKnown(texts, known);
  const examples = examplesOf(provisions);
  const wanted = new Set(given);
  const fingerprints = createHash('sha256');
  const { found } = judgeUnseen(
    examples,
    {
      folds: FOLDS,
      seed: SEED,
      judged: ({ provision }) => wanted.has(provision),
      ...(by === 'unseen-without-references' && {
        learned: ({ provision }) => provision.source === 'written',
      }),
    },
    { found: alone ? judgeAlone : judgeWithPath },
    (model, done, all) => {
      fingerprints.update(model.fingerprint);
      onModel(done, all);
    },
  );
  const byProvision = new Map([...found].map(([{ provision }, said]) => [provision, said]));
  return {
    judgement: { by, classifier: CLASSIFIER_VERSION, model: fingerprints.digest('hex').slice(0, 12) },
    said: given.map((provision) => byProvision.get(provision)!),
  };
};

/** How many texts the shipped model was learned from. */
export const trainedOn = (texts: readonly LabelledProvision[]): number => {
  const { provisions } = shippedModel().card;
  const marks = new Set([
    ...(provisions.written ? writtenProvisions().map(({ text }) => markOf(text)) : []),
    ...(provisions.reference ? labelReferences().map(({ mark }) => mark) : []),
  ]);
  return texts.filter(({ text }) => marks.has(markOf(text))).length;
};
