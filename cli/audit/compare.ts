import { readFile, realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { followedItems } from '../../audit/index.js';
import { type AuditReport, type FollowedItem, UsageError } from '../../model/index.js';
import { auditJson, auditText, writeAuditLetter, writeAuditWorkbook } from '../../reports/index.js';
import { auditReport } from '../../review/index.js';
import { addRound, repliesOf, roundsOf } from '../../store/index.js';
import { type CopyTarget, copyTarget, writeTo } from '../copy.js';
import { decoded } from '../profile.js';
import { withDesk } from '../review/desk-context.js';
import { type AgainstOptions, againstOf, mustBeScanned } from './against.js';
import { ledgersIn } from './ledger-files.js';

/** As commander parses them. */
export interface CompareOptions extends AgainstOptions {
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
