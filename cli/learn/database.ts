import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Option } from 'commander';
import { UsageError } from '../../model/index.js';
import { openStore, type Store, workingRefusal } from '../../store/index.js';
import { DATABASE, DEFAULT_OUTPUT, makeFolder } from '../folder.js';

/** Options that say in which database models and judgements are. */
export interface DatabaseOptions {
  readonly output?: string;
  /** '' for none. */
  readonly database?: string;
}

/** The option `--database`; its meaning is that of `scan`. */
export const databaseOption = (what: string): Option =>
  new Option('--database <地址>', what).env('QINGGUI_DATABASE');

/** The option `--database` of commands that only judge: without it they take the model that comes with the program. */
export const modelDatabaseOption = (): Option =>
  databaseOption(
    '用其中现用的模型判断的数据库，意思与 scan 的相同；不写，也没有设环境变量 QINGGUI_DATABASE 的，用清规自带的模型',
  );

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
