import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { markOf } from '../../corpus/index.js';
import { codeOf, UsageError } from '../../model/index.js';
import { type CopyTarget, copyTarget, writeTo } from '../copy.js';
import { type EvaluationRun, evaluationRun } from './contract.js';
import type { EvaluatedSet } from './sets.js';

const ADVICE = '请写出用 qinggui evaluate --save 保存的文件';

/** What tells one set of texts from another: their ids and words, in any order. */
export const fingerprintOf = ({ texts }: EvaluatedSet): string => {
  const lines = texts.map(({ id, text }) => `${id}\t${markOf(text)}\n`).sort();
  return createHash('sha256').update(lines.join(''), 'utf8').digest('hex').slice(0, 12);
};

/** @throws UsageError where the file can not be read, is no saved run, or one of other texts than `set`. */
export const readRun = async (path: string, set: EvaluationRun['set']): Promise<EvaluationRun> => {
  const words = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new UsageError(
      codeOf(cause) === 'ENOENT'
        ? `--against 后面的文件不存在：${path}`
        : `读不到 --against 后面的文件：${path}`,
      ADVICE,
      { cause },
    );
  });
  let value: unknown;
  try {
    value = JSON.parse(words);
  } catch (cause) {
    throw new UsageError(`${path} 不是有效的 JSON`, ADVICE, { cause });
  }
  const run = evaluationRun.safeParse(value);
  if (!run.success)
    throw new UsageError(`${path} 不是保存的评测结果，或由其他版本的清规保存`, ADVICE, { cause: run.error });
  const { name, texts, fingerprint } = run.data.set;
  if (fingerprint !== set.fingerprint)
    throw new UsageError(
      `${path} 是另一组文字的评测结果：保存的是“${name}”（${texts} 段），现在是“${set.name}”（${set.texts} 段）`,
      '只能与同一组文字（id 和文字都相同）的结果比较；请用 --save 对这一组另存一份',
    );
  const ids = new Set(run.data.texts.map(({ id }) => id));
  if (ids.size !== set.texts || run.data.texts.length !== set.texts)
    throw new UsageError(`${path} 中的段落有缺漏或重复`, ADVICE);
  return run.data;
};

/**
 * Where `--save` writes, looked at before any work is done.
 *
 * @param files what is evaluated, which is never written over.
 * @throws UsageError when it can not be written to.
 */
export const saveTarget = async (path: string, files: readonly string[]): Promise<CopyTarget> => {
  const own = await Promise.all(files.map((file) => realpath(file).catch(() => file)));
  const target = await copyTarget(path, own, '--save');
  if (target.kind === 'output')
    throw new UsageError('--save 不能送到标准输出', '请在 --save 后写出一个文件的路径');
  return target;
};

export const saveRun = (target: CopyTarget, run: EvaluationRun): Promise<void> =>
  writeTo(target, `${JSON.stringify(run)}\n`);
