import type { Kysely } from 'kysely';
import type { Dialect } from '../schema.js';
import { bytesIn, numberedTable } from './columns.js';

/** Comparisons with filed ledgers, and what units and offices said of what they found. Rows are added, never changed. */
export const addAuditRounds = async (db: Kysely<unknown>, dialect: Dialect): Promise<void> => {
  await numberedTable(db, dialect, 'audit_rounds')
    .addColumn('collection', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('report', bytesIn(dialect), (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('audit_rounds_number')
    .ifNotExists()
    .on('audit_rounds')
    .columns(['collection', 'number'])
    .unique()
    .execute();
  await numberedTable(db, dialect, 'audit_replies')
    .addColumn('collection', 'text', (column) => column.notNull())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('who', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('audit_replies_item')
    .ifNotExists()
    .on('audit_replies')
    .columns(['collection', 'item'])
    .execute();
};
