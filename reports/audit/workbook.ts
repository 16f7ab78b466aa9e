import type { stream } from 'exceljs';
import { AUDIT_WORDS, type AuditMatch, type AuditReport } from '../../model/index.js';
import { ListSheet } from '../ledger/list-sheet.js';
import { writeWorkbook } from '../ledger/workbook.js';
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
export const writeAuditWorkbook = (path: string, report: AuditReport): Promise<void> =>
  writeWorkbook(path, (book) => {
    itemSheet(book, report);
    matchSheet(book, report);
  });

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
