import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Block, DEFAULT_FILE_LIMITS, type Manuscript, UsageError } from '../../model/index.js';
import { readSingle } from '../../pipeline/index.js';

const MEGABYTE = 1024 * 1024;
const LIMITS = { ...DEFAULT_FILE_LIMITS, bytes: 20 * MEGABYTE, unpackedBytes: 400 * MEGABYTE, pages: 500 };
const WORK = { workers: 1, timeout: 120_000, memory: 1_024 };

/**
 * Reads a table that somebody has filled in, in a process of its own under limits: the file comes from somebody else.
 *
 * @param what the file should be, for the advice: 抽查任务.
 * @throws UsageError where it can not be read.
 */
export const filledFile = async (path: string, what: string): Promise<Manuscript> => {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new UsageError(`读不到文件 ${path}`, '请核对路径');
  if (found.size > LIMITS.bytes) throw new UsageError(`文件过大：${path}`, `请核对是不是${what}`);
  const { manuscript, reason } = await readSingle(
    await readFile(path),
    basename(path),
    { limits: LIMITS, ocr: false },
    WORK,
    'manuscript',
  );
  if (!manuscript)
    throw new UsageError(
      `不能读取这个文件：${reason?.message ?? '未知的原因'}`,
      reason?.advice || '请核对文件',
    );
  return manuscript;
};

/**
 * The rows of every table that has all of these heads in one line, as text under each head; '' for empty cells. Blanks in heads
 * do not count.
 */
export const filledRows = <Head extends string>(
  { text, blocks }: Pick<Manuscript, 'text' | 'blocks'>,
  heads: readonly Head[],
): Readonly<Record<Head, string>>[] => {
  const said = (block: Block): string => text.slice(block.span.start, block.span.end).trim();
  const tables = new Map<number, Map<number, Map<number, string>>>();
  for (const block of blocks) {
    if (!block.cell) continue;
    const { table, row, column } = block.cell;
    const rows = tables.get(table) ?? new Map<number, Map<number, string>>();
    const cells = rows.get(row) ?? new Map<number, string>();
    cells.set(column, [cells.get(column), said(block)].filter(Boolean).join('\n'));
    tables.set(table, rows.set(row, cells));
  }
  return [...tables.values()].flatMap((rows) => {
    const ordered = [...rows].sort(([a], [b]) => a - b).map(([, cells]) => cells);
    const headAt = ordered.findIndex((cells) => columnsOf(cells, heads) !== null);
    if (headAt < 0) return [];
    const columns = columnsOf(ordered[headAt]!, heads)!;
    return ordered
      .slice(headAt + 1)
      .map(
        (cells) =>
          Object.fromEntries(heads.map((head, at) => [head, cells.get(columns[at]!) ?? ''])) as Record<
            Head,
            string
          >,
      );
  });
};

const plain = (cell: string): string => cell.replace(/\s+/gu, '');

/** Where the heads stand in a line of cells; null where one is missing. */
const columnsOf = (cells: ReadonlyMap<number, string>, heads: readonly string[]): number[] | null => {
  const places = heads.map((head) => [...cells].find(([, words]) => plain(words) === plain(head))?.[0]);
  return places.every((place) => place !== undefined) ? places : null;
};
