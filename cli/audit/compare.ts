import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import {
  type AuditedDocument,
  type AuditInput,
  auditedDocuments,
  compareLedgers,
} from '../../audit/index.js';
import { type AuditReport, DEFAULT_FILE_LIMITS, printable, UsageError } from '../../model/index.js';
import { nameByFile, readSingle, Suppressions } from '../../pipeline/index.js';
import { auditText, needsPerson, writeAuditLetter, writeAuditWorkbook } from '../../reports/index.js';
import { analysedFiles, lastScan, rootsOf, type Store } from '../../store/index.js';
import { collectionOf, outputFolder } from '../collection.js';
import { type CopyTarget, copyTarget, writeTo } from '../copy.js';
import { DATABASE } from '../folder.js';
import { type DatabaseOptions, withExistingStore } from '../learn/database.js';
import { decoded } from '../profile.js';
import { readSuppressions } from '../suppressions.js';

/** As commander parses them. */
export interface CompareOptions extends DatabaseOptions {
  readonly against: string;
  readonly since?: string;
  readonly units?: string;
  readonly suppressions?: string;
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
  const { documents, unread } = await scannedDocuments(options);
  const { ledgers, refused } = await ledgersIn(paths);
  // Without any ledger nothing was compared: a report would read as if all were well.
  if (ledgers.length === 0 && units.length === 0) {
    for (const words of refused) process.stderr.write(words);
    return UNREAD;
  }
  const report = compareLedgers({
    ledgers,
    documents,
    unread,
    units,
    ...(options.since !== undefined && { since: options.since }),
  });
  if (workbook) await writeTo(workbook, (path) => writeAuditWorkbook(path, report));
  if (letter) await writeTo(letter, (path) => writeAuditLetter(path, report, options.date));
  say(options.json ? `${JSON.stringify(report, null, 2)}\n` : auditText(report));
  for (const each of [workbook, letter])
    if (each?.kind === 'file' && !options.json) say(`已写出：${each.path}\n`);
  for (const words of refused) process.stderr.write(words);
  return refused.length > 0 ? UNREAD : isFaulty(report) ? FOUND : 0;
};

const isFaulty = ({ items }: AuditReport): boolean => items.some(({ certain }) => certain);

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

/** The documents of the last scan. */
const scannedDocuments = async (
  options: CompareOptions,
): Promise<{ documents: AuditedDocument[]; unread: number }> => {
  const { against } = options;
  const isOutput = !options.output && (await stat(join(against, DATABASE)).catch(() => null)) !== null;
  const output = isOutput || options.database ? against : options.output;
  const place = { ...(output && { output }), ...(options.database && { database: options.database }) };
  const suppressions = new Suppressions(await readSuppressions(options.suppressions));
  return withExistingStore(place, async (store) => {
    const { scan, version } = await scanOf(store, place, against, isOutput);
    const documents: AuditedDocument[] = [];
    let unread = 0;
    for await (const { file, analysis } of analysedFiles(store, scan, version, 'all')) {
      if (!analysis) {
        if (needsPerson(file)) unread++;
        continue;
      }
      const named = suppressions.apply(nameByFile(analysis, file.source), file.source);
      documents.push(...auditedDocuments(file.source, named));
    }
    return { documents, unread };
  });
};

/** The scan that is meant: of the output folder, or the last one of the folder that was given. */
const scanOf = async (
  store: Store,
  place: DatabaseOptions,
  against: string,
  isOutput: boolean,
): Promise<{ readonly scan: number; readonly version: string }> => {
  const collection = collectionOf(store, place, await outputFolder(place.output));
  const last = await lastScan(store, collection);
  if (!last) throw new UsageError(`${against} 还没有扫描结果`, '请先运行 qinggui scan <文件夹>');
  if (isOutput || place.database) return last;
  const folder = await realpath(against).catch(() => resolve(against));
  if ((await rootsOf(store, last.scan)).includes(folder)) return last;
  throw new UsageError(
    `${against} 不是扫描的结果目录，上次扫描的也不是它`,
    '请先用 qinggui scan 扫描这个文件夹，再把结果目录写在 --against 后面',
  );
};
