import type { Driver } from 'kysely';
import { UsageError } from '../model/index.js';
import { openingRefusal, UnfitDatabase } from './refusals.js';
import type { Dialect, Schema, Store } from './schema.js';

/** Milliseconds to wait for another process that writes to the same SQLite file. */
const BUSY_TIMEOUT = 10_000;
/** Connections to PostgreSQL: one for each worker thread's result and one for reports. */
const POOL_SIZE = 5;
/** Where Kysely's migrator writes down what it has done. */
const MIGRATION_TABLE = 'kysely_migration';
/** PostgreSQL's type number of bigint, which pg returns as a string unless told otherwise. */
const BIGINT_OID = 20;

/**
 * Opens a database and brings its schema up to date.
 *
 * @param target the path of an SQLite file, made where there is none, or a `postgres://` address.
 * @throws UsageError when it can not be opened, with what to do.
 */
export const openStore = async (target: string): Promise<Store> => {
  const dialect: Dialect = /^postgres(?:ql)?:\/\//u.test(target) ? 'postgres' : 'sqlite';
  if (dialect === 'sqlite' && /^[a-z][a-z+]{1,20}:\/\//iu.test(target))
    throw new UsageError(
      '--database 的地址不是清规能用的数据库',
      '请写 postgres://用户名:密码@主机/库名，或一个 SQLite 文件的路径',
    );
  try {
    const store = dialect === 'postgres' ? await openPostgres(target) : await openSqlite(target);
    return await migrated(store);
  } catch (error) {
    throw openingRefusal(dialect, target, error);
  }
};

/**
 * From now on what is committed is on the disk, also when the power fails the moment after: for what a person has decided,
 * which no scan makes again. PostgreSQL does so anyway.
 */
export const keepEveryCommit = async ({ db, dialect }: Store): Promise<void> => {
  if (dialect !== 'sqlite') return;
  const { sql } = await import('kysely');
  await sql`pragma synchronous = full`.execute(db);
};

const migrated = async (store: Store): Promise<Store> => {
  const { migrate } = await import('./migrations.js');
  try {
    await migrate(store.db, store.dialect);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
};

const openSqlite = async (path: string): Promise<Store> => {
  const [{ default: Database }, { Kysely, SqliteDialect }] = await Promise.all([
    import('libsql'),
    import('kysely'),
  ]);
  const database = new Database(path, { timeout: BUSY_TIMEOUT });
  try {
    mustBeOurs(database);
  } catch (error) {
    database.close();
    throw error;
  }
  // WAL with NORMAL survives the end of the process at any moment; a power cut can lose the last files'
  // results, never the database, and what is lost is made again by the next scan.
  for (const setting of ['journal_mode = WAL', 'synchronous = NORMAL', 'foreign_keys = ON'])
    database.pragma(setting);
  const dialect = new SqliteDialect({ database });
  const createDriver = dialect.createDriver.bind(dialect);
  dialect.createDriver = () => sayingTheCause(createDriver());
  const db = new Kysely<Schema>({ dialect });
  return {
    db,
    dialect: 'sqlite',
    close: async () => {
      try {
        database.pragma('wal_checkpoint(TRUNCATE)');
      } catch {
        // Only tidying up: what is in the log stays there for the next time, and a full disk has been told before.
      }
      await db.destroy();
    },
  };
};

/**
 * After an error like a full disk SQLite has rolled back by itself, and the complaint of a second rollback would
 * stand in the place of that error.
 */
const sayingTheCause = (driver: Driver): Driver => {
  const rollback = driver.rollbackTransaction.bind(driver);
  driver.rollbackTransaction = (connection) => rollback(connection).catch(() => undefined);
  return driver;
};

/** A file of another program is not to be filled with tables; nothing is written before this is known. */
const mustBeOurs = (database: InstanceType<typeof import('libsql')>): void => {
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as {
    name: string;
  }[];
  if (tables.length > 0 && !tables.some(({ name }) => name === MIGRATION_TABLE))
    throw new UnfitDatabase(' 是其他程序的数据库', '请用 --database 或 --output 另选一个位置');
};

const openPostgres = async (url: string): Promise<Store> => {
  const [
    {
      default: { Pool, types },
    },
    { Kysely, PostgresDialect },
  ] = await Promise.all([import('pg'), import('kysely')]);
  const pool = new Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: BUSY_TIMEOUT,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === BIGINT_OID ? Number : types.getTypeParser(oid, format ?? 'text'),
    },
  });
  // A lost idle connection is replaced by the pool; without a listener the event would end the process.
  pool.on('error', () => undefined);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return { db, dialect: 'postgres', close: () => db.destroy() };
};
