import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { stream } from 'exceljs';
import { AUDIT_WORDS, type AuditMatch, type AuditReport } from '../../model/index.js';
import { ListSheet } from '../ledger/list-sheet.js';
import { fixZipDates } from '../zip-dates.js';
import {
  columnWords,
  countKinds,
  countWords,
  evidenceWords,
  resultWords,
  rowWords,
  scopeWords,
  subjectWords,
} from './words.js';

/** No clock in a result: the same input gives the same bytes. */
const FIXED = new Date(Date.UTC(2021, 0, 1));

const ITEM_COLUMNS = [
  { heading: '序号', width: 6, centred: true },
  { heading: '文件名称（文号）', width: 30 },
  { heading: '事项', width: 14, centred: true },
  { heading: '程度', width: 8, centred: true },
  { heading: '填报单位', width: 16 },
  { heading: '台账', width: 16 },
  { heading: '行', width: 9, centred: true },
  { heading: '栏目', width: 14 },
  { heading: '台账所填', width: 20 },
  { heading: '核对情况', width: 20 },
  { heading: '理由', width: 36 },
  { heading: '条款及原文', width: 42 },
  { heading: '文件所在', width: 24 },
  { heading: '单位答复（采纳/说明/不采纳）', width: 16 },
  { heading: '答复说明', width: 24 },
  { heading: '后续', width: 18 },
  { heading: '编号（请勿改动）', width: 15, centred: true },
] as const;

const MATCH_COLUMNS = [
  { heading: '台账', width: 18 },
  { heading: '行', width: 8, centred: true },
  { heading: '台账所列文件', width: 40 },
  { heading: '对应的文件', width: 40 },
  { heading: '文件所在', width: 30 },
  { heading: '对应方式', width: 14, centred: true },
  { heading: '出入', width: 24 },
] as const;

const BY_WORDS: Readonly<Record<AuditMatch['by'], string>> = {
  number: '文号',
  title: '名称',
  similar: '名称相近',
};

/**
 * Writes the audit as .xlsx: every item with room for the unit's answer and what follows, and which row was taken for which
 * document. The file appears under its name only when it is complete.
 */
export const writeAuditWorkbook = async (path: string, report: AuditReport): Promise<void> => {
  const partial = `${path}.partial`;
  try {
    await writeBook(partial, (book) => {
      itemSheet(book, report);
      matchSheet(book, report);
    });
    await fixZipDates(partial);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
};

const itemSheet = (book: stream.xlsx.WorkbookWriter, report: AuditReport): void => {
  const sheet = new ListSheet(book, '反馈事项', ITEM_COLUMNS);
  for (const [at, item] of report.items.entries())
    sheet.add(
      [
        at + 1,
        subjectWords(item),
        AUDIT_WORDS[item.kind],
        item.certain ? '问题' : '请核对',
        item.unit,
        item.row?.ledger ?? '',
        rowWords(item),
        columnWords(item.column),
        item.said,
        item.found,
        item.reason,
        evidenceWords(item).join('\n'),
        item.document?.source ?? '',
        '',
        '',
        '',
        item.id,
      ],
      item.certain ? undefined : 'hint',
    );
  sheet.end(
    [resultWords(report), ...countKinds(report.items).map((each) => `${countWords(each)}。`)].join(''),
  );
};

const matchSheet = (book: stream.xlsx.WorkbookWriter, report: AuditReport): void => {
  const sheet = new ListSheet(book, '台账与文件对应', MATCH_COLUMNS);
  for (const { rows, document, by, differs } of report.matches)
    for (const row of rows)
      sheet.add([row.ledger, row.index, row.document, document.name, document.source, BY_WORDS[by], differs]);
  sheet.end(scopeWords(report).join(''));
};

const writeBook = async (path: string, fill: (book: stream.xlsx.WorkbookWriter) => void): Promise<void> => {
  const output = createWriteStream(path);
  const failed = new Promise<never>((_, reject) => output.once('error', reject));
  const closed = new Promise<void>((resolve) => output.once('close', resolve));
  // Loaded here, since it is large and most commands write no workbook.
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: output,
    useStyles: true,
    useSharedStrings: false,
  });
  Object.assign(book, { created: FIXED, modified: FIXED, creator: '清规', lastModifiedBy: '清规' });
  const write = async (): Promise<void> => {
    fill(book);
    await book.commit();
    await closed;
  };
  try {
    await Promise.race([write(), failed]);
  } finally {
    output.destroy();
  }
};
