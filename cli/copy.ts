import { createReadStream } from 'node:fs';
import { copyFile, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UsageError } from '../model/index.js';
import { writeRefusal } from './outputs.js';

/** Where `--jsonl` sends its copy. */
export type CopyTarget =
  | { readonly kind: 'output' }
  /** `stays`: what is there is no regular file (a pipe, a device) and is written into, never replaced. */
  | { readonly kind: 'file'; readonly path: string; readonly stays: boolean };

const STANDARD_OUTPUT = new Set(['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1']);

/**
 * What `--jsonl` names, before any work is done: `-` is standard output.
 *
 * @param own files of the scan itself, absolute, which no copy may take the place of.
 * @throws UsageError when it can not be written to.
 */
export const copyTarget = async (given: string, own: readonly string[]): Promise<CopyTarget> => {
  if (STANDARD_OUTPUT.has(given)) return { kind: 'output' };
  const advice = '请在 --jsonl 后写出一个文件的路径；写 - 则送到标准输出';
  const folder = await realpath(dirname(resolve(given))).catch((cause: unknown) => {
    throw new UsageError(`--jsonl 所在的文件夹不存在或无法打开：${dirname(given)}`, advice, { cause });
  });
  const named = join(folder, basename(resolve(given)));
  const path = await realpath(named).catch(() => named);
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) throw new UsageError(`--jsonl 后面是一个文件夹：${given}`, advice);
  if (own.includes(path)) throw new UsageError(`--jsonl 会覆盖清规自己的文件：${given}`, advice);
  return { kind: 'file', path, stays: found !== null && !found.isFile() };
};

/** Copies a file there; under a file's name the copy appears whole or not at all. */
export const copyTo = async (from: string, target: CopyTarget): Promise<void> => {
  if (target.kind === 'output') {
    await pipeline(createReadStream(from), process.stdout, { end: false });
    return;
  }
  const { path, stays } = target;
  const partial = `${path}.partial`;
  try {
    if (stays) {
      const file = await open(path, 'w');
      await pipeline(createReadStream(from), file.createWriteStream());
    } else {
      await copyFile(from, partial);
      await rename(partial, path);
    }
  } catch (error) {
    if (!stays) await rm(partial, { force: true });
    throw writeRefusal(path, error);
  }
};
