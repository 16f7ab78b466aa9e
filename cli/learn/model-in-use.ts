import {
  CLASSIFIER_VERSION,
  decodeModel,
  type LearnedModel,
  type ModelCard,
} from '../../classifiers/index.js';
import { UsageError } from '../../model/index.js';
import type { TrainedModel } from '../../pipeline/index.js';
import { bytesOfModel, currentModel, type Store, type StoredModel } from '../../store/index.js';
import { type DatabaseOptions, withExistingStore } from './database.js';
import { encoderFor } from './encoder.js';
import type { EncoderOptions } from './encoder-option.js';

/** What `train` writes of a stored model beside its bytes. */
export interface StoredCard extends ModelCard {
  /** The fingerprint of the encoder with which it was learned; absent where there was none. */
  readonly encoder?: string;
}

/** What `train` has put into the card of a stored model. */
export const cardOf = ({ card }: Pick<StoredModel, 'card'>): StoredCard => card as StoredCard;

/** Whether a model was learned under the cues and features of this version of the program. */
export const isOfThisVersion = (model: Pick<StoredModel, 'card'>): boolean =>
  cardOf(model).features === CLASSIFIER_VERSION;

/** A model of a database, ready to judge and to be handed to reading processes. */
export interface ModelInUse extends TrainedModel {
  readonly learned: LearnedModel;
}

type Say = (words: string) => void;
const aside: Say = (words) => process.stderr.write(words);

/**
 * The model that a database has in use; null for the one that comes with the program, which also stands in for one that an
 * earlier version of the program made: what that one has learned means other things now.
 *
 * @param options with the folder of the encoder, which a model that was learned with one needs.
 * @param say hears what is passed over, in Chinese.
 * @throws UsageError where the model is damaged or its encoder is not the one given: once, before the first file.
 */
export const modelInUse = async (
  store: Store,
  options: EncoderOptions = {},
  say = aside,
): Promise<ModelInUse | null> => {
  const stored = await storedInUse(store, say);
  if (!stored) return withoutModel(options, say);
  const bytes = await bytesOfModel(store, stored.id);
  const learned = decoded(bytes, stored);
  const name = `数据库中的第 ${stored.id} 号模型`;
  const encoder = await encoderFor(learned.encoder, name, options, say);
  return { bytes, learned, fingerprint: stored.fingerprint, ...(encoder !== undefined && { encoder }) };
};

const storedInUse = async (store: Store, say: Say): Promise<StoredModel | null> => {
  const stored = await currentModel(store);
  if (!stored || isOfThisVersion(stored)) return stored;
  say(
    `注意：数据库中的第 ${stored.id} 号模型由其他版本的清规训练，本次改用清规自带的模型。重新训练：qinggui train\n`,
  );
  return null;
};

const withoutModel = async (options: EncoderOptions, say: Say, why = ''): Promise<null> => {
  await encoderFor(null, `清规自带的模型${why}`, options, say);
  return null;
};

const decoded = (bytes: Uint8Array, { id, fingerprint }: StoredModel): LearnedModel => {
  const damaged = (cause?: unknown): UsageError =>
    new UsageError(
      `数据库中的第 ${id} 号模型已损坏，不能使用`,
      '请退回上一个模型：qinggui models back；或者改用自带的模型：qinggui models use 0；也可以重新训练：qinggui train',
      { cause },
    );
  let learned: LearnedModel;
  try {
    learned = decodeModel(bytes);
  } catch (error) {
    throw damaged(error);
  }
  if (learned.fingerprint !== fingerprint) throw damaged();
  return learned;
};

/** The model of the database that `--database` names, for commands that only judge; null without the option. */
export const modelOf = async ({
  database,
  ...options
}: Pick<DatabaseOptions, 'database'> & EncoderOptions): Promise<ModelInUse | null> =>
  database
    ? withExistingStore({ database }, (store) => modelInUse(store, options))
    : withoutModel(options, aside, '（没有写 --database）');
