import { type CreateTableBuilder, type Kysely, type RawBuilder, sql } from 'kysely';
import type { Dialect } from '../schema.js';

/** The type of a column of bytes. */
export const bytesIn = (dialect: Dialect): RawBuilder<unknown> =>
  dialect === 'postgres' ? sql`bytea` : sql`blob`;

/** Begins a table whose rows the database numbers, if it is not there yet. No number is given twice. */
export const numberedTable = (
  db: Kysely<unknown>,
  dialect: Dialect,
  table: string,
): CreateTableBuilder<string, 'id'> =>
  db.schema
    .createTable(table)
    .ifNotExists()
    .addColumn('id', dialect === 'postgres' ? 'serial' : 'integer', (column) =>
      dialect === 'postgres' ? column.primaryKey() : column.primaryKey().autoIncrement(),
    );

/** Whether a table has a column already: a migration on SQLite may have ended half-way and runs once more. */
export const hasColumn = async (db: Kysely<unknown>, table: string, column: string): Promise<boolean> =>
  (await db.introspection.getTables()).some(
    ({ name, columns }) => name === table && columns.some((each) => each.name === column),
  );
