import { createReadStream } from 'node:fs';
import { copyFile, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UsageError } from '../model/index.js';
import { writeRefusal } from './outputs.js';

/** Where `--jsonl` sends its copy, `--output` the report of a check, `--save` an evaluation. */
export type CopyTarget =
  | { readonly kind: 'output' }
  /** `stays`: what is there is no regular file (a pipe, a device) and is written into, never replaced. */
  | { readonly kind: 'file'; readonly path: string; readonly stays: boolean };

const STANDARD_OUTPUT = new Set(['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1']);

/**
 * What `option` names, before any work is done: `-` is standard output.
 *
 * @param own files of the command itself, absolute, which no copy may take the place of.
 * @throws UsageError when it can not be written to.
 */
export const copyTarget = async (
  given: string,
  own: readonly string[],
  option: `--${string}` = '--jsonl',
): Promise<CopyTarget> => {
  if (STANDARD_OUTPUT.has(given)) return { kind: 'output' };
  const advice = `请在 ${option} 后写出一个文件的路径；写 - 则送到标准输出`;
  const folder = await realpath(dirname(resolve(given))).catch((cause: unknown) => {
    throw new UsageError(`${option} 所在的文件夹不存在或无法打开：${dirname(given)}`, advice, { cause });
  });
  const named = join(folder, basename(resolve(given)));
  const path = await realpath(named).catch(() => named);
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) throw new UsageError(`${option} 后面是一个文件夹：${given}`, advice);
  if (own.includes(path))
    throw new UsageError(
      `${option} 会覆盖${option === '--jsonl' ? '清规自己的文件' : '要检查的文件'}：${given}`,
      advice,
    );
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

/** Writes a text, a stream of it, or what `content` writes to the path given to it; a file appears whole or not at all. */
export const writeTo = async (
  target: CopyTarget,
  content: string | AsyncIterable<string> | ((path: string) => Promise<void>),
): Promise<void> => {
  if (target.kind === 'output') {
    if (typeof content === 'function') throw new TypeError('only text goes to standard output');
    await pipeline(textOf(content), process.stdout, { end: false });
    return;
  }
  const { path, stays } = target;
  const partial = `${path}.partial`;
  try {
    if (typeof content === 'function') await content(path);
    else if (stays) await writeFile(path, textOf(content));
    else {
      await writeFile(partial, textOf(content));
      await rename(partial, path);
    }
  } catch (error) {
    if (!stays) await rm(partial, { force: true });
    throw writeRefusal(path, error);
  }
};

const textOf = (content: string | AsyncIterable<string>): AsyncIterable<string> | string[] =>
  typeof content === 'string' ? [content] : content;
