import type { stream } from 'exceljs';
import { isPartlyUnread, needsPerson } from '../outcomes.js';
import { FORMAT_WORDS, LABEL_WORDS, STATUS_WORDS, sizeWords } from '../words.js';
import { breathe } from './breathe.js';
import type { LedgerFile, LedgerInput } from './input.js';
import { ListSheet, type ListValue } from './list-sheet.js';
import type { LedgerTotals } from './totals.js';

const FILES_SHEET = '文件清单';

const COLUMNS = [
  { heading: '序号', width: 6, centred: true },
  { heading: '文件', width: 62 },
  { heading: '类型', width: 25 },
  { heading: '大小', width: 10, centred: true },
  { heading: '状态', width: 10, centred: true },
  { heading: '原因', width: 26 },
  { heading: '建议', width: 26 },
  { heading: '其中公文件数', width: 8, centred: true },
  { heading: '涉及事项', width: 24 },
  { heading: '读取说明', width: 30 },
] as const;

/** Every file found, what became of it and how it was read; those that a person must open are coloured. */
export const writeFilesSheet = async (
  book: stream.xlsx.WorkbookWriter,
  { files }: LedgerInput,
  totals: LedgerTotals,
): Promise<void> => {
  const sheet = new ListSheet(book, FILES_SHEET, COLUMNS);
  let number = 0;
  const pause = breathe();
  for await (const file of files()) {
    number += 1;
    const open = needsPerson(file) || isPartlyUnread(file.notes);
    sheet.add(fileValues(number, file), open ? 'unknown' : undefined);
    await pause();
  }
  const { found, read, skipped, failed, unread, partly } = totals;
  sheet.end(
    `合计：找到${found}份 = 已读取${read}份 + 已跳过${skipped}份 + 读取失败${failed}份；其中须人工查阅${unread}份${partly > 0 ? `，须部分查阅${partly}份` : ''}。`,
  );
};

const fileValues = (number: number, file: LedgerFile): ListValue[] => [
  number,
  file.source,
  FORMAT_WORDS[file.format],
  sizeWords(file.bytes),
  STATUS_WORDS[file.status],
  file.reason?.message ?? '',
  file.reason?.advice ?? '',
  file.status === 'read' ? file.documents : '',
  file.labels.map((label) => LABEL_WORDS[label]).join('\n'),
  file.notes.map(({ message }) => message).join('\n'),
];
