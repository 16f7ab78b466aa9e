import { mkdir, stat } from 'node:fs/promises';
import { UsageError } from '../model/index.js';

/** Where results go unless the user says otherwise. */
export const DEFAULT_OUTPUT = './清规结果';

/** The database's name in it where the user names none. */
export const DATABASE = 'qinggui.db';

/**
 * Makes the output folder where there is none.
 *
 * @throws UsageError when it can not be made.
 */
export const makeFolder = async (path: string): Promise<void> => {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    const found = await stat(path).catch(() => null);
    if (found?.isFile())
      throw new UsageError(`${path} 是一个文件，不能用作结果目录`, '请用 --output 换一个目录', {
        cause: error,
      });
    throw new UsageError(`无法建立结果目录 ${path}`, '请检查权限和磁盘空间，或用 --output 换一个目录', {
      cause: error,
    });
  }
};
