import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, UsageError } from '../model/index.js';
import { openingRefusal } from './refusals.js';

/** The file whose lock stands for the whole output folder. It stays empty. */
export const LOCK_NAME = 'qinggui.lock';

/**
 * Takes an output folder for this process alone, until the returned function is called or the process ends in
 * whatever way. The lock is SQLite's own on an empty file: the operating system takes it back, so that a killed
 * process leaves nothing behind that would have to be judged by its age.
 *
 * @throws UsageError while another process has the folder, or when nothing can be written there.
 */
export const lockFolder = async (folder: string): Promise<() => Promise<void>> => {
  const { default: Database } = await import('libsql');
  const path = join(folder, LOCK_NAME);
  for (;;) {
    let database: InstanceType<typeof Database> | undefined;
    try {
      database = new Database(path, { timeout: 0 });
      // Without a journal's file, which a killed process would leave beside the lock.
      database.pragma('journal_mode = MEMORY');
      database.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      database?.close();
      throw codeOf(error) === 'SQLITE_BUSY' ? taken(folder, error) : openingRefusal('sqlite', path, error);
    }
    const held = database;
    // Its former holder may have removed the file after it was opened here: nobody else would see that lock.
    if (await isThere(path)) return () => release(path, held);
    held.close();
  }
};

/** Removed while still locked, where the system allows that; elsewhere the empty file stays and harms nobody. */
const release = async (path: string, database: { close(): unknown }): Promise<void> => {
  await rm(path, { force: true }).catch(() => undefined);
  database.close();
};

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const taken = (folder: string, cause: unknown): UsageError =>
  new UsageError(
    `另一个清规程序正在使用结果目录 ${folder}`,
    '请等它结束后重新运行，或用 --output 换一个目录',
    { cause },
  );
