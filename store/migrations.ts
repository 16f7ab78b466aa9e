import { DEFAULT_MIGRATION_TABLE, type Kysely, type Migration, Migrator, sql } from 'kysely';
import { addAuditRounds } from './migrations/audit-rounds.js';
import { addAuditSamples } from './migrations/audit-samples.js';
import { bytesIn, numberedTable } from './migrations/columns.js';
import { addLearning } from './migrations/learning.js';
import { addReview } from './migrations/review.js';
import { addScanRoots } from './migrations/scan-roots.js';
import { slimRevised } from './migrations/slim-revised.js';
import { UnfitDatabase } from './refusals.js';
import type { Dialect, Schema } from './schema.js';

/**
 * Every change of the schema, oldest first, by name. A migration that has been released is never edited:
 * a change is a new entry. On SQLite a migration may end half-way with the process, and then runs once more: each
 * of its steps must do no harm the second time.
 */
const migrations = (dialect: Dialect): Record<string, Migration> => {
  const bytes = bytesIn(dialect);
  return {
    '001-stage-results-scans-outputs': {
      async up(db: Kysely<unknown>) {
        await db.schema
          .createTable('manuscripts')
          .ifNotExists()
          .addColumn('hash', 'text', (column) => column.primaryKey())
          .addColumn('version', 'text', (column) => column.notNull())
          .addColumn('format', 'text', (column) => column.notNull())
          .addColumn('data', bytes)
          .addColumn('reason_code', 'text')
          .addColumn('reason_message', 'text')
          .addColumn('reason_advice', 'text')
          .execute();
        await db.schema
          .createTable('analyses')
          .ifNotExists()
          .addColumn('hash', 'text', (column) => column.primaryKey())
          .addColumn('version', 'text', (column) => column.notNull())
          .addColumn('data', bytes, (column) => column.notNull())
          .addColumn('flagged', bytes, (column) => column.notNull())
          .execute();
        await numberedTable(db, dialect, 'scans')
          .addColumn('collection', 'text', (column) => column.notNull())
          .addColumn('finished', 'integer', (column) => column.notNull())
          .execute();
        await db.schema
          .createTable('files')
          .ifNotExists()
          .addColumn('scan_id', 'integer', (column) =>
            column.notNull().references('scans.id').onDelete('cascade'),
          )
          .addColumn('position', 'integer', (column) => column.notNull())
          .addColumn('source', 'text', (column) => column.notNull())
          .addColumn('hash', 'text', (column) => column.notNull())
          .addColumn('bytes', 'bigint', (column) => column.notNull())
          .addColumn('format', 'text', (column) => column.notNull())
          .addColumn('status', 'text', (column) => column.notNull())
          .addColumn('reason_code', 'text')
          .addColumn('reason_message', 'text')
          .addColumn('reason_advice', 'text')
          .addColumn('duplicate_of', 'text')
          .addColumn('reused', 'integer', (column) => column.notNull())
          .addPrimaryKeyConstraint('files_place', ['scan_id', 'position'])
          .execute();
        await db.schema
          .createIndex('files_content')
          .ifNotExists()
          .on('files')
          .columns(['scan_id', 'hash', 'position'])
          .execute();
        await db.schema
          .createTable('outputs')
          .ifNotExists()
          .addColumn('collection', 'text', (column) => column.notNull())
          .addColumn('name', 'text', (column) => column.notNull())
          .addColumn('fingerprint', 'text', (column) => column.notNull())
          .addColumn('hash', 'text', (column) => column.notNull())
          .addColumn('pending_hash', 'text', (column) => column.notNull())
          .addPrimaryKeyConstraint('outputs_name', ['collection', 'name'])
          .execute();
        await db.schema
          .createTable('summaries')
          .ifNotExists()
          .addColumn('collection', 'text', (column) => column.primaryKey())
          .addColumn('fingerprint', 'text', (column) => column.notNull())
          .addColumn('text', 'text', (column) => column.notNull())
          .execute();
      },
    },
    // What both tables held can be made again. They get room for files that are packed in others.
    '002-packed-files': {
      async up(db: Kysely<unknown>) {
        const text = dialect === 'postgres' ? sql`text collate "C"` : sql`text`;
        await db.schema.dropTable('files').ifExists().execute();
        await db.schema.dropTable('manuscripts').ifExists().execute();
        await db.schema
          .createTable('manuscripts')
          .addColumn('hash', 'text', (column) => column.primaryKey())
          .addColumn('version', 'text', (column) => column.notNull())
          .addColumn('format', 'text', (column) => column.notNull())
          .addColumn('data', bytes)
          .addColumn('members', bytes)
          .addColumn('reason_code', 'text')
          .addColumn('reason_message', 'text')
          .addColumn('reason_advice', 'text')
          .execute();
        await db.schema
          .createTable('files')
          .addColumn('scan_id', 'integer', (column) =>
            column.notNull().references('scans.id').onDelete('cascade'),
          )
          .addColumn('position', text, (column) => column.notNull())
          .addColumn('source', 'text', (column) => column.notNull())
          .addColumn('hash', 'text', (column) => column.notNull())
          .addColumn('bytes', 'bigint', (column) => column.notNull())
          .addColumn('format', 'text', (column) => column.notNull())
          .addColumn('status', 'text', (column) => column.notNull())
          .addColumn('reason_code', 'text')
          .addColumn('reason_message', 'text')
          .addColumn('reason_advice', 'text')
          .addColumn('duplicate_of', 'text')
          .addColumn('reused', 'integer', (column) => column.notNull())
          .addPrimaryKeyConstraint('files_place', ['scan_id', 'position'])
          .execute();
        await db.schema
          .createIndex('files_content')
          .on('files')
          .columns(['scan_id', 'hash', 'position'])
          .execute();
      },
    },
    '003-models-judgements': { up: (db: Kysely<unknown>) => addLearning(db, dialect) },
    '004-scan-roots': { up: addScanRoots },
    '005-review': { up: (db: Kysely<unknown>) => addReview(db, dialect) },
    '006-audit-samples': { up: (db: Kysely<unknown>) => addAuditSamples(db, dialect) },
    '007-slim-revised': { up: (db: Kysely<unknown>) => slimRevised(db, dialect) },
    '008-audit-rounds': { up: (db: Kysely<unknown>) => addAuditRounds(db, dialect) },
  };
};

/**
 * Brings the schema up to date. Throws what the database threw.
 *
 * @throws UnfitDatabase when the database was written by a newer version of the program.
 */
export const migrate = async (db: Kysely<Schema>, dialect: Dialect): Promise<void> => {
  const known = migrations(dialect);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => known } });
  if (await isNewer(db, known))
    throw new UnfitDatabase(
      ' 是由更新版本的清规建立的',
      '请升级清规，或用 --database、--output 另选一个位置',
    );
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
};

const isNewer = async (db: Kysely<Schema>, known: Record<string, Migration>): Promise<boolean> => {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return false;
  const { rows } = await sql<{
    name: string;
  }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db);
  return rows.some(({ name }) => !(name in known));
};
