import type { Block } from '../../model/index.js';
import { endsSentence, isContentsLine, joined, opensParagraph } from '../line-joining.js';
import type { PageLayout, PlacedLine } from './layout.js';
import { measure, type Typography } from './margins.js';
import { boxAround, type Line, rightOf } from './page.js';
import type { PageTable } from './tables.js';

/** A block before its place in the text is known. */
export type Draft = Omit<Block, 'span' | 'paragraph'> & {
  readonly text: string;
  /** The lines that the text was made of. */
  readonly lines: readonly Line[];
};

type Align = NonNullable<Block['align']>;

/** Joins the lines of a document to paragraphs, over columns and page breaks; tables stay what they are. */
export const draftsOf = (pages: readonly PageLayout[]): Draft[] => {
  const typography = measure(pages);
  const drafts: Draft[] = [];
  const tables = new TableNumbers();
  let open: PlacedLine[] = [];
  // What stands beside the running text waits until the paragraph that it interrupts is closed.
  let waiting: Draft[] = [];
  const close = (): void => {
    if (open.length > 0) drafts.push(paragraphOf(open, typography));
    for (const draft of waiting) drafts.push(draft);
    open = [];
    waiting = [];
  };
  let last = 0;
  for (const page of pages) {
    // Pages between that could not be read may hold the end of the paragraph.
    if (page.number !== last + 1 || !page.complete) close();
    last = page.complete ? page.number : -1;
    const footnotes = footnotesOf(page, typography);
    for (const element of page.elements) {
      if (element.kind === 'table') {
        close();
        for (const cell of tables.cellsOf(element)) drafts.push(cell);
      } else if (footnotes.has(element)) {
        waiting.push({ ...paragraphOf([element], typography), kind: 'footnote' });
      } else {
        if (open.length > 0 && startsNew(open, element, typography)) close();
        tables.interrupt();
        open.push(element);
      }
    }
    for (const text of page.asides) waiting.push({ kind: 'textbox', text, page: page.number, lines: [] });
  }
  close();
  return drafts;
};

const paragraphOf = (lines: readonly PlacedLine[], typography: Typography): Draft => {
  const first = lines[0]!;
  const align = alignOf(first, typography);
  return {
    kind: 'paragraph',
    text: lines.map((line) => line.text).reduce(joined),
    lines,
    page: first.page,
    box: boxAround(lines.filter((line) => line.page === first.page && line.column === first.column)),
    fontSize: first.size,
    ...(align === 'left' ? {} : { align }),
    ...(lines.every((line) => line.bold) ? { bold: true } : {}),
  };
};

/** How a line stands between the margins. */
const alignOf = (line: PlacedLine, { bodySize, marginsOf }: Typography): Align => {
  const margins = marginsOf(line);
  const em = line.size || 1;
  const left = (line.x - margins.left) / em;
  const right = (margins.right - rightOf(line)) / em;
  const large = line.size > 1.1 * bodySize;
  const least = large ? 0.6 : 2.7;
  const offPage = line.column === 'whole' ? (line.x + rightOf(line) - line.pageWidth) / em : Number.NaN;
  // Running text between narrow margins stands in the middle, too; nobody centres whole sentences.
  const heading = large || (line.text.length <= 40 && !/[。；]/u.test(line.text));
  if (heading && left >= least && (Math.abs(left - right) <= 1.3 || Math.abs(offPage) <= 1.3))
    return 'center';
  const width = (margins.right - margins.left) / em;
  return left > 0.4 * width && right < 7 && right < left / 2 ? 'right' : 'left';
};

