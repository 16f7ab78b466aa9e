import type { Manuscript, Provision, Regulation, Span, Unit } from '../../model/index.js';

/** A passage of a notice is read as one up to this many characters; longer ones are read part by part. */
const WHOLE = 1500;

/**
 * What is classified as one, in reading order: an article with all its paragraphs; of a notice the lowest
 * numbered passage that is not too long; a paragraph; a row of a table.
 */
export const unitsOf = (regulation: Regulation, manuscript: Manuscript): Unit[] => {
  const units: Unit[] = [];
  const text = (span: Span) => manuscript.text.slice(span.start, span.end);
  const add = (provision: Provision, span: Span, path: readonly string[], lead: string) => {
    const words = text(span);
    if (/[\p{L}\p{N}]/u.test(words)) {
      units.push({ label: provision.label, kind: provision.kind, span, text: words, path, lead });
    }
  };
  const visit = (provision: Provision, path: readonly string[], lead: string): void => {
    const { kind, children, span } = provision;
    if (
      kind === 'article' ||
      kind === 'paragraph' ||
      kind === 'text' ||
      kind === 'row' ||
      children.length === 0
    ) {
      add(provision, span, path, lead);
      return;
    }
    if (kind === 'table') {
      const head = children.length > 1 ? text(children[0]!.span) : '';
      for (const [i, row] of children.entries()) visit(row, path, i > 0 ? head : lead);
      return;
    }
    const short = span.end - span.start <= WHOLE && children.every((child) => isSmall(child));
    if (provisionIsPassage(kind) && provision.number && short) {
      add(provision, span, path, lead);
      return;
    }
    const own = { start: span.start, end: children[0]!.span.start };
    const words = text(own).trimEnd();
    add(provision, { start: own.start, end: own.start + words.length }, path, lead);
    const inner = [...path, provision.heading ? text(provision.heading) : words.slice(0, 60)];
    const introduces = /[：:]$/u.test(words) ? words : '';
    for (const child of children) visit(child, inner, child.kind === 'text' ? '' : introduces);
  };
  const title = regulation.header.title?.value;
  for (const provision of regulation.provisions) visit(provision, title ? [title] : [], '');
  return units;
};

const provisionIsPassage = (kind: Provision['kind']): boolean =>
  kind === 'heading' || kind === 'item' || kind === 'subitem';

/** Parts that are read together with the passage above them: its paragraphs and 1.（1）①, not （一）of their own. */
const isSmall = (child: Provision): boolean =>
  child.kind === 'text' ||
  (provisionIsPassage(child.kind) && child.number !== '' && !/^（[一二三四五六七八九十]/u.test(child.number));

/** The narrowest path in words of a provision that holds the span: 第十二条第二款第（三）项. */
export const placeOf = (regulation: Regulation, span: Span): string => {
  let place = '';
  let nodes = regulation.provisions;
  for (;;) {
    const inner = lastBefore(nodes, span.start);
    if (!inner || inner.span.end < span.end) return place;
    place = inner.label;
    nodes = inner.children;
  }
};

/** Nodes stand in order and do not overlap: halving keeps a document with a finding in every article linear. */
const lastBefore = (nodes: readonly Provision[], offset: number): Provision | undefined => {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (nodes[middle]!.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  return nodes[low - 1];
};
