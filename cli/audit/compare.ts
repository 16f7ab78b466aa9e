import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { Command } from 'commander';
import { type AuditInput, followedItems } from '../../audit/index.js';
import {
  type AuditReport,
  DEFAULT_FILE_LIMITS,
  type FollowedItem,
  printable,
  UsageError,
} from '../../model/index.js';
import { readSingle } from '../../pipeline/index.js';
import { auditJson, auditText, writeAuditLetter, writeAuditWorkbook } from '../../reports/index.js';
import { auditReport, type DeskContext } from '../../review/index.js';
import { addRound, lastScan, repliesOf, rootsOf, roundsOf } from '../../store/index.js';
import { outputFolder } from '../collection.js';
import { type CopyTarget, copyTarget, writeTo } from '../copy.js';
import { DATABASE, DEFAULT_OUTPUT } from '../folder.js';
import { type LimitOptions, withLimits } from '../limits.js';
import { decoded } from '../profile.js';
import { withDesk } from '../review/desk-context.js';
import type { DeskOptions } from '../review/options.js';
import { runScan } from '../scan.js';

/** As commander parses them. */
export interface CompareOptions extends DeskOptions {
  readonly against: string;
  readonly since?: string;
  readonly units?: string;
  readonly json?: boolean;
  readonly xlsx?: string;
  readonly docx?: string;
  readonly date?: string;
}

/** Exit status: 0 no problem found, 1 some found, 2 called wrongly or a ledger that was not read. */
const FOUND = 1;
const UNREAD = 2;

/** `qinggui audit compare`. Returns the exit status. */
export const runCompare = async (
  paths: readonly string[],
  options: CompareOptions,
  say = (words: string): void => void process.stdout.write(words),
): Promise<number> => {
  const own = await Promise.all(paths.map((path) => realpath(path).catch(() => resolve(path))));
  const workbook = await target(options.xlsx, own, '--xlsx');
  const letter = await target(options.docx, own, '--docx');
  const units = options.units === undefined ? [] : await unitsIn(options.units);
  const { options: known, issuer } = await againstOf(options);
  return withDesk(known, async (context) => {
    await mustBeScanned(context, known, issuer);
    const { ledgers, refused } = await ledgersIn(paths);
    // Without any ledger nothing was compared: a report would read as if all were well.
    if (ledgers.length === 0 && units.length === 0) {
      for (const words of refused) process.stderr.write(words);
      return UNREAD;
    }
    const report = await auditReport(context, {
      ledgers,
      units,
      ...(issuer && { issuer }),
      ...(options.since !== undefined && { since: options.since }),
    });
    const { store, collection: name, clock } = context;
    const { number, at } = await addRound(store, name, report, clock());
    const items = followedItems(await roundsOf(store, name), await repliesOf(store, name));
    const follow = { round: { number, at }, items };
    if (workbook) await writeTo(workbook, (path) => writeAuditWorkbook(path, report, follow));
    if (letter) await writeTo(letter, (path) => writeAuditLetter(path, report, options.date, follow));
    say(options.json ? `${JSON.stringify(auditJson(report, follow), null, 2)}\n` : auditText(report, follow));
    for (const each of [workbook, letter])
      if (each?.kind === 'file' && !options.json) say(`已写出：${each.path}\n`);
    for (const words of refused) process.stderr.write(words);
    return refused.length > 0 ? UNREAD : isFaulty(report, items) ? FOUND : 0;
  });
};

/** What the office itself has closed is no problem any more. */
const isFaulty = ({ items }: AuditReport, followed: readonly FollowedItem[]): boolean => {
  const closed = new Set(followed.flatMap(({ item, state }) => (state === 'closed' ? [item.id] : [])));
  return items.some(({ id, certain }) => certain && !closed.has(id));
};

const target = async (
  given: string | undefined,
  own: readonly string[],
  option: '--xlsx' | '--docx',
): Promise<CopyTarget | null> => {
  if (given === undefined) return null;
  const found = await copyTarget(given, own, option);
  if (found.kind === 'output')
    throw new UsageError(`${option} 不能送到标准输出`, `请在 ${option} 后写出一个文件的路径`);
  return found;
};

const unitsIn = async (path: string): Promise<string[]> => {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new UsageError(`读不到单位名单：${path}`, '请检查路径是否写对、是否有权限', { cause });
  });
  return [
    ...new Set(
      decoded(bytes)
        .split(/\r?\n/u)
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ];
};

/** The ledgers of the files, and what is to be said of files without one, a line each. */
const ledgersIn = async (
  paths: readonly string[],
): Promise<{ ledgers: AuditInput['ledgers'][number][]; refused: string[] }> => {
  const ledgers: AuditInput['ledgers'][number][] = [];
  const refused: string[] = [];
  for (const path of paths) {
    if ((await stat(path).catch(() => null))?.isDirectory())
      throw new UsageError(`${path} 是一个文件夹`, '请写台账文件，可写多个');
    const bytes = await readFile(path).catch(() => null);
    if (bytes === null) {
      refused.push(`未能读取 ${printable(path)}：找不到文件，或者没有权限\n`);
      continue;
    }
    const { analysis, reason } = await readSingle(bytes, basename(path), {
      limits: DEFAULT_FILE_LIMITS,
      ocr: true,
    });
    const found = analysis?.ledgers ?? [];
    if (found.length === 0)
      refused.push(
        `未能读取 ${printable(path)}：${reason ? `${reason.message}。建议：${reason.advice}` : '没有在文件中找到已填报的台账（表头应有文件名称、是否涉及、依据、处置方式等栏）'}\n`,
      );
    ledgers.push(...found.map((ledger) => ({ source: basename(path), ledger })));
  }
  return { ledgers, refused };
};

/** What the ledgers are held against, and the unit where one was named. */
interface Against {
  readonly options: CompareOptions;
  /** '' for every unit. */
  readonly issuer: string;
}

/**
 * `--against` names the folder of a scan's results, a folder of documents, or a unit among those of the last scan. A folder of
 * which nothing is known yet is scanned first.
 */
const againstOf = async (options: CompareOptions): Promise<Against> => {
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
const mustBeScanned = async (
  { store, collection }: DeskContext,
  { output, database, against }: CompareOptions,
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
