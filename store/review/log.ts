import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Act, DecidedDocument, DecisionEvent, Lane, Subject, SubjectValue } from '../../model/index.js';
import { keepEveryCommit } from '../open.js';
import type { DecisionTable, Schema, Store } from '../schema.js';

/** A decision that is about to be written. */
export interface NewDecision {
  readonly lane: Lane;
  readonly document: number;
  readonly about: DecidedDocument;
  readonly subject: Subject;
  readonly after: SubjectValue;
  /** The last event on this subject that its maker knows; 0 for none. Another one in the log is a conflict. */
  readonly seen: number;
  /** Where what is decided rests on the whole document: its last event in the lane that its maker knows. */
  readonly documentSeen?: number;
}

/** What is decided at once. */
export interface NewBatch {
  readonly who: string;
  /** ISO 8601. */
  readonly at: string;
  readonly batch: string;
  readonly act: Act;
  readonly of: string | null;
  readonly reason: string;
  readonly decisions: readonly NewDecision[];
}

/** An event that came between what a person saw and what they decided. */
export interface LogConflict {
  readonly decision: NewDecision;
  readonly event: DecisionEvent;
}

/** Somebody was faster; nothing was written. */
export class DecisionConflict extends Error {
  readonly conflicts: readonly LogConflict[];
  constructor(conflicts: readonly LogConflict[]) {
    super('decisions rest on what is not so any more');
    this.name = 'DecisionConflict';
    this.conflicts = conflicts;
  }
}

/** Rows that one statement adds: PostgreSQL takes at most 65,535 values. */
const AT_ONCE = 500;
const PAGE = 1_000;

/**
 * Adds a batch at the end of the log, wholly or not at all. A batch that is there already is not written again: its
 * events come back, so that a request can be sent twice. A decision that says what holds already is left out.
 *
 * @throws DecisionConflict where the log knows more than the maker of the decisions did.
 */
export const appendDecisions = async (store: Store, batch: NewBatch): Promise<readonly DecisionEvent[]> => {
  await keepEveryCommit(store);
  return store.db.transaction().execute(async (trx) => {
    // Written first: whoever comes at the same moment waits here, in every database.
    const head = await trx
      .updateTable('decision_head')
      .set((of) => ({ seq: of.ref('seq') }))
      .where('id', '=', 1)
      .returning(['seq', 'hash'])
      .executeTakeFirstOrThrow();
    const known = await ofBatch(trx, batch.batch);
    if (known.length > 0) return known;
    const latest = await latestOf(trx, batch.decisions);
    const conflicts = batch.decisions.flatMap((decision) => conflictOf(decision, latest));
    if (conflicts.length > 0) throw new DecisionConflict(conflicts);
    const rows: DecisionTable[] = [];
    let { seq, hash: prev } = head;
    for (const decision of batch.decisions) {
      const before = latest.subjects.get(keyOf(decision))?.after ?? null;
      if (same(before, decision.after)) continue;
      seq += 1;
      const row = {
        seq,
        at: batch.at,
        who: batch.who,
        lane: decision.lane,
        document_id: decision.document,
        about: JSON.stringify(decision.about),
        subject: decision.subject,
        before: JSON.stringify(before),
        after: JSON.stringify(decision.after),
        reason: batch.reason,
        batch: batch.batch,
        act: batch.act,
        of: batch.of,
        prev,
      };
      prev = hashOf(row);
      rows.push({ ...row, hash: prev });
    }
    for (let from = 0; from < rows.length; from += AT_ONCE)
      await trx
        .insertInto('decisions')
        .values(rows.slice(from, from + AT_ONCE))
        .execute();
    await trx.updateTable('decision_head').set({ seq, hash: prev }).where('id', '=', 1).execute();
    return rows.map(eventOf);
  });
};

interface Latest {
  /** By lane, document and subject. */
  readonly subjects: ReadonlyMap<string, DecisionEvent>;
  /** By lane and document. */
  readonly documents: ReadonlyMap<string, DecisionEvent>;
}

const keyOf = ({ lane, document, subject }: Pick<NewDecision, 'lane' | 'document' | 'subject'>): string =>
  `${lane} ${document} ${subject}`;

const latestOf = async (trx: Transaction<Schema>, decisions: readonly NewDecision[]): Promise<Latest> => {
  const subjects = new Map<string, DecisionEvent>();
  const documents = new Map<string, DecisionEvent>();
  const ids = [...new Set(decisions.map(({ document }) => document))];
  for (const event of await ofDocuments(trx, ids)) {
    subjects.set(keyOf(event), event);
    documents.set(`${event.lane} ${event.document}`, event);
  }
  return { subjects, documents };
};

const conflictOf = (decision: NewDecision, { subjects, documents }: Latest): LogConflict[] => {
  const event = subjects.get(keyOf(decision));
  if (event && event.seq !== decision.seen && !same(event.after, decision.after))
    return [{ decision, event }];
  const last = documents.get(`${decision.lane} ${decision.document}`);
  return decision.documentSeen !== undefined && last && last.seq > decision.documentSeen
    ? [{ decision, event: last }]
    : [];
};

const same = (a: SubjectValue, b: SubjectValue): boolean => JSON.stringify(a) === JSON.stringify(b);

/** SHA-256, hex, over the event before and every column, in this order. */
const hashOf = (row: Omit<DecisionTable, 'hash'>): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        row.prev,
        row.seq,
        row.at,
        row.who,
        row.lane,
        row.document_id,
        row.about,
        row.subject,
        row.before,
        row.after,
        row.reason,
        row.batch,
        row.act,
        row.of,
      ]),
      'utf8',
    )
    .digest('hex');

