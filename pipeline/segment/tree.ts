import type { Provision, ProvisionKind } from '../../model/index.js';
import { isAttachmentHead } from './attachments.js';
import { beginsPageTail } from './furniture.js';
import { findHeadings, type Heading } from './headings.js';
import { labelled, type Node } from './labels.js';
import type { Line } from './lines.js';
import type { Mark, MarkKind } from './marks.js';
import { isLayoutCell, tableAt } from './tables.js';
import { endsAsTitle } from './title.js';

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
const ATTACHMENT_RANK = -0.5;
/** Above all numbers, below an attachment. */
const TOP_HEADING_RANK = -0.3;
/** Between section and article: what names articles is no part of the one before. */
const ARTICLE_HEADING_RANK = 3.5;
const PARAGRAPH_RANK = 4.5;
const TEXT_RANK = 20;

/**
 * The forest of a text's provisions. The first `inHead` lines stand above the text: names and notes, no headings.
 * A line belongs to the provision above it until a number of the same or a wider kind comes, or a heading that is
 * none of its own.
 */
export const buildTree = (lines: readonly Line[], inHead = 0): Provision[] => {
  const headings = findHeadings(lines, inHead);
  const nextMarks = marksAhead(lines, headings);
  const grove = new Grove();
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const heading = headings.get(i);
    if (line.resumes) grove.toRoot();
    if (isAttachmentHead(line)) grove.push(attachmentNode(line));
    else if (line.block.cell && !isLayoutCell(line)) {
      const table = tableAt(lines, i);
      grove.add(table.node);
      i = table.last;
    } else if (line.mark) {
      grove.push(markedNode(line));
      if (line.mark.kind === 'article') grove.push(paragraphNode(line));
    } else if (beginsPageTail(lines, i)) {
      grove.toRoot();
      grove.add(textNode(line));
    } else if (heading && grove.takes(heading, nextMarks[i] ?? null)) {
      grove.pushHeading(line, heading, nextMarks[i] ?? null);
    } else if (grove.inArticle) grove.push(paragraphNode(line));
    else grove.addText(line, lines[i - 1]);
  }
  return labelled(grove.roots);
};

/** The path of open nodes from the root to where the next line goes. */
class Grove {
  readonly #root: Node = node('text', -1, { start: 0, end: 0 });
  readonly #open: Node[] = [this.#root];

  get roots(): readonly Node[] {
    return this.#root.children;
  }

  get #top(): Node {
    return this.#open.at(-1)!;
  }

  get inArticle(): boolean {
    return this.#open.some(({ kind }) => kind === 'article');
  }

  /** Opens a node, ending those that are not wider. */
  push(next: Node): void {
    while (this.#open.length > 1 && this.#top.rank >= next.rank) this.#open.pop();
    this.#top.children.push(next);
    this.#open.push(next);
    this.#reach(next.span.end);
  }

  /** Adds a node that holds nothing that comes later. */
  add(next: Node): void {
    this.#top.children.push(next);
    this.#reach(next.span.end);
  }

  toRoot(): void {
    this.#open.length = 1;
  }

  /** A passage without number; a score or a broken-off end is read together with the line that it belongs to. */
  addText(line: Line, above: Line | undefined): void {
    const last = this.#top.children.at(-1);
    if (last?.kind === 'text' && above && last.span.end === above.span.end && isFragmentOf(line, above)) {
      last.span = { start: last.span.start, end: line.span.end };
      this.#reach(line.span.end);
    } else this.add(textNode(line));
  }

  /** Inside an article only what is set apart, or followed by the next article, is a heading and no 款. */
  takes(heading: Heading, next: Mark | null): boolean {
    if (!this.inArticle) return true;
    return heading.strong && (heading.level < 7 || (next !== null && RANK[next.kind] <= RANK.article));
  }

  /** A heading over several lines of one style is one. */
  pushHeading(line: Line, heading: Heading, next: Mark | null): void {
    const { start, end } = heading.span;
    const words = line.text.slice(start - line.span.start, end - line.span.start).replace(/\s+/gu, '');
    const top = this.#top;
    if (top.name !== undefined && top.level === heading.level && goesOn(top, heading)) {
      top.heading = { start: top.heading!.start, end };
      top.name += words;
      this.#reach(end);
      return;
    }
    this.push({
      ...node('heading', this.#rankOf(heading, next) + heading.level / 100, line.span),
      heading: heading.span,
      name: words,
      level: heading.level,
    });
  }

  /** A heading holds the numbers that begin anew below it, and never one that goes on counting. */
  #rankOf({ strong, level }: Heading, next: Mark | null): number {
    if (next && (next.kind === 'article' || RANK[next.kind] < RANK.article))
      return Math.min(RANK[next.kind] - 0.5, ARTICLE_HEADING_RANK);
    if (this.inArticle) return ARTICLE_HEADING_RANK;
    if (next?.value === 1) return RANK[next.kind] - 0.5;
    const numbered = this.#open.findLast(({ number, kind }) => number !== '' && kind !== 'attachment');
    if (!numbered) return TOP_HEADING_RANK;
    const endsAll = !next && strong && level <= 3;
    return endsAll ? TOP_HEADING_RANK : numbered.rank + 0.3;
  }

  #reach(end: number): void {
    for (const open of this.#open) open.span = { start: open.span.start, end };
  }
}

