import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../schema.js';
import { bytesIn, numberedTable } from './columns.js';

const LISTED = [
  'state',
  'second_state',
  'decided',
  'labels',
  'issuer',
  'year',
  'has_row',
  'national',
  'local',
  'disposal',
  'doubt',
  'doubtful_words',
];

/** What the review page keeps: decisions, who made them, who saw what; and the list of documents, made from scans. */
export const addReview = async (db: Kysely<unknown>, dialect: Dialect): Promise<void> => {
  const bytes = bytesIn(dialect);
  const text = dialect === 'postgres' ? sql`text collate "C"` : sql`text`;
  const real = dialect === 'postgres' ? 'double precision' : 'real';
  await numberedTable(db, dialect, 'review_documents')
    .addColumn('collection', 'text', (column) => column.notNull())
    .addColumn('scan_id', 'integer', (column) => column.notNull())
    .addColumn('present', 'integer', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('part', 'integer', (column) => column.notNull())
    .addColumn('position', text, (column) => column.notNull())
    .addColumn('format', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('year', 'text', (column) => column.notNull())
    .addColumn('labels', 'text', (column) => column.notNull())
    .addColumn('decided', 'text', (column) => column.notNull())
    .addColumn('has_row', 'integer', (column) => column.notNull())
    .addColumn('findings', 'integer', (column) => column.notNull())
    .addColumn('errors', 'integer', (column) => column.notNull())
    .addColumn('warnings', 'integer', (column) => column.notNull())
    .addColumn('doubt', real, (column) => column.notNull())
    .addColumn('doubtful_words', 'integer', (column) => column.notNull())
    .addColumn('national', 'text', (column) => column.notNull())
    .addColumn('local', 'text', (column) => column.notNull())
    .addColumn('disposal', 'text', (column) => column.notNull())
    .addColumn('kinds', 'text', (column) => column.notNull())
    .addColumn('unread', 'text', (column) => column.notNull())
    .addColumn('empty', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('remark', 'text', (column) => column.notNull())
    .addColumn('second_state', 'text', (column) => column.notNull())
    .addColumn('print', 'text', (column) => column.notNull())
    .addColumn('log_seq', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('review_passages')
    .ifNotExists()
    .addColumn('document_id', 'integer', (column) => column.notNull())
    .addColumn('passage', 'text', (column) => column.notNull())
    .addColumn('mark', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('labels', 'text', (column) => column.notNull())
    .addColumn('tool_labels', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('review_passages_key', ['document_id', 'passage'])
    .execute();
  await db.schema
    .createIndex('review_passages_mark')
    .ifNotExists()
    .on('review_passages')
    .columns(['mark'])
    .execute();
  // All that lists are filtered and ordered by, so that the wide rows are read for one page alone. PostgreSQL takes no more
  // than 2,700 bytes an entry, which a strange issuer may have, and reads its rows faster.
  await db.schema
    .createIndex('review_documents_lists')
    .ifNotExists()
    .on('review_documents')
    .columns(['collection', 'present', 'position', 'id', ...(dialect === 'sqlite' ? LISTED : [])])
    .execute();
  await db.schema
    .createIndex('review_documents_content')
    .ifNotExists()
    .on('review_documents')
    .columns(['collection', 'hash'])
    .execute();
  await db.schema
    .createIndex('review_documents_source')
    .ifNotExists()
    .on('review_documents')
    .columns(['collection', 'source'])
    .execute();
  // Two processes that take in the same scan at once make each document once.
  await db.schema
    .createIndex('review_documents_scan')
    .ifNotExists()
    .on('review_documents')
    .columns(['collection', 'scan_id', 'source', 'part'])
    .unique()
    .execute();
  if (dialect === 'postgres') {
    await sql`create table if not exists review_words (id integer primary key, words text[] not null)`.execute(
      db,
    );
    await sql`create index if not exists review_words_index on review_words using gin (words)`.execute(db);
  } else {
    // Words alone, without places and without the text: enough to find the document.
    await sql`create virtual table if not exists review_words using fts5(words, detail = none, content = '', contentless_delete = 1, tokenize = "unicode61 categories 'L* N* Co'")`.execute(
      db,
    );
  }
  await db.schema
    .createTable('review_syncs')
    .ifNotExists()
    .addColumn('collection', 'text', (column) => column.primaryKey())
    .addColumn('scan_id', 'integer', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('revised')
    .ifNotExists()
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('print', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('manuscript', bytes)
    .addColumn('data', bytes, (column) => column.notNull())
    .addColumn('flagged', bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('revised_key', ['hash', 'print', 'version'])
    .execute();
  await db.schema
    .createTable('decisions')
    .ifNotExists()
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('lane', 'text', (column) => column.notNull())
    .addColumn('document_id', 'integer', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('before', 'text', (column) => column.notNull())
    .addColumn('after', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('batch', 'text', (column) => column.notNull())
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('of', 'text')
    .addColumn('prev', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  for (const [name, columns] of [
    ['decisions_document', ['document_id', 'lane', 'seq']],
    ['decisions_batch', ['batch']],
    ['decisions_who', ['who', 'seq']],
  ] as const)
    await db.schema
      .createIndex(name)
      .ifNotExists()
      .on('decisions')
      .columns([...columns])
      .execute();
  await db.schema
    .createTable('decision_head')
    .ifNotExists()
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  await sql`insert into decision_head (id, seq, hash) values (1, 0, '') on conflict do nothing`.execute(db);
  await db.schema
    .createTable('persons')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('password', 'text', (column) => column.notNull())
    .addColumn('active', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('sessions')
    .ifNotExists()
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
  await numberedTable(db, dialect, 'views')
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('document_id', 'integer')
    .addColumn('detail', 'text', (column) => column.notNull())
    .execute();
};
