import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LedgerForm } from '../../model/index.js';
import { isPurpose } from '../../pipeline/index.js';
import {
  ledgerRow,
  type PlanItem,
  planItems,
  writeContactsDocx,
  writeEvidenceDocx,
  writeLedger,
  writeLedgerDocx,
  writePlan,
  writeSummaryReport,
} from '../../reports/index.js';
import { behindTheLog, logHead } from '../../store/index.js';
import type { ExportKind, ExportState } from '../api.js';
import { Refused } from '../errors.js';
import type { ExportedFile, Who } from '../server/desk.js';
import type { DeskContext } from './context.js';
import { exportStateOf, type OpenCounts, openCounts } from './export-state.js';
import { summaryFigures } from './figures.js';
import { DOCX, inPrivateFolder, XLSX } from './files.js';
import { type Extent, filedDocuments, ledgerInput } from './ledger.js';
import { logLines, logRemark } from './log-file.js';
import { scannedVersion } from './open-document.js';
import { spooled } from './spool.js';
import { refreshDocuments } from './sync.js';

/** What a file bears beside its rows. */
export interface ExportOptions {
  /** Date of the form, ISO; left to the pen where absent. */
  readonly date?: string;
  readonly form?: LedgerForm;
}

const FILES: Readonly<
  Record<ExportKind, { readonly name: string; readonly ending: string; readonly type: string }>
> = {
  'ledger-xlsx': { name: '台账', ending: '.xlsx', type: XLSX },
  'ledger-docx': { name: '台账', ending: '.docx', type: DOCX },
  'evidence-docx': { name: '台账证据附件', ending: '.docx', type: DOCX },
  'plan-docx': { name: '规范完善方案', ending: '.docx', type: DOCX },
  'summary-docx': { name: '总结报告', ending: '.docx', type: DOCX },
  'contacts-docx': { name: '联系人反馈表', ending: '.docx', type: DOCX },
  'log-jsonl': { name: '决定日志', ending: '.jsonl', type: 'application/jsonl; charset=utf-8' },
};

/** The name under which a file goes out. The log is what it is, and never a draft. */
export const exportName = (kind: ExportKind, drafts: boolean): string => {
  const { name, ending } = FILES[kind];
  return `${name}${drafts && kind !== 'log-jsonl' ? '（草稿）' : ''}${ending}`;
};

/** What an export of rows would leave out, or why it would be refused. */
export const exportState = async (context: DeskContext, drafts: boolean): Promise<ExportState> =>
  exportStateOf(await openCounts(context), drafts);

/**
 * A file that goes out of the review, of one state of the log: the same state gives the same bytes.
 *
 * @param drafts true: rows that nobody has confirmed yet are in it as well, and it says 草稿.
 * @throws Refused where it would say 不涉及 while something is open, and for the second reviewer, who does not see what the
 *   first has decided.
 */
export const exportFile = async (
  context: DeskContext,
  kind: ExportKind,
  drafts: boolean,
  who: Who,
  options: ExportOptions = {},
): Promise<ExportedFile> => {
  if (who.lane === 'second')
    throw new Refused('复核人不能导出初核的结果', '请由初核人或管理员导出；复核完成后可在“差异”页查看');
  const file = { name: exportName(kind, drafts), type: FILES[kind].type };
  const { bytes, notes } = await inPrivateFolder(async (folder) => {
    const path = join(folder, file.name);
    const said = await ofOneState(context, folder, (spool) =>
      write(context, { kind, drafts, options, path, spool }),
    );
    return { bytes: await readFile(path), notes: said };
  });
  return { ...file, bytes, notes };
};

/** Decisions that come while a file is written do not stand in one half of it: then it is written anew. */
const MOST_TRIES = 3;

const ofOneState = async <T>(
  context: DeskContext,
  folder: string,
  work: (spool: string) => Promise<T>,
): Promise<T> => {
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const before = await logHead(context.store);
    const result = await work(join(folder, `rows${tries}.jsonl`));
    if ((await logHead(context.store)).hash === before.hash) return result;
  }
  throw new Refused('导出时不断有新的决定写入，没有导出', '请稍后再导出');
};

interface Job {
  readonly kind: ExportKind;
  readonly drafts: boolean;
  readonly options: ExportOptions;
  readonly path: string;
  /** Of a file for rows, in a private folder. */
  readonly spool: string;
}

/** Writes the file; returns what is not in it. */
const write = async (context: DeskContext, job: Job): Promise<readonly string[]> => {
  const { kind, drafts, path } = job;
  if (kind === 'log-jsonl') {
    await writeFile(path, logLines(context.store));
    return [];
  }
  if (kind === 'contacts-docx') {
    await writeContactsDocx(path, [contactOf(context)], { draft: drafts });
    return ['联系人的姓名、职务和联系方式须人工填写'];
  }
  const { store, collection } = context;
  await refreshDocuments(context, await scannedVersion(context), await behindTheLog(store, collection));
  const counts = await openCounts(context);
  const { notes, refusal } = exportStateOf(counts, drafts);
  if (refusal) throw new Refused(refusal.message, refusal.advice);
  await writeRows(context, { ...job, kind, counts });
  return notes;
};

/** Whom the offices above can ask is known to nobody here: the form is left to the pen, but for the unit. */
const contactOf = ({ profile }: DeskContext) => ({
  name: '',
  unit: profile.unit,
  position: '',
  officePhone: '',
  mobilePhone: '',
  email: '',
});

type RowKind = Exclude<ExportKind, 'log-jsonl' | 'contacts-docx'>;

const writeRows = async (
  context: DeskContext,
  job: Omit<Job, 'kind'> & { readonly kind: RowKind; readonly counts: OpenCounts },
): Promise<void> => {
  const { kind, drafts, options, path, spool } = job;
  const extent: Extent = { drafts, ...options };
  const remark = logRemark(await logHead(context.store));
  if (kind === 'summary-docx') return writeSummaryReport(path, await summaryFigures(context, extent));
  if (kind === 'plan-docx') return writePlan(path, { ...(await plan(context, extent, job.counts)), remark });
  const input = ledgerInput(context, extent);
  const documents = await spooled(spool, input.documents());
  const whole = { ...input, documents, remark };
  switch (kind) {
    case 'ledger-xlsx':
      return writeLedger(path, whole);
    case 'ledger-docx':
      return writeLedgerDocx(path, whole);
    case 'evidence-docx':
      return writeEvidenceDocx(path, whole);
  }
};

/** The plan speaks of rows; a draft also of documents without one that break a rule. */
const plan = async (context: DeskContext, extent: Extent, { unread }: OpenCounts) => {
  const { profile } = context;
  const items: PlanItem[] = [];
  let [rows, confirmedRows] = [0, 0];
  for await (const { document, read, row } of filedDocuments(context, extent)) {
    if (row) rows += 1;
    if (row?.confirmed) confirmedRows += 1;
    if (!read || (!row && !extent.drafts)) continue;
    items.push(
      ...planItems({
        source: document.source,
        document: read,
        row: row && { ...row, ...ledgerRow(row, profile) },
        isPurpose,
      }),
    );
  }
  return {
    unit: profile.unit,
    ...(extent.date !== undefined && { date: extent.date }),
    draft: extent.drafts,
    rows,
    confirmedRows,
    unreadFiles: unread,
    items,
  };
};
