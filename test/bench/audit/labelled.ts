import { existsSync, readFileSync } from 'node:fs';
import { chanceFrom, drawn } from '../../../audit/index.js';
import {
  classifyByCues,
  type Example,
  examplesOf,
  inputOf,
  judgeAlone,
  judgeInDocument,
  judgeUnseen,
  SEED,
} from '../../../classifiers/index.js';
import { type LabelledProvision, labelsFromCode, writtenProvisions } from '../../../corpus/index.js';
import { type Classification, hasLedgerLabel, LEDGER_LABELS } from '../../../model/index.js';
import type { Collection } from './collections.js';

const FOLDS = 5;

/** A provision with the label that people gave it and what the tool says of it. */
interface JudgedText {
  readonly labelled: boolean;
  readonly flagged: boolean;
  readonly score: number;
}

/**
 * Collections made of labelled provisions. Flags and scores are the tool's own: of models that have not seen the provision's
 * document (cross-validation), or of the cues alone. The cues were written without the written set, but while the development
 * set was read: flags on that one are in so far in-sample, and its recall is no measure of the tool.
 *
 * @param development path of the development set; null where it is not at hand.
 */
export const labelledCollections = (development: string | null): Collection[] => {
  const examples = examplesOf(writtenProvisions());
  const { said } = judgeUnseen(
    examples,
    { folds: FOLDS, seed: SEED, judged: () => true },
    { said: judgeInDocument },
  );
  const written = examples.map((example) => judged(example, said.get(example)!));
  const byCues = examples.map((example) => judged(example, classifyByCues(inputOf(example.provision))));
  return [
    collection('written set, classifier', written),
    collection(`written set, from a score of ${EARLIER} on`, flaggedFrom(written, EARLIER)),
    collection('written set, cues alone', byCues),
    collection('a tenth of the written positives, classifier', thinned(written)),
    ...(development ? [collection('development set, classifier', judgedDevelopment(development))] : []),
  ];
};

/** The path of the development set, in the folder that QINGGUI_SHARED names or beside the checkout; null where it is not there. */
export const developmentSet = (folder: string): string | null => {
  const path = `${folder}/labelled/provisions.dev.jsonl`;
  return existsSync(path) ? path : null;
};

/** A tool that flags more: what it misses is rarer, and hides in more. */
const EARLIER = 0.05;
const flaggedFrom = (texts: readonly JudgedText[], score: number): JudgedText[] =>
  texts.map((text) => ({ ...text, flagged: text.flagged || text.score >= score }));

/** Positives are rarer in real folders than in the labelled sets. */
const thinned = (texts: readonly JudgedText[]): JudgedText[] => {
  const positives = texts.filter(({ labelled }) => labelled);
  const kept = new Set(
    drawn(chanceFrom('thinned'), positives.length, Math.round(positives.length / 10)).map(
      (at) => positives[at],
    ),
  );
  return texts.filter((text) => !text.labelled || kept.has(text));
};

const judged = ({ provision }: Example, { labels, scores }: Classification): JudgedText => ({
  labelled: hasLedgerLabel(provision.labels),
  flagged: hasLedgerLabel(labels),
  score: Math.max(...LEDGER_LABELS.map((label) => scores[label])),
});

const judgedDevelopment = (path: string): JudgedText[] => {
  const texts = readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { id: string; law: string; text: string; labels: string[] })
    .map(
      ({ id, law, text, labels }): LabelledProvision => ({
        id,
        group: law,
        text,
        labels: labelsFromCode(labels.join('')),
        hard: false,
        source: 'reference',
      }),
    );
  const examples = examplesOf([...writtenProvisions(), ...texts]);
  const isOne = ({ provision }: Example): boolean => provision.source === 'reference';
  const { said } = judgeUnseen(examples, { folds: FOLDS, seed: SEED, judged: isOne }, { said: judgeAlone });
  return examples.filter(isOne).map((example) => judged(example, said.get(example)!));
};

const collection = (name: string, texts: readonly JudgedText[]): Collection => ({
  name,
  confirmed: texts.filter(({ labelled, flagged }) => labelled && flagged).length,
  open: texts
    .filter(({ labelled, flagged }) => !(labelled && flagged))
    .map(({ labelled, flagged, score }) => ({ score, missed: labelled, rejected: flagged })),
});
