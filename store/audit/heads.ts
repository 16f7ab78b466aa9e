import { bytesOf, unpack } from '../packed.js';
import type { Store } from '../schema.js';
import type { StoredSample } from './samples.js';

/** A sample without its questions, which are many. */
export type SampleHead<Plan> = Omit<StoredSample<Plan, never>, 'questions'>;

/** Every sample of a collection, the first first. */
export const sampleHeads = async <Plan>(store: Store, collection: string): Promise<SampleHead<Plan>[]> =>
  (
    await store.db
      .selectFrom('audit_samples')
      .select(['id', 'number', 'at', 'who', 'reason', 'frame_hash', 'plan'])
      .where('collection', '=', collection)
      .orderBy('number')
      .execute()
  ).map(({ frame_hash, plan, ...row }) => ({
    ...row,
    frameHash: frame_hash,
    plan: JSON.parse(plan) as Plan,
  }));

/** The questions of a sample, in the order in which they are asked. */
export const sampleQuestions = async <Question>(
  store: Store,
  sample: number,
): Promise<readonly Question[]> => {
  const { questions } = await store.db
    .selectFrom('audit_samples')
    .select('questions')
    .where('id', '=', sample)
    .executeTakeFirstOrThrow();
  return unpack<Question[]>(bytesOf(questions));
};
