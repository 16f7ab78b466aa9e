import type { Node } from './labels.js';
import type { Line } from './lines.js';

/** A cell longer than this holds running text: the page is laid out in a table. */
const LONGEST_CELL = 600;

/** Pages laid out in a table hold running text in their cells: numbered articles or long paragraphs. */
export const isLayoutCell = (line: Line): boolean =>
  !line.data &&
  (line.mark?.kind === 'article' ||
    line.mark?.kind === 'chapter' ||
    line.block.span.end - line.block.span.start > LONGEST_CELL);

/** The table that begins at line `at`, row by row, and its last line. */
export const tableAt = (lines: readonly Line[], at: number): { node: Node; last: number } => {
  const table = lines[at]!.block.cell!.table;
  const rows: Node[] = [];
  let row = -1;
  let last = at;
  for (let i = at; i < lines.length; i++) {
    const line = lines[i]!;
    const { cell } = line.block;
    if (cell?.table !== table || isLayoutCell(line)) break;
    if (cell.row === row) rows.at(-1)!.span = { start: rows.at(-1)!.span.start, end: line.span.end };
    else rows.push({ kind: 'row', rank: 20, number: '', span: line.span, children: [] });
    row = cell.row;
    last = i;
  }
  return {
    node: {
      kind: 'table',
      rank: 19,
      number: '',
      span: { start: rows[0]!.span.start, end: rows.at(-1)!.span.end },
      children: rows,
    },
    last,
  };
};
