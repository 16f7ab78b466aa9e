import type { Block, Manuscript } from '../model/index.js';

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
