import { rename, rm, writeFile } from 'node:fs/promises';
import {
  compareRecipes,
  decodeModel,
  type Encoder,
  type LearnedModel,
  setbacksOf,
  shippedModel,
  trainModel,
} from '../../classifiers/index.js';
import type { LabelledProvision } from '../../corpus/index.js';
import { UsageError } from '../../model/index.js';
import {
  addJudgements,
  currentModel,
  installModel,
  type JudgedText,
  type Judgement,
  judgedTexts,
  lastJudgement,
  type Store,
  type StoredModel,
  settledTexts,
} from '../../store/index.js';
import { copyTarget } from '../copy.js';
import type { CorpusOptions } from '../corpus/location.js';
import { writeRefusal } from '../outputs.js';
import { type Corpus, type LearningData, learningData, readCorpus } from './data.js';
import { type DatabaseOptions, databaseOf, withStore } from './database.js';
import { readDecisions } from './decisions-file.js';
import { type Seen, seeAll, withEncoder } from './encoder.js';
import type { EncoderOptions } from './encoder-option.js';
import { cardOf, isOfThisVersion, type StoredCard } from './model-in-use.js';
import { reviewedJudgements } from './reviewed.js';
import {
  comparisonText,
  dataText,
  installedText,
  lackingText,
  refusedText,
  reviewedText,
  sameText,
  savedText,
} from './train-text.js';

/** As commander parses them. */
export interface TrainOptions extends DatabaseOptions, CorpusOptions, EncoderOptions {
  readonly decisions?: string;
  readonly seed: number;
  readonly force?: boolean;
  readonly saveTo?: string;
  readonly note?: string;
}

/** What a training goes by, where it is not what the program has. */
export interface TrainParts {
  readonly corpus?: Corpus;
  readonly shipped?: Pick<LearnedModel, 'fingerprint' | 'card'>;
  /** The time of the event, ISO 8601. */
  readonly now?: () => string;
  readonly say?: (words: string) => void;
  /** Hears, while it goes on, what is being done. */
  readonly tell?: (words: string) => void;
}

const FOLDS = 5;
/** A model that learns from fewer references than this share of those behind the model in use is another kind of model. */
const ENOUGH_REFERENCES = 0.95;
const REFUSED = 1;

/** `qinggui train`: learns from the corpus and from what users have judged. Returns the exit status, 1 where nothing was installed. */
export const runTrain = (options: TrainOptions, parts: TrainParts = {}): Promise<number> =>
  withEncoder(options, async (encoder) => {
    const job: Job = {
      options,
      encoder,
      now: parts.now?.() ?? new Date().toISOString(),
      shipped: parts.shipped ?? shippedModel(),
      say: parts.say ?? ((words) => process.stdout.write(words)),
      tell: parts.tell ?? ((words) => process.stderr.write(words)),
    };
    const judgements = options.decisions ? await readDecisions(options.decisions, job.now) : [];
    const corpus = parts.corpus ?? (await readCorpus(options));
    return options.saveTo === undefined
      ? withStore(options, (store) => train(store, corpus, judgements, job))
      : save(options.saveTo, corpus, settledTexts(judgements), job);
  });

interface Job {
  readonly options: TrainOptions;
  readonly encoder: Encoder | null;
  readonly now: string;
  readonly shipped: Pick<LearnedModel, 'fingerprint' | 'card'>;
  readonly say: (words: string) => void;
  readonly tell: (words: string) => void;
}

const textsOf = (provisions: readonly LabelledProvision[]): string[] => provisions.map(({ text }) => text);

const learn = (provisions: readonly LabelledProvision[], { seed }: TrainOptions, seen?: Seen): Uint8Array =>
  trainModel(provisions, seed, seen && provisions.map(({ text }) => seen.get(text)!));

