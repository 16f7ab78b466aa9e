import type { Block, BlockKind, Cell } from '../../model/index.js';
import { cleanText } from './clean.js';
import { joinWrappedLines } from './wrapped-lines.js';

/** How a paragraph looks, as far as it helps to find titles and headings, and whether it does not show at all. */
export type Format = Pick<Block, 'align' | 'headingLevel' | 'fontSize' | 'bold' | 'hidden'>;

/** An automatic number as it is shown, and the blank that parts it from the text. */
export interface ListNumber {
  readonly text: string;
  readonly separator: string;
}

/** One paragraph of a Word file: '\n' in `text` is a line or page break inside it. */
export interface Passage {
  readonly number?: ListNumber;
  readonly text: string;
  readonly format: Format;
}

interface Line {
  readonly text: string;
  readonly numberLength: number;
}

/** The non-empty lines of a passage, indentation dropped, its number at the head of the first. */
const linesOf = ({ number, text }: Passage): Line[] => {
  const lines = joinWrappedLines(cleanText(text).split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const head = number ? cleanText(number.text).trim() : '';
  if (!head) return lines.map((line) => ({ text: line, numberLength: 0 }));
  const [first = '', ...rest] = lines;
  return [
    { text: first ? head + number!.separator + first : head, numberLength: head.length },
    ...rest.map((line) => ({ text: line, numberLength: 0 })),
  ];
};

/** Collects blocks and their text, one '\n' between two, none empty. */
export class ManuscriptWriter {
  readonly #parts: string[] = [];
  readonly #blocks: Block[] = [];
  #length = 0;
  /** The page on which the next blocks stand; undefined for formats without pages. */
  page: number | undefined;

  /** A paragraph: a block for each of its lines. Returns whether there was anything to write. */
  paragraph(kind: Exclude<BlockKind, 'cell'>, passage: Passage, paragraph: number): boolean {
    const lines = linesOf(passage);
    for (const line of lines) this.#write(line, { kind, paragraph, ...passage.format });
    return lines.length > 0;
  }

  /** A table cell: one block that keeps the line breaks, with the look of its first paragraph that has text. */
  cell(cell: Cell, passages: readonly Passage[], paragraph: number): boolean {
    const filled = passages.map((passage) => ({ passage, lines: linesOf(passage) }));
    const lines = filled.flatMap((entry) => entry.lines);
    const first = filled.find((entry) => entry.lines.length > 0);
    if (!first) return false;
    const text = lines.map((line) => line.text).join('\n');
    const block = { kind: 'cell', paragraph, ...first.passage.format, cell } as const;
    this.#write({ text, numberLength: lines[0]!.numberLength }, block);
    return true;
  }

  #write({ text, numberLength }: Line, block: Omit<Block, 'span'>): void {
    const start = this.#length === 0 ? 0 : this.#length + 1;
    const end = start + text.length;
    const numbering = numberLength > 0 ? { numbering: { start, end: start + numberLength } } : {};
    this.#parts.push(text);
    const page = this.page === undefined ? {} : { page: this.page };
    this.#blocks.push({ ...block, ...page, span: { start, end }, ...numbering });
    this.#length = end;
  }

  /** The text and its blocks. */
  build(): { readonly text: string; readonly blocks: readonly Block[] } {
    return { text: this.#parts.join('\n'), blocks: this.#blocks };
  }
}
