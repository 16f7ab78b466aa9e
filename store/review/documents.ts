import { type Expression, type SelectQueryBuilder, type SqlBool, sql, type Transaction } from 'kysely';
import type { Label, Lane, ReviewState } from '../../model/index.js';
import type { ReviewDocumentTable, ReviewPassageTable, Schema, Store } from '../schema.js';
import { queryWords } from './words.js';

/** A document for review as it is stored. */
export type ReviewDocument = Omit<ReviewDocumentTable, 'id'> & { readonly id: number };

/** What a scan and the log say of a document, ready to be stored. */
export interface DocumentEntry {
  /** null for one that no scan has found before. */
  readonly id: number | null;
  readonly document: Omit<ReviewDocument, 'id'>;
  readonly passages: readonly Omit<ReviewPassageTable, 'document_id'>[];
  /** The words by which it is found; null where they are those of before. */
  readonly words: readonly string[] | null;
}

/** Which documents a list shows; everything given must hold. */
export interface DocumentFilter {
  readonly collection: string;
  /** Whose eyes: the second reviewer's list knows nothing of what the first has decided. */
  readonly blind?: boolean;
  readonly state?: ReviewState;
  readonly label?: Label;
  readonly issuer?: string;
  /** Four digits; 无 for documents without a date. */
  readonly year?: string;
  /** An answer in either column of basis. */
  readonly basis?: string;
  /** 未定 for rows without one. */
  readonly disposal?: string;
  readonly kind?: string;
  readonly doubt?: boolean;
  /** Words that all occur in the document. */
  readonly q?: string;
}

export type DocumentOrder = 'folder' | 'doubt' | 'name' | 'year';

/** Documents that are doubtful are worth this look, or have doubtful words. */
const DOUBT = 0.5;

/** Every document of a collection, present or not: what a new scan is held against. */
export const knownDocuments = async (
  store: Store,
  collection: string,
): Promise<readonly Pick<ReviewDocument, 'id' | 'source' | 'hash' | 'part' | 'title' | 'present'>[]> =>
  store.db
    .selectFrom('review_documents')
    .select(['id', 'source', 'hash', 'part', 'title', 'present'])
    .where('collection', '=', collection)
    .orderBy('id')
    .execute();

/**
 * Writes documents as they stand now; returns their numbers in the same order. One that only takes in decisions (its words
 * are those of before) is left out where somebody has taken in later ones, or another scan, since it was read.
 */
export const saveDocuments = async (store: Store, entries: readonly DocumentEntry[]): Promise<number[]> =>
  store.db.transaction().execute(async (trx) => {
    const ids: number[] = [];
    for (const { id, document, passages, words } of entries) {
      const number = id ?? (await inserted(trx, document));
      if (id !== null && !(await updated(trx, id, document, words === null))) {
        ids.push(id);
        continue;
      }
      await trx.deleteFrom('review_passages').where('document_id', '=', number).execute();
      for (let from = 0; from < passages.length; from += AT_ONCE)
        await trx
          .insertInto('review_passages')
          .values(passages.slice(from, from + AT_ONCE).map((each) => ({ document_id: number, ...each })))
          .execute();
      if (words) await saveWords(trx, store.dialect, number, words);
      ids.push(number);
    }
    return ids;
  });

const AT_ONCE = 1_000;