/** The line above is the first half of the same heading: nothing stands between, and it is no whole title. */
const goesOn = (above: Node, heading: Heading): boolean =>
  heading.strong && above.children.length === 0 && !endsAsTitle(above.name ?? '');

/** For every line the first number behind it that comes before the next heading. */
const marksAhead = (
  lines: readonly Line[],
  headings: ReadonlyMap<number, Heading>,
): readonly (Mark | null)[] => {
  const ahead: (Mark | null)[] = [];
  let next: Mark | null = null;
  for (let i = lines.length - 1; i >= 0; i--) {
    ahead[i] = next;
    const line = lines[i]!;
    if (line.mark && !line.block.cell) next = line.mark;
    else if (headings.has(i) || isAttachmentHead(line)) next = null;
  }
  return ahead;
};

/** +5 | below the rule that it scores, or the end of a cell that was broken over two lines. */
const isFragmentOf = (line: Line, above: Line): boolean =>
  line.tight.length <= 12 && !/\p{Script=Han}/u.test(line.tight)
    ? /\p{Script=Han}/u.test(above.tight)
    : line.tight.endsWith('|') && above.tight.length < 60 && !/[。；：|]$/u.test(above.tight);

const node = (kind: ProvisionKind, rank: number, span: Node['span'], number = ''): Node => ({
  kind,
  rank,
  number,
  span,
  children: [],
});

const textNode = (line: Line): Node => node('text', TEXT_RANK, line.span);

/** The words of an article, or the next 款 of it; items belong to the 款 above them. */
const paragraphNode = (line: Line): Node => node('paragraph', PARAGRAPH_RANK, line.span);

const attachmentNode = (line: Line): Node =>
  node(
    'attachment',
    ATTACHMENT_RANK,
    line.span,
    `附件${/[0-9０-９一二三四五六七八九十]{1,3}/u.exec(line.tight)?.[0] ?? ''}`,
  );

const markedNode = (line: Line): Node => {
  const mark = line.mark!;
  const rank = RANK[mark.kind];
  const own = node(
    rank <= RANK.article ? (mark.kind as ProvisionKind) : 'heading',
    rank,
    line.span,
    mark.number,
  );
  const rest = line.text.slice(mark.length);
  if (!rest || mark.kind === 'article') return own;
  const stop = /[。：:]/u.exec(rest);
  const length =
    rank < RANK.article ? rest.length : stop && stop.index <= 60 ? stop.index + 1 : Math.min(rest.length, 60);
  const start = line.span.start + mark.length;
  return { ...own, heading: { start, end: Math.min(line.span.end, start + length) } };
};
