import type { Kysely } from 'kysely';
import type { Dialect } from '../schema.js';
import { bytesIn } from './columns.js';

/** Of a file as persons have corrected it only the whole analysis is kept. What the table held can be made again. */
export const slimRevised = async (db: Kysely<unknown>, dialect: Dialect): Promise<void> => {
  await db.schema.dropTable('revised').ifExists().execute();
  await db.schema
    .createTable('revised')
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('print', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('data', bytesIn(dialect), (column) => column.notNull())
    .addPrimaryKeyConstraint('revised_key', ['hash', 'print', 'version'])
    .execute();
};
