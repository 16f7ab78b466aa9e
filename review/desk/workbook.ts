import {
  type Cell,
  DEFAULT_FILE_LIMITS,
  type FiledLedger,
  type FiledRow,
  type Manuscript,
} from '../../model/index.js';
import { fieldOf, readFiledLedgers, readSingle, type WorkLimits } from '../../pipeline/index.js';
import { BadRequest } from '../errors.js';
import type { DeskContext } from './context.js';
import { type RowIdentity, readIdentity } from './identity.js';
import { CELL_FIELDS } from './row.js';

/** A row of a workbook that came back, as it stands there. */
export interface WorkbookRow {
  /** How a person finds it: 第3行《…》. */
  readonly words: string;
  readonly filed: FiledRow;
  /** null for a row that has none, such as one that a person has added, or all of a Word file. */
  readonly identity: RowIdentity | null;
  /** The columns that the workbook has; others say nothing. */
  readonly columns: ReadonlySet<(typeof CELL_FIELDS)[number]>;
}

const MEGABYTE = 1024 * 1024;
/** A ledger of some thousand rows with its evidence takes a tenth of this. */
export const TABLE_LIMITS = {
  ...DEFAULT_FILE_LIMITS,
  bytes: 20 * MEGABYTE,
  unpackedBytes: 400 * MEGABYTE,
  pages: 500,
};
export const TABLE_WORK: WorkLimits = { workers: 1, timeout: 60_000, memory: 1_024 };

/**
 * The rows of every ledger in a file of a stranger, read in a process of its own under limits.
 *
 * @throws BadRequest where it can not be read or has no ledger in it.
 */
export const readWorkbook = async (
  { readFile = readSingle }: Pick<DeskContext, 'readFile'>,
  bytes: Uint8Array,
): Promise<WorkbookRow[]> => {
  const { manuscript, reason } = await readFile(
    bytes,
    '台账.xlsx',
    { limits: TABLE_LIMITS, ocr: false },
    TABLE_WORK,
    'manuscript',
  );
  if (!manuscript)
    throw new BadRequest(`不能读取这个文件：${reason?.message ?? '未知的原因'}`, reason?.advice || CHOOSE);
  const identities = identitiesIn(manuscript);
  const rows = readFiledLedgers(manuscript).flatMap((ledger) => rowsOf(ledger, manuscript, identities));
  if (rows.length === 0) throw new BadRequest('这个文件中没有填写了内容的台账', CHOOSE);
  return rows;
};

const CHOOSE = '请选择由清规导出、修改后保存的台账（.xlsx，或 .docx）';

const rowsOf = (
  ledger: FiledLedger,
  manuscript: Manuscript,
  identities: ReadonlyMap<number, RowIdentity>,
): WorkbookRow[] => {
  const columns = columnsOf(ledger, manuscript);
  return ledger.rows.map((filed, index) => ({
    words: `第${filed.cells.number.text || index + 1}行${filed.cells.document.text.replace(/\s+/gu, '')}`,
    filed,
    identity: identities.get(filed.span.start) ?? null,
    columns,
  }));
};

/** By the headings above the first row: an empty column was emptied by a person, one that is not there was not. */
const columnsOf = ({ span, rows }: FiledLedger, { text, blocks }: Manuscript): WorkbookRow['columns'] => {
  const first = rows[0]?.span.start ?? span.end;
  const named = new Set(
    blocks
      .filter((block) => block.cell && block.span.start >= span.start && block.span.end <= first)
      .map((block) => fieldOf(text.slice(block.span.start, block.span.end))),
  );
  return new Set(CELL_FIELDS.filter((field) => named.has(field)));
};

/** The identities of a manuscript's rows, wherever their column is now, by the place of a row's first cell. */
const identitiesIn = ({ text, blocks }: Manuscript): ReadonlyMap<number, RowIdentity> => {
  const byLine = new Map<string, RowIdentity>();
  for (const { cell, span } of blocks) {
    const identity = cell && readIdentity(text.slice(span.start, span.end));
    if (identity && !byLine.has(lineOf(cell))) byLine.set(lineOf(cell), identity);
  }
  const byPlace = new Map<number, RowIdentity>();
  if (byLine.size === 0) return byPlace;
  for (const { cell, span } of blocks) {
    const identity = cell && byLine.get(lineOf(cell));
    if (identity) byPlace.set(span.start, identity);
  }
  return byPlace;
};

const lineOf = ({ table, row }: Cell): string => `${table} ${row}`;
