import { existsSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from '../../model/index.js';
import { libraryRefusal, sqliteCode } from './refusals.js';
import { APPLICATION_ID, type Connection, LIBRARY_VERSION, SCHEMA } from './schema.js';

/** Milliseconds to wait for another process that imports. */
const BUSY_TIMEOUT = 10_000;

/** new: nothing in it yet; older: of an earlier version, to be filled anew from the files. */
export type LibraryState = 'new' | 'current' | 'older';

/**
 * Opens a library for reading; null where there is none yet. A copy in a place that can not be written to is opened as
 * one that nobody changes.
 *
 * @throws UsageError for a file that is no library of this version, or is damaged.
 */
export const connectForReading = async (path: string): Promise<Connection | null> => {
  if (!existsSync(path)) return null;
  const connection = await connect(path, 'read').catch((error: unknown) => {
    const copy = /^SQLITE_(?:CANTOPEN|READONLY)/u.test(sqliteCode((error as Error).cause)) && !hasLog(path);
    if (!copy) throw error;
    return connect(path, 'copy');
  });
  try {
    const state = stateOf(connection, path);
    if (state === 'current') return connection;
    if (state === 'older') throw tooOld(path, foldersOf(connection));
    connection.close();
    return null;
  } catch (error) {
    connection.close();
    throw libraryRefusal(path, error);
  }
};

/**
 * Opens a library for writing, made where there is none. Nothing is changed by opening it.
 *
 * @throws UsageError for another program's database and for a library of a later version.
 */
export const connectForWriting = async (
  path: string,
): Promise<{ readonly connection: Connection; readonly state: LibraryState }> => {
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch (error) {
    throw libraryRefusal(path, error);
  }
  const connection = await connect(path, 'write');
  try {
    for (const setting of ['synchronous = NORMAL', 'foreign_keys = OFF']) connection.pragma(setting);
    return { connection, state: stateOf(connection, path) };
  } catch (error) {
    connection.close();
    throw libraryRefusal(path, error);
  }
};

/** The folders that were imported into a library, of any version. */
export const foldersOf = (connection: Connection): string[] =>
  tablesOf(connection).includes('files')
    ? (
        connection.prepare('select distinct folder from files order by folder').all() as { folder: string }[]
      ).map(({ folder }) => folder)
    : [];

/** Drops everything and makes the tables of this version, within the caller's transaction. */
export const makeEmpty = (connection: Connection): void => {
  const tables = tablesOf(connection);
  // Dropping the full-text table takes its shadow tables along.
  connection.exec('drop table if exists article_words');
  for (const name of tables)
    if (!name.startsWith('article_words')) connection.exec(`drop table if exists "${name}"`);
  connection.exec(SCHEMA);
  connection.exec(`pragma application_id = ${APPLICATION_ID}`);
  connection.exec(`pragma user_version = ${LIBRARY_VERSION}`);
};

const connect = async (path: string, purpose: 'read' | 'copy' | 'write'): Promise<Connection> => {
  const { default: Database } = await import('libsql');
  const name = purpose === 'copy' ? `${pathToFileURL(resolve(path)).href}?immutable=1` : path;
  try {
    const connection = new Database(name, {
      timeout: BUSY_TIMEOUT,
      ...(purpose !== 'write' && { readonly: true }),
    });
    // Nothing is read when a database is opened: what is no database says so here.
    pragma(connection, 'application_id');
    return connection;
  } catch (error) {
    throw libraryRefusal(path, error);
  }
};

/** Whether an import left changes beside the file that are not in it yet. */
const hasLog = (path: string): boolean => existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0;

const pragma = (connection: Connection, name: string): number =>
  Number((connection.prepare(`pragma ${name}`).get() as Record<string, number>)[name]);

const tablesOf = (connection: Connection): string[] =>
  (
    connection
      .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
      .all() as { name: string }[]
  ).map(({ name }) => name);

const stateOf = (connection: Connection, path: string): LibraryState => {
  const version = pragma(connection, 'user_version');
  if (pragma(connection, 'application_id') !== APPLICATION_ID) {
    if (tablesOf(connection).length === 0 && version === 0) return 'new';
    throw new UsageError(
      `${path} 不是清规的法规库，是其他程序的数据库`,
      '请检查 --corpus 或 QINGGUI_CORPUS 所写的路径；要新建法规库的，请另选一个位置',
    );
  }
  if (version > LIBRARY_VERSION)
    throw new UsageError(
      `法规库 ${path} 由更新版本的清规建立，本版本不能使用`,
      '请升级清规，或者用 --corpus 另选一个位置重新导入',
    );
  return version === LIBRARY_VERSION ? 'current' : 'older';
};

const tooOld = (path: string, folders: readonly string[]): UsageError =>
  new UsageError(
    `法规库 ${path} 由旧版本的清规建立，须重新导入`,
    folders.length > 0
      ? `请重新导入：${folders.map((folder) => `qinggui corpus import "${folder}"`).join('；')}`
      : '请用 qinggui corpus import 重新导入法规文本',
  );
