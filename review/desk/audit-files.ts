import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { followedItems } from '../../audit/index.js';
import type { AuditReport, FollowUp } from '../../model/index.js';
import { auditJson, writeAuditLetter, writeAuditWorkbook } from '../../reports/index.js';
import { repliesOf, roundsOf } from '../../store/index.js';
import { type AuditFile, type AuditFileQuery, NO_UNIT } from '../audit-api.js';
import { NotFound } from '../errors.js';
import type { ExportedFile } from '../server/desk.js';
import { mustHave } from './audit-kept.js';
import type { DeskContext } from './context.js';
import { DOCX, inPrivateFolder, XLSX } from './files.js';

const FILES: Readonly<Record<AuditFile, { readonly name: string; readonly type: string }>> = {
  xlsx: { name: '反馈事项表', type: XLSX },
  docx: { name: '反馈意见', type: DOCX },
  json: { name: '台账核对', type: 'application/json; charset=utf-8' },
};

/**
 * A comparison as a file, with what was said of its items up to now.
 *
 * @throws NotFound where there is no such comparison, or the unit has no part in it.
 */
export const auditFile = async (
  { store, collection }: DeskContext,
  number: number,
  kind: AuditFile,
  { unit, date }: AuditFileQuery,
): Promise<ExportedFile> => {
  const rounds = await roundsOf(store, collection);
  const round = mustHave(rounds, number);
  // What a later comparison has found is not in the file of this one.
  const upTo = rounds.filter((each) => each.number <= number);
  const items = followedItems(upTo, await repliesOf(store, collection));
  const whole: FollowUp = { round: { number, at: round.at }, items };
  const [report, follow] = unit === undefined ? [round.report, whole] : ofUnit(round.report, whole, unit);
  const { name, type } = FILES[kind];
  const bytes = await inPrivateFolder(async (folder) => {
    const path = join(folder, `file.${kind}`);
    if (kind === 'xlsx') await writeAuditWorkbook(path, report, follow);
    else if (kind === 'docx') await writeAuditLetter(path, report, date, follow);
    else await writeFile(path, `${JSON.stringify(auditJson(report, follow), null, 2)}\n`);
    return readFile(path);
  });
  const whose = unit === undefined ? '' : `（${unit.replace(UNFIT, '')}）`;
  return { name: `${name}（第${number}次核对）${whose}.${kind}`, type, bytes, notes: [] };
};

/** What no system lets stand in a file's name. */
const UNFIT = /[\\/:*?"<>|\p{Cc}]/gu;

/** Of a comparison what is for one unit alone: another one's ledger is nothing for it to see. */
const ofUnit = (report: AuditReport, follow: FollowUp, asked: string): readonly [AuditReport, FollowUp] => {
  const unit = asked === NO_UNIT ? '' : asked;
  const ledgers = report.ledgers.filter((each) => each.unit === unit);
  const items = report.items.filter((item) => item.unit === unit);
  if (ledgers.length + items.length === 0)
    throw new NotFound('这次核对没有涉及这个单位', '请返回台账核对页重新选择');
  const own = new Set(ledgers.map(({ source }) => source));
  const matches = report.matches
    .map((match) => ({ ...match, rows: match.rows.filter(({ ledger }) => own.has(ledger)) }))
    .filter(({ rows }) => rows.length > 0);
  return [
    { ...report, ledgers, items, matches, units: report.units.filter((each) => each === unit) },
    { ...follow, items: follow.items.filter(({ item }) => item.unit === unit) },
  ];
};
