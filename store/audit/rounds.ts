import { createHash } from 'node:crypto';
import {
  type AuditReply,
  type AuditReport,
  type AuditRound,
  OFFICE_ACTS,
  UNIT_ANSWERS,
} from '../../model/index.js';
import { bytesOf, pack, unpack } from '../packed.js';
import type { Store } from '../schema.js';

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
export const repliesOf = async (store: Store, collection: string): Promise<AuditReply[]> =>
  (
    await store.db
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

/** Adds replies, wholly or not at all. What says the same as what was said last of an item is left out. @returns those added. */
export const addReplies = async (
  store: Store,
  collection: string,
  replies: readonly AuditReply[],
): Promise<readonly AuditReply[]> => {
  const last = new Map((await repliesOf(store, collection)).map((reply) => [reply.item, reply]));
  const fresh = replies.filter((reply) => {
    const before = last.get(reply.item);
    last.set(reply.item, reply);
    return before?.kind !== reply.kind || before.words !== reply.words;
  });
  await store.db.transaction().execute(async (trx) => {
    for (let from = 0; from < fresh.length; from += AT_ONCE)
      await trx
        .insertInto('audit_replies')
        .values(fresh.slice(from, from + AT_ONCE).map((reply) => ({ collection, ...reply })))
        .execute();
  });
  return fresh;
};
