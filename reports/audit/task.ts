import { writeFile } from 'node:fs/promises';
import { cellText } from '../ledger/cell-text.js';
import { PROPERTIES } from '../ledger/workbook.js';
import { writeWholeZip } from '../whole-zip.js';

/** What a reviewer sees of a question: nothing by which known and drawn provisions could be told apart. */
export interface TaskQuestion {
  readonly document: string;
  readonly place: string;
  readonly text: string;
}

/** Heads of the columns of the blind task; by the first and the last it is read again. */
export const TASK_HEADS = ['编号', '文件', '位置', '条款原文', '是否涉及（D/B/P/Q/R/无）'] as const;

const WIDTHS = [8, 30, 16, 80, 18];
const CODES = [
  ['D', '信用信息纳入、共享、公开'],
  ['B', '“黑名单”认定：设立名单，规定其范围、标准、程序，列入或移出'],
  ['P', '失信惩戒措施：因失信、记录、名单、评级、评分而减损权益或增加义务'],
  ['Q', '没有提到信用的限制（违法后的限制）'],
  ['R', '信用修复、移出名单、记录的期限'],
  ['无', '都不涉及'],
];

/**
 * Writes the blind task as a workbook: one row a question, with an empty last column to fill in.
 *
 * @param mark says to which sample it belongs.
 */
export const writeAuditTask = async (
  path: string,
  mark: string,
  questions: readonly TaskQuestion[],
): Promise<void> => {
  // Loaded here, since it is large and most commands write no workbook.
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  Object.assign(book, PROPERTIES);
  const sheet = book.addWorksheet('抽查任务', { views: [{ state: 'frozen', ySplit: 2 }] });
  sheet.columns = WIDTHS.map((width) => ({ width }));
  sheet.addRow([mark]).font = { bold: true };
  sheet.addRow([...TASK_HEADS]).font = { bold: true };
  for (const [at, { document, place, text }] of questions.entries()) {
    const row = sheet.addRow([at + 1, cellText(document), cellText(place), cellText(text), '']);
    row.alignment = { wrapText: true, vertical: 'top' };
  }
  const help = book.addWorksheet('填写说明');
  help.columns = [{ width: 8 }, { width: 80 }];
  help.addRow(['', '逐条阅读原文，填写一个或几个字母（如 DP），都不涉及的填“无”；不要改动编号，不要空着。']);
  for (const code of CODES) help.addRow(code);
  await writeWholeZip(path, async (partial) =>
    writeFile(partial, new Uint8Array(await book.xlsx.writeBuffer())),
  );
};
