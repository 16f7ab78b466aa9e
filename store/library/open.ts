import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from '../../model/index.js';
import { openingRefusal } from '../refusals.js';
import { APPLICATION_ID, type Connection, LIBRARY_VERSION, SCHEMA } from './schema.js';

/** Milliseconds to wait for another process that imports. */
const BUSY_TIMEOUT = 10_000;
const AGAIN = '请用 qinggui corpus import 重新导入法规文本';

/**
 * Opens a library for reading; null where there is none yet.
 *
 * @throws UsageError for a file that is no library of this version.
 */
export const connectForReading = async (path: string): Promise<Connection | null> => {
  if (!existsSync(path)) return null;
  const connection = await connect(path, true);
  if (isLibrary(connection)) return connection;
  const found = pragma(connection, 'application_id');
  connection.close();
  throw found === APPLICATION_ID
    ? new UsageError(`法规库 ${path} 由其他版本的清规建立`, AGAIN)
    : new UsageError(`${path} 不是清规的法规库`, `请检查 --corpus 或 QINGGUI_CORPUS 所写的路径；${AGAIN}`);
};

/** Opens a library for writing, made where there is none; one of another version is emptied: its files are read again. */
export const connectForWriting = async (path: string): Promise<Connection> => {
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch (error) {
    throw openingRefusal('sqlite', path, error);
  }
  const connection = await connect(path, false);
  try {
    for (const setting of ['journal_mode = WAL', 'synchronous = NORMAL', 'foreign_keys = OFF'])
      connection.pragma(setting);
    if (!isLibrary(connection)) makeEmpty(connection, path);
    return connection;
  } catch (error) {
    connection.close();
    throw openingRefusal('sqlite', path, error);
  }
};

const connect = async (path: string, readonly: boolean): Promise<Connection> => {
  const { default: Database } = await import('libsql');
  try {
    const connection = new Database(path, { timeout: BUSY_TIMEOUT, ...(readonly && { readonly }) });
    // Nothing is read when a database is opened: what is no database says so here.
    pragma(connection, 'application_id');
    return connection;
  } catch (error) {
    throw openingRefusal('sqlite', path, error);
  }
};

const pragma = (connection: Connection, name: string): number =>
  Number((connection.prepare(`pragma ${name}`).get() as Record<string, number>)[name]);

const isLibrary = (connection: Connection): boolean =>
  pragma(connection, 'application_id') === APPLICATION_ID &&
  pragma(connection, 'user_version') === LIBRARY_VERSION;

const makeEmpty = (connection: Connection, path: string): void => {
  const tables = connection
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .all() as { name: string }[];
  if (tables.length > 0 && pragma(connection, 'application_id') !== APPLICATION_ID)
    throw new UsageError(`${path} 是其他程序的数据库`, '请用 --corpus 另选一个位置');
  connection.exec('begin immediate');
  // Dropping the full-text table takes its shadow tables along.
  connection.exec('drop table if exists article_words');
  for (const { name } of tables)
    if (!name.startsWith('article_words')) connection.exec(`drop table if exists "${name}"`);
  connection.exec(SCHEMA);
  connection.exec(`pragma application_id = ${APPLICATION_ID}`);
  connection.exec(`pragma user_version = ${LIBRARY_VERSION}`);
  connection.exec('commit');
};
