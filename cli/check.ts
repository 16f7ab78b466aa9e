import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { sourceTextOf } from '../extractors/index.js';
import {
  codeOf,
  DEFAULT_FILE_LIMITS,
  documentName,
  type Reason,
  reason,
  UsageError,
} from '../model/index.js';
import {
  nameByFile,
  type Reading,
  RULES,
  readSingle,
  Suppressions,
  withModelFile,
} from '../pipeline/index.js';
import {
  type CheckedFile,
  type CheckReport,
  checkJson,
  checkSarif,
  checkText,
  countsOf,
  LEVEL_WORDS,
  rulesText,
} from '../reports/index.js';
import { type CopyTarget, copyTarget, writeTo } from './copy.js';
import { type CorpusOptions, libraryRef } from './corpus/location.js';
import type { DatabaseOptions } from './learn/database.js';
import type { EncoderOptions } from './learn/encoder-option.js';
import { modelOf } from './learn/model-in-use.js';
import { readSuppressions, unusedWords } from './suppressions.js';
import { version } from './version.js';

/** As commander parses them. */
export interface CheckOptions extends CorpusOptions, EncoderOptions, Pick<DatabaseOptions, 'database'> {
  readonly format: 'text' | 'json' | 'sarif' | 'docx';
  readonly output?: string;
  readonly rules?: boolean;
  readonly suppressions?: string;
}

/** Exit status: 0 no error found, 1 an error found, 2 called wrongly or a file that was not read. */
const FOUND = 1;
const UNREAD = 2;

/** `qinggui check`: drafts against the rules, as a linter. Returns the exit status. */
export const runCheck = async (paths: readonly string[], options: CheckOptions): Promise<number> => {
  if (options.rules) {
    process.stdout.write(rulesText(RULES));
    return 0;
  }
  if (paths.length === 0)
    throw new UsageError('没有写要检查的文件', '用法：qinggui check <文件…>；--rules 列出全部规则');
  await refuseFolders(paths);
  const suppressions = new Suppressions(await readSuppressions(options.suppressions));
  const target = await targetOf(options, paths);
  const files: CheckedFile[] = [];
  const library = await libraryRef(options);
  const reading = { limits: DEFAULT_FILE_LIMITS, ocr: true, ...(library && { library }) };
  await withModelFile(await modelOf(options), async (model) => {
    for (const path of paths)
      files.push(await checkFile(path, suppressions, { ...reading, ...(model && { model }) }));
  });
  const report: CheckReport = { version: version(), rules: RULES, files };
  await write(report, options, target);
  process.stderr.write(unusedWords(suppressions));
  if (target.kind === 'file') process.stdout.write(`已写出：${target.path}\n`);
  const { error, unread } = countsOf(report);
  return unread > 0 ? UNREAD : error > 0 ? FOUND : 0;
};

const targetOf = async ({ format, output }: CheckOptions, paths: readonly string[]): Promise<CopyTarget> => {
  if (output === undefined) {
    if (format === 'docx')
      throw new UsageError('docx 不能显示在屏幕上', '请用 --output 写明文件，如 --output 审查意见.docx');
    return { kind: 'output' };
  }
  // What is checked is never written over.
  const own = await Promise.all(paths.map((path) => realpath(path).catch(() => path)));
  const target = await copyTarget(output, own, '--output');
  if (format === 'docx' && target.kind === 'output')
    throw new UsageError('docx 不能送到标准输出', '请用 --output 写明文件，如 --output 审查意见.docx');
  return target;
};

const checkFile = async (
  path: string,
  suppressions: Suppressions,
  reading: Reading,
): Promise<CheckedFile> => {
  const bytes = await readFile(path).catch(refusalOf);
  if (!(bytes instanceof Uint8Array))
    return { path, format: 'unknown', hash: '', reason: bytes, notes: [], documents: [], sourceText: null };
  const read = await readSingle(bytes, basename(path), reading);
  const analysis = read.analysis && suppressions.apply(nameByFile(read.analysis, basename(path)), path);
  return {
    path,
    format: read.format,
    hash: createHash('sha256').update(bytes).digest('hex'),
    reason: analysis ? null : packed(read.reason),
    notes: (analysis?.notes ?? []).map(({ message }) => message),
    documents: (analysis?.documents ?? []).map((document) => ({
      name: documentName(document, basename(path)),
      level: LEVEL_WORDS[document.regulation.header.level.value],
      breaches: document.breaches,
    })),
    sourceText: read.manuscript?.sourceMap ? sourceTextOf(bytes, read.format) : null,
  };
};

const refuseFolders = async (paths: readonly string[]): Promise<void> => {
  for (const path of paths)
    if ((await stat(path).catch(() => null))?.isDirectory())
      throw new UsageError(`${path} 是一个文件夹`, '请写要检查的文件；整个文件夹请用 qinggui scan');
};

/** One unreadable file does not keep the others from being checked. */
const refusalOf = (error: unknown): Reason => {
  const missing = codeOf(error) === 'ENOENT';
  return {
    ...reason('access'),
    message: missing ? '找不到文件' : '没有读取权限',
    advice: missing ? '请检查路径是否写对' : '请检查文件权限',
  };
};

/** What is packed in an archive is for `scan`. */
const packed = (why: Reason | null): Reason => {
  if (why?.code !== 'unpacked') return why ?? reason('internal');
  return { ...why, message: '压缩包', advice: '请解开后逐个检查，或者用 qinggui scan 扫描' };
};

const write = async (report: CheckReport, { format }: CheckOptions, target: CopyTarget): Promise<void> => {
  if (format === 'docx') {
    const { writeCheckDocx } = await import('../reports/index.js');
    if (target.kind === 'file') await writeTo(target, (path) => writeCheckDocx(path, report));
    return;
  }
  const text =
    format === 'text'
      ? checkText(report)
      : `${JSON.stringify(format === 'json' ? checkJson(report) : checkSarif(report), null, 2)}\n`;
  await writeTo(target, text);
};