/** Whether it was written. @param ifNewer only where what stands there knows no more. */
const updated = async (
  trx: Transaction<Schema>,
  id: number,
  document: Omit<ReviewDocument, 'id'>,
  ifNewer: boolean,
): Promise<boolean> => {
  const { numUpdatedRows } = await trx
    .updateTable('review_documents')
    .set(document)
    .where('id', '=', id)
    .$if(ifNewer, (query) =>
      query
        .where('scan_id', '=', document.scan_id)
        .where('present', '=', 1)
        .where('log_seq', '<=', document.log_seq),
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** Another process that takes in the same scan may have been faster: the document is the one that it has found. */
const inserted = async (trx: Transaction<Schema>, document: Omit<ReviewDocument, 'id'>): Promise<number> => {
  const own = await trx
    .insertInto('review_documents')
    .values(document)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (own) return own.id;
  const { collection, scan_id, source, part } = document;
  const { id } = await trx
    .updateTable('review_documents')
    .set(document)
    .where('collection', '=', collection)
    .where('scan_id', '=', scan_id)
    .where('source', '=', source)
    .where('part', '=', part)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

const saveWords = async (
  trx: Transaction<Schema>,
  dialect: Store['dialect'],
  id: number,
  words: readonly string[],
): Promise<void> => {
  if (dialect === 'postgres') {
    await sql`insert into review_words (id, words) values (${id}, ${words}::text[])
      on conflict (id) do update set words = excluded.words`.execute(trx);
    return;
  }
  await sql`delete from review_words where rowid = ${id}`.execute(trx);
  await sql`insert into review_words (rowid, words) values (${id}, ${words.join(' ')})`.execute(trx);
};

/** Marks the documents that a scan does not find any more. They keep their numbers and decisions. */
export const markGone = async (store: Store, ids: readonly number[]): Promise<void> => {
  for (let from = 0; from < ids.length; from += AT_ONCE)
    await store.db
      .updateTable('review_documents')
      .set({ present: 0 })
      .where('id', 'in', ids.slice(from, from + AT_ONCE))
      .execute();
};

/** Which scan and analyses the documents of a collection were made from; null before the first. */
export const syncedScan = async (
  store: Store,
  collection: string,
): Promise<{ readonly scan: number; readonly version: string } | null> => {
  const row = await store.db
    .selectFrom('review_syncs')
    .selectAll()
    .where('collection', '=', collection)
    .executeTakeFirst();
  return row ? { scan: row.scan_id, version: row.version } : null;
};

export const saveSync = async (
  store: Store,
  collection: string,
  { scan, version }: { readonly scan: number; readonly version: string },
): Promise<void> => {
  const row = { scan_id: scan, version };
  await store.db
    .insertInto('review_syncs')
    .values({ collection, ...row })
    .onConflict((conflict) => conflict.column('collection').doUpdateSet(row))
    .execute();
};

/** Documents with events in the log that their rows do not know of yet: a process ended in between. */
export const behindTheLog = async (store: Store, collection: string): Promise<number[]> => {
  const rows = await store.db
    .selectFrom('review_documents')
    .innerJoin('decisions', 'decisions.document_id', 'review_documents.id')
    .select('review_documents.id')
    .where('collection', '=', collection)
    .where('present', '=', 1)
    .whereRef('decisions.seq', '>', 'review_documents.log_seq')
    .groupBy('review_documents.id')
    .orderBy('review_documents.id')
    .execute();
  return rows.map(({ id }) => id);
};

/** One document; null for a number that this collection does not have, or not any more. */
export const findDocument = async (
  store: Store,
  collection: string,
  id: number,
): Promise<ReviewDocument | null> =>
  (await store.db
    .selectFrom('review_documents')
    .selectAll()
    .where('collection', '=', collection)
    .where('id', '=', id)
    .executeTakeFirst()) ?? null;

/** The document that once was a part of a file with this content and is not present; null where there was none. */
export const findGonePart = async (
  store: Store,
  { collection, source, hash }: Pick<ReviewDocument, 'collection' | 'source' | 'hash'>,
  part: number,
): Promise<number | null> => {
  const row = await store.db
    .selectFrom('review_documents')
    .select('id')
    .where('collection', '=', collection)
    .where('source', '=', source)
    .where('hash', '=', hash)
    .where('part', '=', part)
    .where('present', '=', 0)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.id ?? null;
};

/** All documents of a collection, or of one file of it, in the order of the folder. */
export const documentsOf = async (
  store: Store,
  collection: string,
  source?: string,
): Promise<ReviewDocument[]> =>
  ordered(present(store, collection).selectAll(), 'folder')
    .$if(source !== undefined, (query) => query.where('source', '=', source!))
    .execute();

type Query<O> = SelectQueryBuilder<Schema, 'review_documents', O>;

/** The documents that the last scan has found. */
const present = ({ db }: Store, collection: string): Query<unknown> =>
  db.selectFrom('review_documents').where('collection', '=', collection).where('present', '=', 1);

const filtered = (store: Store, filter: DocumentFilter): Query<unknown> => {
  let query = present(store, filter.collection);
  const { state, label, issuer, year, basis, disposal, kind, doubt, q, blind } = filter;
  if (state) query = query.where(blind ? 'second_state' : 'state', '=', state);
  if (label) query = query.where(blind ? 'labels' : 'decided', 'like', `%${label}%`);
  if (issuer !== undefined) query = query.where('issuer', '=', issuer);
  if (year) query = query.where('year', '=', year === '无' ? '' : year);
  if (basis && !blind)
    query = query.where(({ or, eb }) => or([eb('national', '=', basis), eb('local', '=', basis)]));
  if (disposal && !blind)
    query = query.where('has_row', '=', 1).where('disposal', '=', disposal === '未定' ? '' : disposal);
  if (kind && !blind) query = query.where('kinds', 'like', `%${JSON.stringify(kind)}:%`);
  if (doubt)
    query = query.where(({ or, eb }) => or([eb('doubt', '>=', DOUBT), eb('doubtful_words', '>', 0)]));
  if (q?.trim()) query = query.where(({ or }) => or([named(q.trim()), ...holding(store, q)]));
  return query;
};

/** The name or path holds the query as it stands. */
const named = (q: string): Expression<SqlBool> => {
  const pattern = `%${q.replace(/[\\%_]/gu, '\\$&')}%`;
  return sql<SqlBool>`(review_documents.name like ${pattern} escape '\\' or review_documents.source like ${pattern} escape '\\')`;
};

const holding = (store: Store, q: string): Expression<SqlBool>[] => {
  const words = queryWords(q);
  if (words.length === 0) return [];
  return [
    store.dialect === 'postgres'
      ? sql<SqlBool>`review_documents.id in (select id from review_words where words @> ${words}::text[])`
      : sql<SqlBool>`review_documents.id in (select rowid from review_words where review_words match ${words
          .map((word) => `"${word}"`)
          .join(' AND ')})`,
  ];
};

/** What each order goes by, and then the order of the folder. */
const ORDERS: Readonly<Record<DocumentOrder, readonly (readonly [keyof ReviewDocument, 'asc' | 'desc'])[]>> =
  {
    folder: [],
    doubt: [
      ['doubt', 'desc'],
      ['doubtful_words', 'desc'],
    ],
    name: [['name', 'asc']],
    year: [['year', 'desc']],
  };
const keysOf = (order: DocumentOrder) =>
  [...ORDERS[order], ['position', 'asc'], ['id', 'asc']] as (typeof ORDERS)[DocumentOrder];

const ordered = <O>(query: Query<O>, order: DocumentOrder): Query<O> =>
  keysOf(order).reduce<Query<O>>((sorted, [column, way]) => sorted.orderBy(column, way), query);

/** A page of the documents under a filter, and how many there are. */
export const listDocuments = async (
  store: Store,
  filter: DocumentFilter,
  { order, page, size }: { readonly order: DocumentOrder; readonly page: number; readonly size: number },
): Promise<{ readonly documents: readonly ReviewDocument[]; readonly total: number }> => {
  const query = filtered(store, filter);
  const { total } = await query
    .select((of) => of.fn.countAll<number | string>().as('total'))
    .executeTakeFirstOrThrow();
  const ids = ordered(query.select('id'), order)
    .limit(size)
    .offset((page - 1) * size);
  const documents = await ordered(
    store.db
      .selectFrom('review_documents')
      .selectAll()
      .where('id', 'in', (of) => of.selectFrom(ids.as('page')).select('page.id')),
    order,
  ).execute();
  return { documents, total: Number(total) };
};

/** Where a document stands in a list, from 1, and its neighbours; 0 for one that is not in it. */
export interface PlaceInList {
  readonly number: number;
  readonly total: number;
  readonly previous: number | null;
  readonly next: number | null;
  /** The next one, from the beginning again behind the last, in one of the states asked for. */
  readonly nextOpen: number | null;
}

/**
 * Where a document stands among those under a filter. It is one of them whatever its state: confirming takes it out of the
 * list of the unconfirmed, and the clerk goes on from where it stood.
 *
 * @param open the states that `nextOpen` looks for.
 */
export const placeInOrder = async (
  store: Store,
  { state, ...filter }: DocumentFilter,
  order: DocumentOrder,
  id: number,
  open: readonly ReviewState[],
): Promise<PlaceInList> => {
  const own = filter.blind ? 'second_state' : 'state';
  const listed = filtered(store, filter)
    .$if(state !== undefined, (query) =>
      query.where(({ or, eb }) => or([eb(own, '=', state!), eb('id', '=', id)])),
    )
    .select(['id', `${own} as state`])
    .select(({ fn }) =>
      fn
        .agg<number | string>('row_number')
        .over((over) => keysOf(order).reduce((sorted, [column, way]) => sorted.orderBy(column, way), over))
        .as('place'),
    );
  // Looked at several times, sorted once.
  const from = store.db.with(
    (cte) => cte('listed').materialized(),
    () => listed,
  );
  const here = sql<number>`(select place from listed where id = ${id})`;
  const isOpen = sql<boolean>`state in (${sql.join([...open])}) and id <> ${id}`;
  const row = await from
    .selectNoFrom([
      sql<number | string>`(select count(*) from listed)`.as('total'),
      sql<number | string | null>`${here}`.as('number'),
      sql<number | null>`(select id from listed where place = ${here} - 1)`.as('previous'),
      sql<number | null>`(select id from listed where place = ${here} + 1)`.as('next'),
      sql<
        number | null
      >`(select id from listed where ${isOpen} and place > ${here} order by place limit 1)`.as('after'),
      sql<
        number | null
      >`(select id from listed where ${isOpen} and place < ${here} order by place limit 1)`.as('before'),
    ])
    .executeTakeFirstOrThrow();
  return {
    number: Number(row.number ?? 0),
    total: Number(row.total),
    previous: row.previous,
    next: row.next,
    nextOpen: row.after ?? row.before,
  };
};

/** Confirmed rows of documents that the last scan has not found any more. */
export const countGoneRows = async (store: Store, collection: string): Promise<number> => {
  const { count } = await store.db
    .selectFrom('review_documents')
    .select((of) => of.fn.countAll<number | string>().as('count'))
    .where('collection', '=', collection)
    .where('present', '=', 0)
    .where('has_row', '=', 1)
    .where('state', '=', 'confirmed')
    .executeTakeFirstOrThrow();
  return Number(count);
};

/** Stands for a collection's list as it is: another one after every scan and every decision that is taken in. */
export const listRevision = async (store: Store, collection: string): Promise<string> => {
  const { rows } = await sql<{ revision: string }>`
    select cast(count(*) as text) || '/' || cast(sum(present) as text) || '/' || cast(sum(scan_id) as text)
      || '/' || cast(sum(log_seq) as text) as revision
    from review_documents where collection = ${collection}
  `.execute(store.db);
  return rows[0]?.revision ?? '';
};

/** Documents of a collection that a lane has confirmed once, whether or not it stands. */
export const confirmedInLane = async (
  store: Store,
  collection: string,
  lane: Lane,
): Promise<ReviewDocument[]> =>
  ordered(present(store, collection).selectAll(), 'folder')
    .where('id', 'in', (of) =>
      of
        .selectFrom('decisions')
        .select('decisions.document_id')
        .where('lane', '=', lane)
        .where('subject', '=', 'row'),
    )
    .execute();

/** How many documents of a collection stand under each value of a column, most first. */
export const countBy = async (
  store: Store,
  collection: string,
  column:
    | 'state'
    | 'second_state'
    | 'issuer'
    | 'year'
    | 'labels'
    | 'decided'
    | 'national'
    | 'local'
    | 'disposal'
    | 'has_row',
  rowsOnly = false,
): Promise<{ readonly value: string; readonly count: number }[]> => {
  const rows = await present(store, collection)
    .select(column)
    .select((of) => of.fn.countAll<number | string>().as('count'))
    .$if(rowsOnly, (query) => query.where('has_row', '=', 1))
    .groupBy(column)
    .execute();
  return rows
    .map((row) => ({ value: String(row[column]), count: Number(row.count) }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
};

/**
 * Year, labels and kinds of every document with a label: what the charts count.
 * @param labels `decided` as persons have left them, `labels` as the tool gave them.
 */
export const chartFacts = async (
  store: Store,
  collection: string,
  labels: 'decided' | 'labels' = 'decided',
): Promise<readonly (Pick<ReviewDocument, 'year' | 'kinds'> & { readonly labels: string })[]> => {
  const facts = await present(store, collection)
    .select(['year', 'kinds', labels])
    .where(labels, '<>', '')
    .execute();
  return facts.map((fact) => ({ year: fact.year, kinds: fact.kinds, labels: fact[labels] }));
};

/** Files that could not be read and at which nobody has looked; with `second_state`, not the second reviewer. */
export const unreadFiles = async (
  store: Store,
  collection: string,
  state: 'state' | 'second_state' = 'state',
): Promise<readonly ReviewDocument[]> =>
  ordered(present(store, collection).selectAll(), 'folder').where(state, '=', 'unread').execute();

/** Whose labels make a passage one to look at: the first reviewer's, or the tool's alone. */
export type PassageLabels = 'labels' | 'tool_labels';

/** Passages with these marks that stand in documents of a collection with a label, and in which. */
export const passagesWith = async (
  store: Store,
  collection: string,
  marks: readonly string[],
  by: PassageLabels,
): Promise<readonly (ReviewPassageTable & { readonly name: string })[]> => {
  const found: (ReviewPassageTable & { name: string })[] = [];
  for (let from = 0; from < marks.length; from += AT_ONCE)
    found.push(
      ...(await store.db
        .selectFrom('review_passages')
        .innerJoin('review_documents', 'review_documents.id', 'review_passages.document_id')
        .selectAll('review_passages')
        .select('review_documents.name')
        .where('review_documents.collection', '=', collection)
        .where('review_documents.present', '=', 1)
        .where('review_passages.mark', 'in', marks.slice(from, from + AT_ONCE))
        .where(`review_passages.${by}`, '<>', '')
        .orderBy('review_documents.position')
        .orderBy('review_passages.passage')
        .execute()),
    );
  return found;
};

/** How often each of these marks occurs among the passages with a label. */
export const countMarks = async (
  store: Store,
  collection: string,
  marks: readonly string[],
  by: PassageLabels,
): Promise<ReadonlyMap<string, number>> => {
  const counts = new Map<string, number>();
  for (let from = 0; from < marks.length; from += AT_ONCE)
    for (const { mark, count } of await store.db
      .selectFrom('review_passages')
      .innerJoin('review_documents', 'review_documents.id', 'review_passages.document_id')
      .select('mark')
      .select((of) => of.fn.countAll<number | string>().as('count'))
      .where('collection', '=', collection)
      .where('present', '=', 1)
      .where('mark', 'in', marks.slice(from, from + AT_ONCE))
      .where(`review_passages.${by}`, '<>', '')
      .groupBy('mark')
      .execute())
      counts.set(mark, Number(count));
  return counts;
};
