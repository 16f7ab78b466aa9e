import type { AskedQuestion, AuditPlan, AuditSample } from '../../audit/index.js';
import { UsageError } from '../../model/index.js';
import { type Store, samplesOf } from '../../store/index.js';
import { collectionOf, outputFolder } from '../collection.js';
import { type DatabaseOptions, withExistingStore } from '../learn/database.js';

/** Does some work with the samples of an output folder. @throws UsageError where none was drawn. */
export const withSamples = async <T>(
  options: DatabaseOptions,
  work: (store: Store, samples: readonly AuditSample[]) => Promise<T>,
): Promise<T> =>
  withExistingStore(options, async (store) => {
    const collection = collectionOf(store, options, await outputFolder(options.output));
    const samples = await samplesOf<AuditPlan, AskedQuestion>(store, collection);
    if (samples.length === 0) throw new UsageError('还没有抽过样本', '请先运行 qinggui audit sample draw');
    return work(store, samples);
  });

/** One of the samples, the last where no number is given. @throws UsageError where there is none. */
export const chosen = (samples: readonly AuditSample[], number?: number): AuditSample => {
  const sample = number === undefined ? samples.at(-1) : samples.find((each) => each.number === number);
  if (!sample) throw new UsageError(`没有第 ${number} 次抽样`, `共抽过 ${samples.length} 次`);
  return sample;
};