/** Whether a line begins a paragraph, after the lines of the one that is open. */
const startsNew = (open: readonly PlacedLine[], line: PlacedLine, typography: Typography): boolean => {
  const before = open.at(-1)!;
  if (Math.abs(before.size - line.size) > 0.12 * Math.max(before.size, line.size)) return true;
  if (isTabular(before) || isTabular(line)) return true;
  if (isContentsLine(before.text) || isContentsLine(line.text)) return true;
  if (alignOf(line, typography) !== 'left' || alignOf(open[0]!, typography) !== 'left') return true;
  const flows = before.page === line.page && before.column === line.column;
  if (flows && line.baseline - before.baseline > 1.5 * Math.max(typography.leading, 1.2 * line.size))
    return true;
  const ended = endsSentence(before.text);
  const opens = opensParagraph(line.text);
  const slack = slackOf(before, line, typography);
  if (slack > 1.6) {
    // Paragraphs set narrower than the page (抄送, notes) end their lines a little earlier.
    const outdented = Math.abs(line.x - open[0]!.x) > line.size;
    return slack > 4 || ended || opens || !outdented;
  }
  const indent = (line.x - typography.marginsOf(line).left) / (line.size || 1);
  if (indent < 1.3) return opens && (ended || !typography.indents);
  // A hanging indent: the lines of an item stand under each other.
  const hanging = open.length > 1 && Math.abs(before.x - line.x) <= 2;
  if (hanging && !opens) return ended && !typography.indents;
  // An item whose second line stands further in than its first: 抄送：…
  const hangs = open.length === 1 && line.x - before.x > line.size;
  return opens || ended || !(hangs || /[，、,（(《“]$/u.test(before.text));
};

/** Several stretches with wide gaps between: a row of a table without rules, a form to fill in. */
const isTabular = (line: PlacedLine): boolean => line.segments.length > 2;

/** The room left at a line's end, in ems, less what the first unbreakable word of the next line takes. */
const slackOf = (line: PlacedLine, next: PlacedLine, { marginsOf }: Typography): number => {
  const slack = (marginsOf(line).right - rightOf(line)) / (line.size || 1);
  const unbroken = /^[“‘（(《〈〔[]*[A-Za-z0-9０-９.,%/:〔〕[\]-]*[\p{P}]*/u.exec(next.text)?.[0] ?? '';
  const width = [...unbroken].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x7f ? 0.55 : 1), 0);
  return slack - Math.min(width, 12);
};

/** Small lines at the foot of a page that begin with the mark of a note, and what follows them there. */
const footnotesOf = (page: PageLayout, { bodySize }: Typography): Set<PlacedLine> => {
  const small: PlacedLine[] = [];
  for (const element of [...page.elements].reverse()) {
    if (element.kind === 'table' || element.size > 0.9 * bodySize) break;
    small.unshift(element);
  }
  const start = small.findIndex((line) => /^(?:[①-⑳*※]|\[?\d{1,3}\]?\s*\S|注)/u.test(line.text));
  const low = start >= 0 && small[start]!.y > 0.5 * page.height;
  return new Set(low ? small.slice(start) : []);
};

/** Numbers the tables of a file; a table at the head of a page goes on with the one that ended the page before. */
class TableNumbers {
  #table = -1;
  #row = 0;
  #last: PageTable | undefined;

  /** Running text came: the next table is another one. */
  interrupt(): void {
    this.#last = undefined;
  }

  cellsOf(table: PageTable): Draft[] {
    const goesOn = this.#last && this.#last.page !== table.page && sameEdges(this.#last.edges, table.edges);
    if (!goesOn) {
      this.#table++;
      this.#row = 0;
    }
    const first = this.#row;
    this.#row += table.rows;
    this.#last = table;
    return table.cells
      .filter((cell) => cell.text !== '')
      .map(({ row, column, rowSpan, columnSpan, text, lines, box, size }) => ({
        kind: 'cell',
        text,
        lines,
        page: table.page,
        box,
        fontSize: size,
        cell: { table: this.#table, row: first + row, column, rowSpan, columnSpan },
      }));
  }
}

/** How far pages come to lie apart on a scanner, in points. */
const SHIFTED = 25;

/** The same columns; pages that were scanned one by one lie a little to the left or right of each other. */
const sameEdges = (a: readonly number[], b: readonly number[]): boolean => {
  const shift = b[0]! - a[0]!;
  return (
    a.length === b.length &&
    Math.abs(shift) <= SHIFTED &&
    a.every((edge, index) => Math.abs(edge + shift - b[index]!) <= 5)
  );
};
