import { isPartlyUnread, needsPerson } from '../outcomes.js';
import type { LedgerInput } from './input.js';

/** Counts over one ledger, and the sentences that say of what it speaks and of what it does not. */
export interface LedgerTotals {
  readonly found: number;
  readonly read: number;
  readonly skipped: number;
  readonly failed: number;
  /** Of the skipped and failed ones, those that a person must open. */
  readonly unread: number;
  /** Of the read ones, those of which a person must look at a part. */
  readonly partly: number;
  readonly rows: number;
  /** Of the rows, those that a person stands for. */
  readonly confirmed: number;
  /** Whether any row has an identity. */
  readonly identified: boolean;
  /** Documents with hints (Q, R) and without a row. */
  readonly hintsOnly: number;
  readonly sentences: readonly string[];
}

/** One pass over files and documents, before anything is written. */
export const countTotals = async ({ files, documents }: LedgerInput): Promise<LedgerTotals> => {
  const status = { read: 0, skipped: 0, failed: 0 };
  let found = 0;
  let unread = 0;
  let partly = 0;
  for await (const file of files()) {
    found += 1;
    status[file.status] += 1;
    if (needsPerson(file)) unread += 1;
    else if (isPartlyUnread(file.notes)) partly += 1;
  }
  let rows = 0;
  let confirmed = 0;
  let identified = false;
  let hintsOnly = 0;
  for await (const document of documents()) {
    if (document.row) {
      rows += 1;
      if (document.row.confirmed) confirmed += 1;
      if (document.identity !== undefined) identified = true;
    } else if (document.evidence.length > 0) hintsOnly += 1;
  }
  const totals = { found, ...status, unread, partly, rows, confirmed, identified, hintsOnly };
  return { ...totals, sentences: sentences(totals) };
};

/** 不涉及 is said of the files that were read, and of no others. */
const sentences = (totals: Omit<LedgerTotals, 'sentences'>): string[] => {
  const { read, unread, partly, rows, hintsOnly, found } = totals;
  const byRule = found - read - unread;
  const lines: string[] = [];
  if (rows === 0 && read > 0) lines.push(`已读取的${read}份文件中未发现失信约束措施。`);
  if (rows > 0) lines.push(`本表根据已读取的${read}份文件预填，${confirmedWords(totals)}。`);
  if (read === 0) lines.push('没有读取到任何文件，不能作出“不涉及”的结论。');
  if (unread > 0) lines.push(`另有${unread}份未能读取，须人工查阅（见“文件清单”），其内容不在上述结论之内。`);
  if (partly > 0)
    lines.push(`已读取的文件中有${partly}份只读到一部分（见“文件清单”读取说明），未读到的部分须人工查阅。`);
  if (byRule > 0) lines.push(`另有${byRule}份按规则跳过（重复、隐藏、临时文件等，见“文件清单”）。`);
  if (hintsOnly > 0)
    lines.push(
      `另有${hintsOnly}件公文只有提示性内容（资格限制、信用修复），未列入本表，见“证据”表中标“提示”的各行。`,
    );
  return lines;
};

const confirmedWords = ({ rows, confirmed }: Omit<LedgerTotals, 'sentences'>): string => {
  if (confirmed === 0) return '须逐行人工确认';
  return confirmed === rows
    ? `${rows}行均已人工确认`
    : `${confirmed}行已人工确认，其余${rows - confirmed}行须人工确认`;
};
