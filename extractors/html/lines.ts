import type { Cell } from '../../model/index.js';
import { BLOCKS, type Document, type Element, elementsOf, isElement, type Node, UNSEEN } from './dom.js';
import { LineText, type Run } from './line-text.js';
import { ListCounter } from './lists.js';
import { isHidden, styleOf, type TextStyle } from './style.js';
import { gridOf, isDataTable } from './tables.js';

/** One line as a browser would show it without wrapping: up to a <br> or the edge of a block element. */
export interface Line extends TextStyle {
  /** Never empty, white space collapsed, none at the ends. */
  readonly text: string;
  readonly runs: readonly Run[];
  /** Characters that are not white space, and those of them inside of links. */
  readonly chars: number;
  readonly linkChars: number;
  /** The innermost block element around the line's beginning. */
  readonly block: Element | null;
  /** True when only a <br> stands between the line before and this one. */
  readonly afterBreak: boolean;
  /** Begins with the spaces that paragraphs are indented with. */
  readonly indented: boolean;
  readonly headingLevel?: number;
  readonly cell?: Cell;
  /** The number that a browser shows before a list item. */
  readonly numbering?: string;
  /** Links lead to files: an attachment list, not a menu. */
  readonly attachment: boolean;
}

export interface LineOptions {
  /** Also the text of elements that the page hides. */
  readonly hidden?: boolean;
}

/** What a node inherits from the elements around it. */
interface Context extends TextStyle {
  readonly block: Element | null;
  readonly link: boolean;
  readonly preformatted: boolean;
  readonly headingLevel?: number;
  readonly cell?: Cell;
  readonly table: ReadonlyMap<Element, Cell> | null;
}

