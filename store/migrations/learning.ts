import type { Kysely } from 'kysely';
import type { Dialect } from '../schema.js';
import { bytesIn, hasColumn, numberedTable } from './columns.js';

/**
 * Models that were trained here and what they learn from. Analyses, which can be made again, get room for several
 * versions of one content, so that going back to an earlier model finds what it had said.
 */
export const addLearning = async (db: Kysely<unknown>, dialect: Dialect): Promise<void> => {
  const bytes = bytesIn(dialect);
  await db.schema.dropTable('analyses').ifExists().execute();
  await db.schema
    .createTable('analyses')
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('data', bytes, (column) => column.notNull())
    .addColumn('flagged', bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('analyses_version', ['hash', 'version'])
    .execute();
  if (!(await hasColumn(db, 'scans', 'analysis_version')))
    await db.schema
      .alterTable('scans')
      .addColumn('analysis_version', 'text', (column) => column.notNull().defaultTo(''))
      .execute();
  await numberedTable(db, dialect, 'models')
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('bytes', bytes, (column) => column.notNull())
    .addColumn('card', 'text', (column) => column.notNull())
    .addColumn('figures', 'text', (column) => column.notNull())
    .addColumn('based_on', 'text', (column) => column.notNull())
    .addColumn('judgements', 'integer', (column) => column.notNull())
    .execute();
  await numberedTable(db, dialect, 'installs')
    .addColumn('model_id', 'integer', (column) => column.references('models.id'))
    .addColumn('installed_at', 'text', (column) => column.notNull())
    .addColumn('taken_back', 'integer', (column) => column.notNull())
    .execute();
  await numberedTable(db, dialect, 'judgements')
    .addColumn('mark', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('path', 'text')
    .addColumn('kind', 'text')
    .addColumn('place', dialect === 'postgres' ? 'double precision' : 'real')
    .addColumn('confirmed', 'text', (column) => column.notNull())
    .addColumn('rejected', 'text', (column) => column.notNull())
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('judged_at', 'text', (column) => column.notNull())
    .addColumn('source', 'text')
    .execute();
};
