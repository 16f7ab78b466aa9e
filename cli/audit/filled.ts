import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { DEFAULT_FILE_LIMITS, type Manuscript, UsageError } from '../../model/index.js';
import { readSingle } from '../../pipeline/index.js';

const MEGABYTE = 1024 * 1024;
const LIMITS = { ...DEFAULT_FILE_LIMITS, bytes: 20 * MEGABYTE, unpackedBytes: 400 * MEGABYTE, pages: 500 };
const WORK = { workers: 1, timeout: 120_000, memory: 1_024 };

/**
 * Reads a table that somebody has filled in, in a process of its own under limits: the file comes from somebody else.
 *
 * @param what the file should be, for the advice: 抽查任务.
 * @throws UsageError where it can not be read.
 */
export const filledFile = async (path: string, what: string): Promise<Manuscript> => {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new UsageError(`读不到文件 ${path}`, '请核对路径');
  if (found.size > LIMITS.bytes) throw new UsageError(`文件过大：${path}`, `请核对是不是${what}`);
  const { manuscript, reason } = await readSingle(
    await readFile(path),
    basename(path),
    { limits: LIMITS, ocr: false },
    WORK,
    'manuscript',
  );
  if (!manuscript)
    throw new UsageError(
      `不能读取这个文件：${reason?.message ?? '未知的原因'}`,
      reason?.advice || '请核对文件',
    );
  return manuscript;
};
