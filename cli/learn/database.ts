import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UsageError } from '../../model/index.js';
import { openStore, type Store, workingRefusal } from '../../store/index.js';
import { DATABASE, DEFAULT_OUTPUT, makeFolder } from '../folder.js';

/** Options that say in which database models and judgements are. */
export interface DatabaseOptions {
  readonly output?: string;
  /** '' for none. */
  readonly database?: string;
}

/** The address or path of the database. */
export const databaseOf = ({ output, database }: DatabaseOptions): string =>
  database || join(resolve(output ?? DEFAULT_OUTPUT), DATABASE);

/** Does some work with a database; makes the output folder and an SQLite file where there is none. */
export const withStore = async <T>(
  options: DatabaseOptions,
  work: (store: Store) => Promise<T>,
): Promise<T> => {
  if (!options.database) await makeFolder(resolve(options.output ?? DEFAULT_OUTPUT));
  const target = databaseOf(options);
  const store = await openStore(target);
  try {
    return await work(store);
  } catch (error) {
    throw workingRefusal(error, target) ?? error;
  } finally {
    await store.close();
  }
};

/**
 * The same with a database that must be there already: a mistyped path makes no file.
 *
 * @throws UsageError where it is not.
 */
export const withExistingStore = async <T>(
  options: DatabaseOptions,
  work: (store: Store) => Promise<T>,
): Promise<T> => {
  const target = databaseOf(options);
  if (!target.includes('://'))
    await access(target).catch((cause: unknown) => {
      throw new UsageError(
        `找不到数据库：${target}`,
        '请用 --output 写出扫描的结果目录，或用 --database 写出数据库的地址',
        { cause },
      );
    });
  return withStore({ database: target }, work);
};
