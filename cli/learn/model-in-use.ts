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

/** What `train` has put into the card of a stored model. */
export const cardOf = ({ card }: Pick<StoredModel, 'card'>): ModelCard => card as ModelCard;

/** Whether a model was learned under the cues and features of this version of the program. */
export const isOfThisVersion = (model: Pick<StoredModel, 'card'>): boolean =>
  cardOf(model).features === CLASSIFIER_VERSION;

/** A model of a database, ready to judge and to be handed to reading processes. */
export interface ModelInUse extends TrainedModel {
  readonly learned: LearnedModel;
}

/**
 * The model that a database has in use; null for the one that comes with the program, which also stands in for one that an
 * earlier version of the program made: what that one has learned means other things now.
 *
 * @param say hears of that, in Chinese.
 * @throws UsageError where it is damaged: once, before the first file.
 */
export const modelInUse = async (
  store: Store,
  say: (words: string) => void = (words) => process.stderr.write(words),
): Promise<ModelInUse | null> => {
  const stored = await currentModel(store);
  if (!stored) return null;
  if (!isOfThisVersion(stored)) {
    say(
      `注意：数据库中的第 ${stored.id} 号模型由其他版本的清规训练，本次改用清规自带的模型。重新训练：qinggui train\n`,
    );
    return null;
  }
  const bytes = await bytesOfModel(store, stored.id);
  const learned = decoded(bytes, stored);
  return { bytes, learned, fingerprint: stored.fingerprint };
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
export const modelOf = async ({ database }: Pick<DatabaseOptions, 'database'>): Promise<ModelInUse | null> =>
  database ? withExistingStore({ database }, modelInUse) : null;
