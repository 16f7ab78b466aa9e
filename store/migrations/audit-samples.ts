import type { Kysely } from 'kysely';
import type { Dialect } from '../schema.js';
import { bytesIn, numberedTable } from './columns.js';

/** Samples that were drawn to audit a collection, and what reviewers answered. Rows are added, never changed. */
export const addAuditSamples = async (db: Kysely<unknown>, dialect: Dialect): Promise<void> => {
  const bytes = bytesIn(dialect);
  await numberedTable(db, dialect, 'audit_samples')
    .addColumn('collection', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('frame_hash', 'text', (column) => column.notNull())
    .addColumn('frame', bytes, (column) => column.notNull())
    .addColumn('plan', 'text', (column) => column.notNull())
    .addColumn('questions', bytes, (column) => column.notNull())
    .execute();
  // Two who draw at the same moment do not both draw the first.
  await db.schema
    .createIndex('audit_samples_number')
    .ifNotExists()
    .on('audit_samples')
    .columns(['collection', 'number'])
    .unique()
    .execute();
  await numberedTable(db, dialect, 'audit_answers')
    .addColumn('sample_id', 'integer', (column) => column.notNull())
    .addColumn('lane', 'text', (column) => column.notNull())
    .addColumn('question', 'integer', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  // What was answered once stays: another answer after the result is known would make the sample worthless.
  await db.schema
    .createIndex('audit_answers_once')
    .ifNotExists()
    .on('audit_answers')
    .columns(['sample_id', 'lane', 'question'])
    .unique()
    .execute();
};
