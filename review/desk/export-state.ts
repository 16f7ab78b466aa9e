import { countBy, countGoneRows } from '../../store/index.js';
import type { ExportState } from '../api.js';
import type { DeskContext } from './context.js';
import { countOf, fileCounts } from './overview.js';

/** How far the documents of a collection are, as an export asks. */
export interface OpenCounts {
  /** Rows that a person stands for. */
  readonly confirmed: number;
  /** Documents that nobody has confirmed, and those on which something is in conflict. */
  readonly pending: number;
  readonly conflict: number;
  /** Files that could not be read and at which nobody has looked. */
  readonly unread: number;
  /** Files that were read. */
  readonly read: number;
  /** Rows that a person stood for, of documents that the last scan has not found any more. */
  readonly gone: number;
}

export const openCounts = async (context: DeskContext): Promise<OpenCounts> => {
  const { store, collection } = context;
  const states = await countBy(store, collection, 'state');
  return {
    confirmed: countOf(await countBy(store, collection, 'state', true), 'confirmed'),
    pending: countOf(states, 'pending'),
    conflict: countOf(states, 'conflict'),
    unread: countOf(states, 'unread'),
    read: (await fileCounts(context)).read,
    gone: await countGoneRows(store, collection),
  };
};

/**
 * What an export of rows would leave out, or why there can be none. A file without any row says 经梳理，不涉及, which nobody
 * may say while something is open: a person would put the stamp on what nobody has looked at.
 */
export const exportStateOf = (counts: OpenCounts, drafts: boolean): ExportState => {
  if (drafts) return { notes: draftNotes(counts), refusal: null };
  if (counts.confirmed > 0) return { notes: leftOutNotes(counts), refusal: null };
  const open = openWords(counts);
  if (open)
    return {
      notes: [],
      refusal: {
        message: `还没有已确认的台账行，而有 ${open}，不能作出“经梳理，不涉及”的结论`,
        advice: '请先在复核页面逐份确认、查阅；也可以导出草稿（--drafts，或勾选“含未确认的草稿行”）',
      },
    };
  if (counts.read === 0)
    return {
      notes: [],
      refusal: {
        message: '没有读取到任何文件，不能作出“经梳理，不涉及”的结论',
        advice: '请核对扫描的文件夹后重新扫描；确实没有电子文件的，请在纸质表格上填写',
      },
    };
  return { notes: [], refusal: null };
};

const openWords = ({ pending, conflict, unread, gone }: OpenCounts): string =>
  [
    pending > 0 ? `${pending} 份待确认` : '',
    conflict > 0 ? `${conflict} 份有冲突` : '',
    unread > 0 ? `${unread} 份未能读取且尚未人工查阅` : '',
    gone > 0 ? `${gone} 份已确认但最近一次扫描没有再找到` : '',
  ]
    .filter(Boolean)
    .join('、');

const leftOutNotes = (counts: OpenCounts): string[] => {
  const { unread } = counts;
  const rows = openWords({ ...counts, unread: 0, gone: 0 });
  return [
    ...(rows ? [`另有 ${rows}，未列入`] : []),
    ...goneNotes(counts),
    ...(unread > 0 ? [`另有 ${unread} 份文件未能读取且尚未人工查阅，其内容不在其中`] : []),
  ];
};

const draftNotes = (counts: OpenCounts): string[] => {
  const { unread } = counts;
  const rows = openWords({ ...counts, unread: 0, gone: 0 });
  return [
    ...(rows ? [`草稿：有 ${rows}，未经确认的内容不得报送`] : []),
    ...goneNotes(counts),
    ...(unread > 0 ? [`另有 ${unread} 份文件未能读取且尚未人工查阅，其内容不在其中`] : []),
  ];
};

/** A row must not leave the ledger without a word because its file was moved or the scan was of another folder. */
const goneNotes = ({ gone }: OpenCounts): string[] =>
  gone > 0 ? [`另有 ${gone} 份文件已确认列入，但最近一次扫描没有再找到，未列入；请核对扫描的文件夹`] : [];