/** Every event on these documents, oldest first. */
export const eventsOf = ({ db }: Store, documents: readonly number[]): Promise<DecisionEvent[]> =>
  ofDocuments(db, documents);

const ofDocuments = async (db: Kysely<Schema>, documents: readonly number[]): Promise<DecisionEvent[]> => {
  const events: DecisionEvent[] = [];
  for (let from = 0; from < documents.length; from += AT_ONCE)
    for (const row of await db
      .selectFrom('decisions')
      .selectAll()
      .where('document_id', 'in', documents.slice(from, from + AT_ONCE))
      .orderBy('seq')
      .execute())
      events.push(eventOf(row));
  return events;
};

/** The events of one batch, oldest first. */
export const eventsOfBatch = ({ db }: Store, batch: string): Promise<DecisionEvent[]> => ofBatch(db, batch);

const ofBatch = async (db: Kysely<Schema>, batch: string): Promise<DecisionEvent[]> =>
  (await db.selectFrom('decisions').selectAll().where('batch', '=', batch).orderBy('seq').execute()).map(
    eventOf,
  );

/** The batches of one person in one or more lanes of a collection, or of all, oldest first, each once. */
export const batchesOf = async (
  store: Store,
  who: string,
  lanes: readonly Lane[],
  collection?: string,
): Promise<readonly { readonly batch: string; readonly act: Act; readonly of: string | null }[]> => {
  const rows = await store.db
    .selectFrom('decisions')
    .select(['batch', 'act', 'of'])
    .select((of) => of.fn.min('seq').as('first'))
    .where('who', '=', who)
    .where('lane', 'in', [...lanes])
    .$if(collection !== undefined, (query) =>
      query.where('document_id', 'in', (of) =>
        of.selectFrom('review_documents').select('id').where('collection', '=', collection!),
      ),
    )
    .groupBy(['batch', 'act', 'of'])
    .orderBy('first')
    .execute();
  return rows.map(({ batch, act, of }) => ({ batch, act: act as Act, of }));
};

/** The whole log, oldest first, a page at a time. */
export async function* allEvents(store: Store): AsyncGenerator<DecisionEvent> {
  for await (const row of rawEvents(store)) yield eventOf(row);
}

/** A page of the log, newest first, of one document where one is named. */
export const logPage = async (
  store: Store,
  { document, page, size }: { readonly document?: number; readonly page: number; readonly size: number },
): Promise<{ readonly events: readonly DecisionEvent[]; readonly total: number }> => {
  const of = store.db
    .selectFrom('decisions')
    .$if(document !== undefined, (query) => query.where('document_id', '=', document!));
  const { total } = await of
    .select((each) => each.fn.countAll<number | string>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await of
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { events: rows.map(eventOf), total: Number(total) };
};

/** Where the log ends. */
export const logHead = async (store: Store): Promise<{ readonly seq: number; readonly hash: string }> =>
  store.db.selectFrom('decision_head').select(['seq', 'hash']).where('id', '=', 1).executeTakeFirstOrThrow();

/** What `verifyLog` found: the first event that is not as it was written, or that the end is missing. */
export type LogVerdict =
  | { readonly whole: true; readonly events: number; readonly head: string }
  | {
      readonly whole: false;
      readonly events: number;
      readonly head: string;
      /** gap: an event is missing before `seq`; changed: its words are others; end: the log ends before `seq`. */
      readonly broken: 'gap' | 'changed' | 'end';
      readonly seq: number;
    };

/**
 * Goes through the whole log and counts every hash anew. That the end was not cut off together with the record of where it
 * is, only a hash shows that was written down elsewhere (each export bears one).
 */
export const verifyLog = async (store: Store): Promise<LogVerdict> => {
  let [seq, prev] = [0, ''];
  const head = await logHead(store);
  for await (const row of rawEvents(store)) {
    if (row.seq !== seq + 1) return { whole: false, events: seq, head: prev, broken: 'gap', seq: seq + 1 };
    if (row.prev !== prev || hashOf(row) !== row.hash)
      return { whole: false, events: seq, head: prev, broken: 'changed', seq: row.seq };
    [seq, prev] = [row.seq, row.hash];
    if (seq === head.seq && prev !== head.hash)
      return { whole: false, events: seq, head: prev, broken: 'changed', seq };
  }
  return seq < head.seq
    ? { whole: false, events: seq, head: prev, broken: 'end', seq: head.seq }
    : { whole: true, events: seq, head: prev };
};

async function* rawEvents(store: Store): AsyncGenerator<DecisionTable> {
  for (let last = 0; ; ) {
    const rows = await store.db
      .selectFrom('decisions')
      .selectAll()
      .where('seq', '>', last)
      .orderBy('seq')
      .limit(PAGE)
      .execute();
    yield* rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1)!.seq;
  }
}

const eventOf = (row: DecisionTable): DecisionEvent => ({
  seq: row.seq,
  at: row.at,
  who: row.who,
  lane: row.lane as Lane,
  document: row.document_id,
  about: JSON.parse(row.about) as DecidedDocument,
  subject: row.subject,
  before: JSON.parse(row.before) as SubjectValue,
  after: JSON.parse(row.after) as SubjectValue,
  reason: row.reason,
  batch: row.batch,
  act: row.act as Act,
  of: row.of,
  prev: row.prev,
  hash: row.hash,
});
