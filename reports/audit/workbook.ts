import type { stream } from 'exceljs';
import {
  AUDIT_WORDS,
  type AuditMatch,
  type AuditReport,
  type FollowUp,
  REPLY_WORDS,
  STATE_WORDS,
} from '../../model/index.js';
import { ListSheet } from '../ledger/list-sheet.js';
import { writeWorkbook } from '../ledger/workbook.js';
import { followedById, progressWords, replyWords, roundWords, unitAnswer } from './follow-words.js';
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

/** By these columns a filled workbook or letter is read back. */
export const ANSWER_HEADS = {
  answer: '单位答复（采纳/说明/不采纳）',
  words: '答复说明',
  id: '编号（请勿改动）',
} as const;

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
  { heading: ANSWER_HEADS.answer, width: 16 },
  { heading: ANSWER_HEADS.words, width: 24 },
  { heading: '后续', width: 18 },
  { heading: '首次提出', width: 16, centred: true },
  { heading: ANSWER_HEADS.id, width: 15, centred: true },
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
export const writeAuditWorkbook = (path: string, report: AuditReport, follow?: FollowUp): Promise<void> =>
  writeWorkbook(path, (book) => {
    itemSheet(book, report, follow);
    matchSheet(book, report);
    if (follow?.items.some(({ corrected }) => corrected)) correctedSheet(book, follow);
  });

const itemSheet = (book: stream.xlsx.WorkbookWriter, report: AuditReport, follow?: FollowUp): void => {
  const followed = followedById(follow);
  const sheet = new ListSheet(book, '反馈事项', ITEM_COLUMNS);
  for (const [at, item] of report.items.entries()) {
    const known = followed.get(item.id);
    const answer = known && unitAnswer(known);
    const isAnswered = known !== undefined && known.replies.length > 0;
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
        answer ? REPLY_WORDS[answer.kind] : '',
        answer?.words ?? '',
        isAnswered ? STATE_WORDS[known.state] : '',
        known ? roundWords(known.raised) : '',
        item.id,
      ],
      item.certain ? undefined : 'hint',
    );
  }
  sheet.end(
    [
      resultWords(report),
      ...countKinds(report.items).map((each) => `${countWords(each)}。`),
      follow ? progressWords(report, follow) : '',
    ].join(''),
  );
};

const CORRECTED_COLUMNS = [
  { heading: '序号', width: 6, centred: true },
  { heading: '文件名称（文号）', width: 40 },
  { heading: '事项', width: 18, centred: true },
  { heading: '填报单位', width: 20 },
  { heading: '栏目', width: 16 },
  { heading: '当时的理由', width: 44 },
  { heading: '首次提出', width: 18, centred: true },
  { heading: '不再出现', width: 18, centred: true },
  { heading: '最后的答复或者处理', width: 30 },
] as const;

const correctedSheet = (book: stream.xlsx.WorkbookWriter, { items }: FollowUp): void => {
  const sheet = new ListSheet(book, '已更正事项', CORRECTED_COLUMNS);
  const corrected = items.flatMap((each) => (each.corrected ? [{ ...each, corrected: each.corrected }] : []));
  for (const [at, { item, raised, corrected: since, replies }] of corrected.entries())
    sheet.add([
      at + 1,
      subjectWords(item),
      AUDIT_WORDS[item.kind],
      item.unit,
      columnWords(item.column),
      item.reason,
      roundWords(raised),
      roundWords(since),
      replies.slice(-1).map(replyWords).join(''),
    ]);
  sheet.end('以前的核对提出、后来的核对不再发现的事项。');
};

const matchSheet = (book: stream.xlsx.WorkbookWriter, report: AuditReport): void => {
  const sheet = new ListSheet(book, '台账与文件对应', MATCH_COLUMNS);
  for (const { rows, document, by, differs } of report.matches)
    for (const row of rows)
      sheet.add([row.ledger, row.index, row.document, document.name, document.source, BY_WORDS[by], differs]);
  sheet.end(scopeWords(report).join(''));
};
