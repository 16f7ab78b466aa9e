import type { ViewBlock } from '../../api.js';

/** A block with its number in DocumentView.blocks. */
export interface FlowBlock {
  readonly block: ViewBlock;
  readonly index: number;
}

/** What follows each other in a document's text: paragraphs and tables, with where pages begin. */
export type FlowItem =
  | { readonly kind: 'text'; readonly item: FlowBlock }
  | { readonly kind: 'table'; readonly key: number; readonly rows: readonly (readonly FlowBlock[])[] }
  | { readonly kind: 'page'; readonly page: number };

/** Brings blocks into the form in which they are shown; cells of one table become its rows. */
export const flowOf = (blocks: readonly ViewBlock[]): FlowItem[] => {
  const items: FlowItem[] = [];
  let page: number | undefined;
  for (let index = 0; index < blocks.length; ) {
    const block = blocks[index]!;
    if (block.page !== undefined && block.page !== page) {
      page = block.page;
      items.push({ kind: 'page', page });
    }
    if (block.kind !== 'cell' || !block.cell) {
      items.push({ kind: 'text', item: { block, index } });
      index++;
      continue;
    }
    const first = index;
    const rows = new Map<number, FlowBlock[]>();
    for (; index < blocks.length && blocks[index]!.cell?.table === block.cell.table; index++) {
      const { row } = blocks[index]!.cell!;
      const cells = rows.get(row) ?? [];
      cells.push({ block: blocks[index]!, index });
      rows.set(row, cells);
    }
    items.push({
      kind: 'table',
      key: first,
      rows: [...rows].sort(([a], [b]) => a - b).map(([, cells]) => cells),
    });
  }
  return items;
};