/** Writes a model to a file, without comparison and without a database: this is how the shipped one is made. */
const save = async (
  given: string,
  corpus: Corpus,
  judged: readonly JudgedText[],
  { options, encoder, say, tell }: Job,
): Promise<number> => {
  const target = await copyTarget(given, [], '--save-to');
  if (target.kind === 'output')
    throw new UsageError('模型不能送到标准输出', '请在 --save-to 后写出一个文件的路径');
  const data = learningData(corpus, judged);
  say(dataText(corpus, data));
  const { length: missing } = corpus.unjoined;
  if (missing > 0) {
    say(lackingText({ missing, has: corpus.references.length }, options.force));
    if (!options.force) return REFUSED;
  }
  const recipe = data.recipe(judged);
  const bytes = learn(recipe, options, await seeAll(encoder, textsOf(recipe), tell));
  await writeBytes(target.path, bytes);
  say(savedText(given, bytes.byteLength, decodeModel(bytes).fingerprint));
  return 0;
};

const writeBytes = async (path: string, bytes: Uint8Array): Promise<void> => {
  const partial = `${path}.partial`;
  try {
    await writeFile(partial, bytes);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw writeRefusal(path, error);
  }
};

const train = async (
  store: Store,
  corpus: Corpus,
  judgements: readonly Judgement[],
  job: Job,
): Promise<number> => {
  const { options, encoder, say, tell, shipped } = job;
  const reviewed = await reviewedJudgements(store);
  const addedReviewed = await addJudgements(store, reviewed.judgements, true);
  const added = await addJudgements(store, judgements);
  const last = await lastJudgement(store);
  const judged = await judgedTexts(store, last);
  const data = learningData(corpus, judged);
  const stored = await currentModel(store);
  const inUse = stored && isOfThisVersion(stored) ? stored : null;
  say(
    reviewedText({
      given: reviewed.judgements.length,
      added: addedReviewed,
      passedOver: reviewed.passedOver,
    }) + dataText(corpus, data, { given: judgements.length, added }),
  );
  const needed = (inUse ? cardOf(inUse) : shipped.card).provisions.reference ?? 0;
  const has = corpus.references.length;
  if (has < ENOUGH_REFERENCES * needed) {
    say(lackingText({ missing: needed - has, has }, options.force));
    if (!options.force) return REFUSED;
  }
  const before = await recipeInUse(store, data, inUse);
  const after = data.recipe(judged);
  const seen = await seeAll(encoder, textsOf([...after, ...before]), tell);
  tell('正在学习……\n');
  const bytes = learn(after, options, seen);
  const { fingerprint, card } = decodeModel(bytes);
  const basedOn = inUse?.fingerprint ?? shipped.fingerprint;
  if (fingerprint === basedOn) {
    say(sameText(inUse));
    return 0;
  }
  tell('正在与现用模型比较，需要几分钟……\n');
  const encoders = { before: inUse ? cardOf(inUse).encoder : undefined, after: encoder?.fingerprint };
  const figures = compareRecipes(before, after, {
    folds: FOLDS,
    seed: options.seed,
    ...(seen && { seen, seenBefore: encoders.before === encoders.after }),
  });
  const setbacks = setbacksOf(figures);
  say(comparisonText(figures, inUse, FOLDS, encoders));
  if (setbacks.length > 0) {
    say(refusedText(setbacks, options.force));
    if (!options.force) return REFUSED;
  }
  const id = await installModel(store, {
    bytes,
    fingerprint,
    card: { ...card, ...(encoder && { encoder: encoder.fingerprint }) } satisfies StoredCard,
    figures,
    basedOn,
    madeAt: job.now,
    note: options.note ?? '',
    judgements: last,
  });
  const where = store.dialect === 'sqlite' ? databaseOf(options) : 'PostgreSQL';
  say(installedText(id, fingerprint, where, encoders.after));
  return 0;
};

/** What the model in use was learned from: judgements came later that it does not know. */
const recipeInUse = async (store: Store, data: LearningData, inUse: StoredModel | null) =>
  inUse
    ? data.recipe(await judgedTexts(store, inUse.judgements), (cardOf(inUse).provisions.reference ?? 0) > 0)
    : data.recipe([]);
