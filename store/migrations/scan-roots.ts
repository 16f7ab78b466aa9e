import type { Kysely } from 'kysely';
import { hasColumn } from './columns.js';

/** Scans remember which folders they were given, so that a file can be found again; of earlier ones it is not known. */
export const addScanRoots = async (db: Kysely<unknown>): Promise<void> => {
  if (!(await hasColumn(db, 'scans', 'roots')))
    await db.schema
      .alterTable('scans')
      .addColumn('roots', 'text', (column) => column.notNull().defaultTo('[]'))
      .execute();
};
