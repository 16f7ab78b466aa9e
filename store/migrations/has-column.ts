import type { Kysely } from 'kysely';

/** Whether a table has a column already: a migration on SQLite may have ended half-way and runs once more. */
export const hasColumn = async (db: Kysely<unknown>, table: string, column: string): Promise<boolean> =>
  (await db.introspection.getTables()).some(
    ({ name, columns }) => name === table && columns.some((each) => each.name === column),
  );
