import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import {
  type AuditReply,
  type AuditReport,
  type AuditRound,
  OFFICE_ACTS,
  UNIT_ANSWERS,
} from '../../model/index.js';
import { bytesOf, pack, unpack } from '../packed.js';
import type { Schema, Store } from '../schema.js';

/** Whoever comes at the same moment waits here, in every database. */
const waitForTurn = async (trx: Transaction<Schema>): Promise<void> => {
  await trx
    .updateTable('decision_head')
    .set((of) => ({ seq: of.ref('seq') }))
    .where('id', '=', 1)
    .execute();
};

/**
 * Keeps a comparison. The same one once more is the one that is there.
 *
 * @param at ISO 8601, now.
 */
export const addRound = async (
  store: Store,
  collection: string,
  report: AuditReport,
  at: string,
): Promise<AuditRound> =>
  store.db.transaction().execute(async (trx) => {
    await waitForTurn(trx);
    const hash = createHash('sha256').update(JSON.stringify(report)).digest('hex');
    const last = await trx
      .selectFrom('audit_rounds')
      .select(['number', 'at', 'hash'])
      .where('collection', '=', collection)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (last?.hash === hash) return { number: last.number, at: last.at, report };
    const number = (last?.number ?? 0) + 1;
    await trx
      .insertInto('audit_rounds')
      .values({ collection, number, at, hash, report: pack(report) })
      .execute();
    return { number, at, report };
  });

/** Stays the same as long as no comparison of a collection, and nothing that was said of one, comes to it. */
export const auditRevision = async ({ db }: Store, collection: string): Promise<string> => {
  const last = async (table: 'audit_rounds' | 'audit_replies'): Promise<number> =>
    Number(
      (
        await db
          .selectFrom(table)
          .select(({ fn }) => fn.max('id').as('last'))
          .where('collection', '=', collection)
          .executeTakeFirstOrThrow()
      ).last ?? 0,
    );
  return `${await last('audit_rounds')} ${await last('audit_replies')}`;
};

/** Every comparison of a collection, the oldest first. */
export const roundsOf = async (store: Store, collection: string): Promise<AuditRound[]> =>
  (
    await store.db
      .selectFrom('audit_rounds')
      .select(['number', 'at', 'report'])
      .where('collection', '=', collection)
      .orderBy('number')
      .execute()
  ).map(({ report, ...row }) => ({ ...row, report: unpack<AuditReport>(bytesOf(report)) }));

const KINDS = [...UNIT_ANSWERS, ...OFFICE_ACTS];

/** What was said of a collection's items, the oldest first. */
export const repliesOf = ({ db }: Pick<Store, 'db'>, collection: string): Promise<AuditReply[]> =>
  repliesIn(db, collection);

const repliesIn = async (db: Kysely<Schema>, collection: string): Promise<AuditReply[]> =>
  (
    await db
      .selectFrom('audit_replies')
      .select(['item', 'kind', 'words', 'at', 'who'])
      .where('collection', '=', collection)
      .orderBy('id')
      .execute()
  ).flatMap(({ kind, ...row }) => {
    // A kind that this version does not know is no answer that it could show.
    const known = KINDS.find((each) => each === kind);
    return known ? [{ ...row, kind: known }] : [];
  });

/** Rows that one statement may hold. */
const AT_ONCE = 1_000;

/**
 * Adds replies, wholly or not at all. What the same person has said last of an item, in the same words, is left out: it is the
 * same reply once more, as after an answer that was lost on the way.
 *
 * @returns those added.
 */
export const addReplies = async (
  store: Store,
  collection: string,
  replies: readonly AuditReply[],
): Promise<readonly AuditReply[]> =>
  store.db.transaction().execute(async (trx) => {
    await waitForTurn(trx);
    const last = new Map((await repliesIn(trx, collection)).map((reply) => [reply.item, reply]));
    const fresh = replies.filter((reply) => {
      const before = last.get(reply.item);
      last.set(reply.item, reply);
      return before?.kind !== reply.kind || before.words !== reply.words || before.who !== reply.who;
    });
    for (let from = 0; from < fresh.length; from += AT_ONCE)
      await trx
        .insertInto('audit_replies')
        .values(fresh.slice(from, from + AT_ONCE).map((reply) => ({ collection, ...reply })))
        .execute();
    return fresh;
  });
