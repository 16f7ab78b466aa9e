import { join } from 'node:path';
import { UsageError } from '../../model/index.js';
import { outputFolder } from '../collection.js';
import { type CopyTarget, copyTarget } from '../copy.js';
import { type DatabaseOptions, databaseOf } from '../learn/database.js';

/** The given path, or a name in the output folder. */
export const ownPlace = async (
  options: DatabaseOptions,
  given: string | undefined,
  name: string,
): Promise<string> => given ?? join(await outputFolder(options.output), name);

/** Where the blind task is written. @throws UsageError where it can not be. */
export const taskTarget = async (
  options: DatabaseOptions,
  given: string | undefined,
): Promise<CopyTarget & { readonly kind: 'file' }> => {
  const path = await ownPlace(options, given, '抽查任务.xlsx');
  const target = await copyTarget(path, [databaseOf(options)], '--to');
  if (target.kind === 'output') throw new UsageError('抽查任务不能送到标准输出', '请写出一个 .xlsx 文件');
  return target;
};
