import { UsageError } from '../model/index.js';
import type { Dialect, Schema, Store } from './schema.js';

/** Milliseconds to wait for another process that writes to the same SQLite file. */
const BUSY_TIMEOUT = 10_000;
/** Connections to PostgreSQL: one for each worker thread's result and one for reports. */
const POOL_SIZE = 5;
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
  try {
    const store = dialect === 'postgres' ? await openPostgres(target) : await openSqlite(target);
    return await migrated(store);
  } catch (error) {
    throw refusal(dialect, target, error);
  }
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
  // WAL with NORMAL survives the end of the process at any moment; a power cut can lose the last files'
  // results, never the database, and what is lost is made again by the next scan.
  for (const setting of ['journal_mode = WAL', 'synchronous = NORMAL', 'foreign_keys = ON'])
    database.pragma(setting);
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database }) });
  return {
    db,
    dialect: 'sqlite',
    close: async () => {
      database.pragma('wal_checkpoint(TRUNCATE)');
      await db.destroy();
    },
  };
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

/** The user's words for a database that does not open. The address may hold a password and is not repeated. */
const refusal = (dialect: Dialect, target: string, error: unknown): UsageError => {
  const why = error instanceof Error ? error.message : String(error);
  return dialect === 'postgres'
    ? new UsageError(`连接不上 PostgreSQL 数据库：${why}`, '请检查 --database 的地址、用户名、密码和网络', {
        cause: error,
      })
    : new UsageError(
        `打不开数据库 ${target}：${why}`,
        '请关闭正在使用它的程序；如文件已损坏，请把它移到别处后重新扫描（其中的结果可以重新生成）',
        { cause: error },
      );
};
