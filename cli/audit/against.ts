import { realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { UsageError } from '../../model/index.js';
import type { DeskContext } from '../../review/index.js';
import { lastScan, rootsOf } from '../../store/index.js';
import { outputFolder } from '../collection.js';
import { DATABASE, DEFAULT_OUTPUT } from '../folder.js';
import { type LimitOptions, withLimits } from '../limits.js';
import type { DeskOptions } from '../review/options.js';
import { runScan } from '../scan.js';

/** Options that say what ledgers are held against. */
export interface AgainstOptions extends DeskOptions {
  readonly against: string;
}

/** What the ledgers are held against, and the unit where one was named. */
export interface Against {
  readonly options: AgainstOptions;
  /** '' for every unit. */
  readonly issuer: string;
}

/**
 * `--against` names the folder of a scan's results, a folder of documents, or a unit among those of the last scan. A folder of
 * which nothing is known yet is scanned first.
 */
export const againstOf = async (options: AgainstOptions): Promise<Against> => {
  const { against, output, database } = options;
  const found = await stat(against).catch(() => null);
  if (found === null) {
    if (/[/\\.]/u.test(against))
      throw new UsageError(`找不到 ${against}`, '请在 --against 后写结果目录、扫描过的文件夹或者单位名称');
    return { options, issuer: against };
  }
  const isOutput = !output && (await stat(join(against, DATABASE)).catch(() => null)) !== null;
  if (isOutput) return { options: { ...options, output: against }, issuer: '' };
  const isKnown = database || (await stat(join(output ?? DEFAULT_OUTPUT, DATABASE)).catch(() => null));
  if (!isKnown) {
    process.stderr.write(`${against} 还没有扫描，先扫描：\n`);
    await runScan([against], { ...SCANNING(), ...options, output: output ?? DEFAULT_OUTPUT }, (words) =>
      process.stderr.write(words),
    );
  }
  return { options, issuer: '' };
};

/** Limits as `scan` has them by default. */
const SCANNING = (): LimitOptions => withLimits(new Command()).opts<LimitOptions>();

/** The folder that was named must be what the last scan has read. */
export const mustBeScanned = async (
  { store, collection }: DeskContext,
  { output, database, against }: AgainstOptions,
  issuer: string,
): Promise<void> => {
  if (issuer !== '' || output === against) return;
  const last = await lastScan(store, collection);
  const folder = await realpath(against).catch(() => resolve(against));
  const isOutput = database && (await outputFolder(output)) === folder;
  if (isOutput || (last && (await rootsOf(store, last.scan)).includes(folder))) return;
  throw new UsageError(
    `${against} 不是扫描的结果目录，上次扫描的也不是它`,
    '请先用 qinggui scan 扫描这个文件夹，并用 --output 写出它的结果目录',
  );
};
