import type { Provision, ProvisionKind, Span } from '../../model/index.js';

/** A provision before it has its path in words. */
export interface Node {
  kind: ProvisionKind;
  /** Depth: a node ends at the next one of the same or a smaller rank. */
  rank: number;
  number: string;
  span: Span;
  heading?: Span;
  /** The words of a heading without number, for the path. */
  name?: string;
  level?: number;
  children: Node[];
}

/** Where a node stands, for the words of its path. */
interface Above {
  /** The path so far. */
  readonly path: string;
  /** What stands before the number of an article, which is counted through the whole text: 附件1. */
  readonly base: string;
  /** How many numbered levels lie between an article and the node; null outside of articles. */
  readonly inArticle: number | null;
  /** Directly below 附件1: the title that stands there names the attachment and is no level of its own. */
  readonly attachment?: boolean;
}

const LONGEST_NAME = 20;

/** Gives every node its path in words. */
export const labelled = (nodes: readonly Node[]): Provision[] =>
  labelAll(nodes, { path: '', base: '', inArticle: null });

const labelAll = (nodes: readonly Node[], above: Above): Provision[] => {
  const counts = new Map<ProvisionKind, number>();
  for (const { kind } of nodes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const seen = new Map<ProvisionKind, number>();
  return nodes.map((node, index) => {
    const nth = (seen.get(node.kind) ?? 0) + 1;
    seen.set(node.kind, nth);
    const path =
      index === 0 && above.attachment && isUnnumbered(node)
        ? above.path
        : pathOf(node, above, nth, counts.get(node.kind)!);
    return {
      kind: kindOf(node, above),
      number: node.number,
      label: path,
      span: node.span,
      ...(node.heading && { heading: node.heading }),
      children: labelAll(node.children, inside(node, path, above)),
    };
  });
};

const isUnnumbered = ({ kind, number }: Node): boolean => kind === 'heading' && number === '';

/** Below an article the first level of numbers is 项, the next 目 (立法法 第六十五条). */
const kindOf = (node: Node, { inArticle }: Above): ProvisionKind =>
  node.kind === 'heading' && node.number && inArticle !== null
    ? inArticle === 0
      ? 'item'
      : 'subitem'
    : node.kind;

const inside = (node: Node, path: string, above: Above): Above => {
  if (node.kind === 'attachment') return { path, base: path, inArticle: null, attachment: true };
  if (node.kind === 'article') return { path, base: above.base, inArticle: 0 };
  const deeper = above.inArticle !== null && node.kind === 'heading';
  return { path, base: above.base, inArticle: deeper ? above.inArticle + 1 : above.inArticle };
};

const pathOf = (node: Node, above: Above, nth: number, of: number): string => {
  const { path, base, inArticle } = above;
  switch (node.kind) {
    case 'paragraph':
      return of > 1 ? `${path}第${formatCount(nth)}款` : path;
    case 'text':
      return `${path || '正文'}第${nth}段`;
    case 'table':
      return `${path}表${nth}`;
    case 'row':
      return `${path}第${nth}行`;
    case 'article':
      return base + node.number;
    case 'part':
    case 'subpart':
    case 'chapter':
    case 'section':
    case 'attachment':
      return path + node.number;
    default:
      break;
  }
  if (isUnnumbered(node)) return `${path}“${shortName(node.name ?? '')}”`;
  if (inArticle === 0) return `${path}第${bare(node.number)}项`;
  if (inArticle === 1) return `${path}第${bare(node.number)}目`;
  // 附件1 2. and 附件一 一、: without the space the two numbers would read as one.
  return /(?:[0-9]|附件[一二三四五六七八九十]+)$/u.test(path) ? `${path} ${node.number}` : path + node.number;
};

const bare = (number: string): string => number.replace(/[.、]$/u, '');

const shortName = (name: string): string => {
  const inner = name
    .replace(/[：:]$/u, '')
    .replace(/“/gu, '‘')
    .replace(/”/gu, '’');
  return inner.length > LONGEST_NAME ? `${inner.slice(0, LONGEST_NAME - 1)}…` : inner;
};

const HAN = '零一二三四五六七八九十';

/** 第三款, 第十二款; beyond twenty in Arabic numerals. */
const formatCount = (count: number): string =>
  count <= 10 ? HAN[count]! : count < 20 ? `十${HAN[count - 10]}` : count === 20 ? '二十' : String(count);
