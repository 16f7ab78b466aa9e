import { type Block, subheading } from './blocks.js';
import { LISTED_DISPOSALS } from './counts.js';
import type { SummaryFigures, SummaryRow } from './figures.js';
import { beijingTime } from './moment.js';

/** Titles of the attachments. */
export const ROW_LIST = '台账文件清单（按处置方式）';
export const FILE_LIST = '未能读取的文件清单';

const ROW_COLUMNS = [
  { head: '序号', width: 650, centred: true },
  { head: '文件名称（文号）', width: 3_556 },
  { head: '完成时限', width: 1_300, centred: true },
  { head: '责任单位', width: 1_800, centred: true },
  { head: '确认情况', width: 2_600 },
] as const;
const FILE_COLUMNS = [
  { head: '序号', width: 650, centred: true },
  { head: '文件', width: 4_256 },
  { head: '未能读取的原因', width: 2_800 },
  { head: '查阅情况', width: 2_200 },
] as const;

/** The documents by 处置方式, numbered through; [] without rows. */
export const documentLists = ({ rows }: SummaryFigures): Block[] => {
  let number = 0;
  return LISTED_DISPOSALS.flatMap((disposal): Block[] => {
    const group = rows.filter((row) => row.disposal === disposal);
    if (group.length === 0) return [];
    return [
      subheading(`${disposal || '处置方式尚未确定'}（${group.length}件）`),
      {
        kind: 'table',
        columns: ROW_COLUMNS,
        rows: group.map((row) => {
          number += 1;
          return [String(number), row.document, row.completion, row.responsibleUnit, stateWords(row)];
        }),
      },
    ];
  });
};

const stateWords = ({ state, confirmedBy, confirmedAt }: SummaryRow): string => {
  const who = confirmedBy && confirmedAt ? `${confirmedBy}，${beijingTime(confirmedAt)}` : '';
  if (state === 'pending') return '待确认';
  return `${state === 'conflict' ? '有冲突' : '已确认'}${who ? `：${who}` : ''}`;
};

/** The files that could not be read; [] where all were. */
export const unreadList = ({ unreadFiles }: SummaryFigures): Block[] =>
  unreadFiles.length === 0
    ? []
    : [
        {
          kind: 'table',
          columns: FILE_COLUMNS,
          rows: unreadFiles.map(({ source, reason, looked, note }, index) => [
            String(index + 1),
            source,
            reason,
            looked ? `已人工查阅${note ? `：${note}` : ''}` : '尚未查阅',
          ]),
        },
      ];
