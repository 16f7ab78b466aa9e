import { UsageError } from '../../model/index.js';
import { bytesOf, pack, unpack, unpackText } from '../packed.js';
import type { Store } from '../schema.js';

/** A sample as it is kept. `Plan` and `Question` are the auditor's own; the store only keeps them. */
export interface StoredSample<Plan, Question> {
  readonly id: number;
  /** Which sample of the collection it is, from 1. */
  readonly number: number;
  /** ISO 8601. */
  readonly at: string;
  readonly who: string;
  /** Why another one was drawn; '' for the first. */
  readonly reason: string;
  /** SHA-256 of the frame's text, hex. */
  readonly frameHash: string;
  readonly plan: Plan;
  readonly questions: readonly Question[];
}

/** What is drawn, ready to be kept. */
export type NewSample<Plan, Question> = Omit<StoredSample<Plan, Question>, 'id' | 'number'> & {
  /** The frame's text, packed by `packText`. */
  readonly frame: Uint8Array;
};

/**
 * Keeps a sample; it is never changed and never dropped. Another one of the same collection needs a reason, and is counted.
 *
 * @returns which one it is, from 1.
 * @throws UsageError where there is one already and no reason is given.
 */
export const addSample = async <Plan, Question>(
  store: Store,
  collection: string,
  sample: NewSample<Plan, Question>,
): Promise<number> =>
  store.db.transaction().execute(async (trx) => {
    const { last } = await trx
      .selectFrom('audit_samples')
      .select((of) => of.fn.max('number').as('last'))
      .where('collection', '=', collection)
      .executeTakeFirstOrThrow();
    const number = Number(last ?? 0) + 1;
    if (number > 1 && sample.reason === '')
      throw new UsageError(
        `已经抽过样本（第 ${number - 1} 次），样本只抽一次`,
        '请用 qinggui audit sample status 查看；确须重抽的，用 --again 写明理由，次数和理由写入证书',
      );
    await trx
      .insertInto('audit_samples')
      .values({
        collection,
        number,
        at: sample.at,
        who: sample.who,
        reason: number > 1 ? sample.reason : '',
        frame_hash: sample.frameHash,
        frame: sample.frame,
        plan: JSON.stringify(sample.plan),
        questions: pack(sample.questions),
      })
      .execute();
    return number;
  });

/** Every sample of a collection, the first first; their frames are read one by one. */
export const samplesOf = async <Plan, Question>(
  store: Store,
  collection: string,
): Promise<StoredSample<Plan, Question>[]> =>
  (
    await store.db
      .selectFrom('audit_samples')
      .select(['id', 'number', 'at', 'who', 'reason', 'frame_hash', 'plan', 'questions'])
      .where('collection', '=', collection)
      .orderBy('number')
      .execute()
  ).map(({ frame_hash, plan, questions, ...row }) => ({
    ...row,
    frameHash: frame_hash,
    plan: JSON.parse(plan) as Plan,
    questions: unpack<Question[]>(bytesOf(questions)),
  }));

/** The text of a sample's frame, in pieces. */
export async function* frameTextOf(store: Store, sample: number): AsyncGenerator<string> {
  const { frame } = await store.db
    .selectFrom('audit_samples')
    .select('frame')
    .where('id', '=', sample)
    .executeTakeFirstOrThrow();
  yield* unpackText(bytesOf(frame));
}

/** One answer to a question of a sample. */
export interface SampleAnswer {
  readonly lane: string;
  /** From 1. */
  readonly question: number;
  readonly answer: string;
  readonly who: string;
}

/** Every answer to a sample's questions, in their order. */
export const answersOf = async (store: Store, sample: number): Promise<SampleAnswer[]> =>
  store.db
    .selectFrom('audit_answers')
    .select(['lane', 'question', 'answer', 'who'])
    .where('sample_id', '=', sample)
    .orderBy('lane')
    .orderBy('question')
    .execute();

/** Values that one statement may hold. */
const AT_ONCE = 1_000;

/**
 * Adds answers, wholly or not at all. What was answered before in the same lane is left as it is.
 *
 * @returns what was added, and what differs from the answer that stands.
 */
export const addAnswers = async (
  store: Store,
  sample: number,
  answers: readonly SampleAnswer[],
  at: string,
): Promise<{ readonly added: number; readonly refused: readonly SampleAnswer[] }> =>
  store.db.transaction().execute(async (trx) => {
    const known = new Map(
      (await trx.selectFrom('audit_answers').selectAll().where('sample_id', '=', sample).execute()).map(
        ({ lane, question, answer }) => [`${lane} ${question}`, answer],
      ),
    );
    const fresh = answers.filter(({ lane, question }) => !known.has(`${lane} ${question}`));
    for (let from = 0; from < fresh.length; from += AT_ONCE)
      await trx
        .insertInto('audit_answers')
        .values(fresh.slice(from, from + AT_ONCE).map((each) => ({ ...each, sample_id: sample, at })))
        .execute();
    const refused = answers.filter(({ lane, question, answer }) => {
      const stands = known.get(`${lane} ${question}`);
      return stands !== undefined && stands !== answer;
    });
    return { added: fresh.length, refused };
  });