const FILE_LINK = /\.(?:docx?|wps|pdf|xlsx?|et|pptx?|ofd|zip|rar|txt|rtf|ceb)(?:[?#]|$)/i;

/** Every line that a page shows, in order, with how it is set and where it stands. */
export const linesOf = (document: Document, options: LineOptions = {}): Line[] => {
  const reader = new LineReader(options);
  reader.read(document);
  return reader.lines;
};

class LineReader {
  readonly lines: Line[] = [];
  #options: LineOptions;
  #text = new LineText();
  #first: Context | null = null;
  #linkChars = 0;
  #boldChars = 0;
  #sizes = new Map<number, number>();
  #chars = 0;
  #attachment = false;
  #afterBreak = false;
  #numbering: string | undefined;
  #tables = 0;
  #lists = new ListCounter();
  #size: (element: Element) => number = () => 0;

  constructor(options: LineOptions) {
    this.#options = options;
  }

  /** Walks the tree with a stack of its own: strangers' pages may be nested deeper than the call stack. */
  read(document: Document): void {
    // Between the elements of a fragment, as text files hold them, the lines are those of the file.
    const preformatted = isFragment(document);
    const top: Context = { block: null, link: false, preformatted, table: null };
    const waiting: ({ node: Node; context: Context } | { close: Element })[] = [];
    const push = (nodes: readonly Node[], context: Context): void => {
      for (let i = nodes.length - 1; i >= 0; i--) waiting.push({ node: nodes[i]!, context });
    };
    this.#size = charsOf(document);
    push(document.children, top);
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if ('close' in next) {
        this.#endLine(false);
        continue;
      }
      const { node, context } = next;
      if (node.type === 'text') this.#addText(node.data, node.startIndex!, context);
      else if (node.type === 'cdata') push(node.children, context);
      else if (isElement(node)) {
        if (this.#skips(node)) continue;
        if (node.name === 'br') {
          this.#endLine(true);
          continue;
        }
        if (node.name === 'a' && FILE_LINK.test(node.attribs.href ?? '')) this.#attachment = true;
        const isBlock = BLOCKS.has(node.name);
        if (isBlock) {
          this.#endLine(false);
          waiting.push({ close: node });
        }
        if (node.name === 'li') this.#numbering = this.#lists.numberOf(node);
        push(node.children, this.#inside(node, context, isBlock));
      }
    }
    this.#endLine(false);
  }

  #skips(element: Element): boolean {
    return UNSEEN.has(element.name) || (!this.#options.hidden && isHidden(element));
  }

  #inside(element: Element, outer: Context, isBlock: boolean): Context {
    const { name } = element;
    const own = styleOf(element);
    // Only what stands directly in a fragment keeps its lines; inside of elements HTML's rules hold.
    const preformatted = outer.preformatted && (outer.block !== null || !isBlock);
    let context: Context = { ...outer, ...own, preformatted, block: isBlock ? element : outer.block };
    if (name === 'a' && element.attribs.href) context = { ...context, link: true };
    if (name === 'pre' || name === 'xmp' || name === 'listing' || name === 'plaintext' || name === 'textarea')
      context = { ...context, preformatted: true };
    if (/^h[1-6]$/.test(name)) context = { ...context, headingLevel: Number(name[1]) };
    // A table takes no alignment from what stands around it; <center> is used to place whole pages.
    if (name === 'table') {
      const { align: _outer, ...rest } = context;
      context = { ...rest, ...(own.align ? { align: own.align } : {}) };
      if (!outer.cell) context = { ...context, table: this.#dataCells(element) };
    }
    if ((name === 'td' || name === 'th') && !outer.cell) {
      const cell = outer.table?.get(element);
      if (cell) context = { ...context, cell };
    }
    return context;
  }

  #dataCells(table: Element): ReadonlyMap<Element, Cell> | null {
    const grid = gridOf(table);
    if (!isDataTable(grid, this.#size)) return null;
    const number = this.#tables++;
    return new Map(grid.map(({ element, place }) => [element, { table: number, ...place }]));
  }

  #addText(data: string, start: number, context: Context): void {
    if (!context.preformatted || !data.includes('\n')) {
      this.#addRun(data, start, context);
      return;
    }
    let at = start;
    data.split('\n').forEach((part, index) => {
      if (index > 0) this.#endLine(true);
      this.#addRun(part, at, context);
      at += part.length + 1;
    });
  }

  #addRun(data: string, start: number, context: Context): void {
    this.#text.add(data, start);
    const chars = visibleLength(data);
    if (chars === 0) return;
    this.#first ??= context;
    this.#chars += chars;
    if (context.link) this.#linkChars += chars;
    if (context.bold) this.#boldChars += chars;
    if (context.fontSize) this.#sizes.set(context.fontSize, (this.#sizes.get(context.fontSize) ?? 0) + chars);
  }

  #endLine(byBreak: boolean): void {
    const runs = this.#text.trimmed();
    const context = this.#first;
    if (context && runs.length > 0) {
      const size = [...this.#sizes].find(([, chars]) => chars > this.#chars / 2)?.[0];
      this.lines.push({
        text: runs.map((run) => run.text).join(''),
        runs,
        chars: this.#chars,
        linkChars: this.#linkChars,
        block: context.block,
        afterBreak: this.#afterBreak,
        indented: this.#text.indented,
        attachment: this.#attachment,
        ...(context.align ? { align: context.align } : {}),
        ...(size ? { fontSize: size } : {}),
        ...(this.#boldChars === this.#chars ? { bold: true } : {}),
        ...(context.headingLevel ? { headingLevel: context.headingLevel } : {}),
        ...(context.cell ? { cell: context.cell } : {}),
        ...(this.#numbering ? { numbering: this.#numbering } : {}),
      });
      this.#numbering = undefined;
      this.#attachment = false;
      this.#afterBreak = byBreak;
    } else this.#afterBreak = false;
    this.#text = new LineText();
    this.#first = null;
    this.#chars = this.#linkChars = this.#boldChars = 0;
    this.#sizes.clear();
  }
}

/** Tags in a text instead of a page. */
export const isFragment = (document: Document): boolean =>
  document.children.every((node) => !isElement(node) || !/^(?:html|body|head|frameset)$/.test(node.name));

const visibleLength = (text: string): number => text.length - (text.match(/[\s\u200b\ufeff]/g)?.length ?? 0);

/** Visible characters of every element, the elements inside counted with it. */
const charsOf = (document: Document): ((element: Element) => number) => {
  const counts = new Map<Element, number>();
  for (const element of elementsOf(document).reverse()) {
    if (UNSEEN.has(element.name) || isHidden(element)) continue;
    let count = 0;
    for (const child of element.children) {
      if (child.type === 'text') count += visibleLength(child.data);
      else if (isElement(child)) count += counts.get(child) ?? 0;
    }
    counts.set(element, count);
  }
  return (element) => counts.get(element) ?? 0;
};
