import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { AuditInput } from '../../audit/index.js';
import { DEFAULT_FILE_LIMITS, printable } from '../../model/index.js';
import { readSingle } from '../../pipeline/index.js';

/** The ledgers of some files, and what is to be said of files without one, a line each. */
export interface LedgerFiles {
  readonly ledgers: readonly AuditInput['ledgers'][number][];
  readonly refused: readonly string[];
}

/** Reads filed ledgers; of a folder every file in it. */
export const ledgersIn = async (paths: readonly string[]): Promise<LedgerFiles> => {
  const ledgers: AuditInput['ledgers'][number][] = [];
  const refused: string[] = [];
  for (const { path, source } of await filesOf(paths)) {
    const bytes = await readFile(path).catch(() => null);
    if (bytes === null) {
      refused.push(`未能读取 ${printable(path)}：找不到文件，或者没有权限\n`);
      continue;
    }
    const { analysis, reason } = await readSingle(bytes, source, { limits: DEFAULT_FILE_LIMITS, ocr: true });
    const found = analysis?.ledgers ?? [];
    if (found.length === 0)
      refused.push(
        `未能读取 ${printable(path)}：${reason ? `${reason.message}。建议：${reason.advice}` : '没有在文件中找到已填报的台账（表头应有文件名称、是否涉及、依据、处置方式等栏）'}\n`,
      );
    ledgers.push(...found.map((ledger) => ({ source, ledger })));
  }
  return { ledgers, refused };
};

const filesOf = async (paths: readonly string[]): Promise<{ path: string; source: string }[]> => {
  const files: { path: string; source: string }[] = [];
  for (const path of paths) {
    if (!(await stat(path).catch(() => null))?.isDirectory()) {
      files.push({ path, source: basename(path) });
      continue;
    }
    const inside = await readdir(path, { recursive: true, withFileTypes: true });
    const named = inside
      // Office programs keep such files beside an open one.
      .filter((entry) => entry.isFile() && !/^(?:\.|~\$)/u.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    files.push(...named.map((file) => ({ path: file, source: relative(path, file) })));
  }
  return files;
};
