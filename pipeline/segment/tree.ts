import type { Provision, ProvisionKind, Span } from '../../model/index.js';
import { isAttachmentHead } from './attachments.js';
import type { Line } from './lines.js';
import type { MarkKind } from './marks.js';

/** Depth by the sign of numbering (党政机关公文格式 GB/T 9704—2012 7.3.3; 立法法 第六十五条). */
const RANK: Readonly<Record<MarkKind, number>> = {
  part: 0,
  subpart: 1,
  chapter: 2,
  section: 3,
  article: 4,
  ideograph: 5,
  bracketed: 6,
  decimal: 7,
  'bracketed-decimal': 8,
  circled: 9,
};

interface Node {
  kind: ProvisionKind;
  rank: number;
  number: string;
  span: Span;
  heading?: Span;
  children: Node[];
}

/**
 * The forest of a text's provisions. `prefix` stands before every label: 附件1.
 * A line belongs to the provision above it until a number of the same or a wider kind comes.
 */
export const buildTree = (lines: readonly Line[], prefix = ''): Provision[] => {
  const root: Node = { kind: 'text', rank: -1, number: '', span: { start: 0, end: 0 }, children: [] };
  const stack: Node[] = [root];
  const reach = (end: number) => {
    for (const node of stack) node.span = { start: node.span.start, end };
  };
  const push = (node: Node) => {
    while (stack.length > 1 && stack.at(-1)!.rank >= node.rank) stack.pop();
    stack.at(-1)!.children.push(node);
    stack.push(node);
    reach(node.span.end);
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (isAttachmentHead(line)) {
      const number = `附件${/[0-9０-９一二三四五六七八九十]{1,3}/u.exec(line.tight)?.[0] ?? ''}`;
      push({ kind: 'attachment', rank: -1, number, span: line.span, children: [] });
      stack.at(-1)!.rank = -0.5;
      continue;
    }
    if (line.block.cell && !isLayoutTable(lines, i)) {
      const table = tableAt(lines, i);
      const top = stack.at(-1)!;
      top.children.push(table.node);
      reach(table.node.span.end);
      i = table.last;
      continue;
    }
    if (line.mark) {
      push(markedNode(line));
      if (line.mark.kind === 'article') push(paragraphNode(line));
    } else if (stack.some((node) => node.kind === 'article')) push(paragraphNode(line));
    else {
      stack.at(-1)!.children.push({ kind: 'text', rank: 20, number: '', span: line.span, children: [] });
      reach(line.span.end);
    }
  }
  return label(root.children, prefix);
};

const markedNode = (line: Line): Node => {
  const mark = line.mark!;
  const rank = RANK[mark.kind];
  const kind: ProvisionKind = rank <= 4 ? (mark.kind as ProvisionKind) : 'heading';
  const node: Node = { kind, rank, number: mark.number, span: line.span, children: [] };
  const rest = line.text.slice(mark.length);
  if (rest && rank !== 4) {
    const stop = /[。：:]/u.exec(rest);
    const length =
      rank < 4 ? rest.length : stop && stop.index <= 60 ? stop.index + 1 : Math.min(rest.length, 60);
    const start = line.span.start + mark.length;
    node.heading = { start, end: Math.min(line.span.end, start + length) };
  }
  return node;
};

/** The words of an article, or the next 款 of it; items belong to the 款 above them. */
const paragraphNode = (line: Line): Node => ({
  kind: 'paragraph',
  rank: 4.5,
  number: '',
  span: line.span,
  children: [],
});

/** Pages laid out in a table hold running text in their cells: numbered articles or long paragraphs. */
const isLayoutTable = (lines: readonly Line[], at: number): boolean => {
  const line = lines[at]!;
  return (
    line.mark?.kind === 'article' ||
    line.mark?.kind === 'chapter' ||
    line.block.span.end - line.block.span.start > 600
  );
};

const tableAt = (lines: readonly Line[], at: number): { node: Node; last: number } => {
  const table = lines[at]!.block.cell!.table;
  const rows: Node[] = [];
  let row = -1;
  let last = at;
  for (let i = at; i < lines.length; i++) {
    const cell = lines[i]!.block.cell;
    if (cell?.table !== table || isLayoutTable(lines, i)) break;
    const { span } = lines[i]!;
    if (cell.row === row) rows.at(-1)!.span = { start: rows.at(-1)!.span.start, end: span.end };
    else rows.push({ kind: 'row', rank: 20, number: '', span, children: [] });
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

/** Gives every node its path in words and freezes the forest. */
const label = (nodes: readonly Node[], above: string): Provision[] => {
  const several = (kind: ProvisionKind) => nodes.filter((node) => node.kind === kind).length;
  const paragraphs = several('paragraph');
  let paragraph = 0;
  let text = 0;
  let table = 0;
  let row = 0;
  return nodes.map((node) => {
    let own: string;
    if (node.kind === 'paragraph')
      own = paragraphs > 1 ? `${above}第${HAN[++paragraph] ?? paragraph}款` : above;
    else if (node.kind === 'text') own = `${above || '正文'}第${++text}段`;
    else if (node.kind === 'table') own = `${above}表${++table}`;
    else if (node.kind === 'row') own = `${above}第${++row}行`;
    else own = ownLabel(node, above);
    const kind =
      node.kind === 'heading' && /条/u.test(above) ? (node.rank === 6 ? 'item' : 'subitem') : node.kind;
    const children = label(
      node.children,
      node.rank < 4 && node.kind !== 'attachment' ? prefixOf(above) : own,
    );
    return Object.freeze({
      kind,
      number: node.number,
      label: own,
      span: node.span,
      ...(node.heading && { heading: node.heading }),
      children,
    });
  });
};

const HAN = [
  '零',
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
  '十一',
  '十二',
  '十三',
  '十四',
  '十五',
  '十六',
  '十七',
  '十八',
  '十九',
  '二十',
];

/** Articles are counted through the whole text: their label leaves out chapter and section. */
const prefixOf = (above: string): string =>
  /^附件[0-9０-９一二三四五六七八九十]{0,3}/u.exec(above)?.[0] ?? '';

const ownLabel = (node: Node, above: string): string => {
  if (node.kind === 'attachment') return `${above}${node.number}`;
  if (node.rank < 4) return `${above}${node.number}`;
  if (node.kind === 'article') return `${prefixOf(above)}${node.number}`;
  if (/条/u.test(above)) {
    if (node.rank === 6) return `${above}第${node.number}项`;
    if (node.rank >= 7) return `${above}第${node.number.replace(/\.$/u, '')}目`;
  }
  return `${above}${node.number}`;
};
