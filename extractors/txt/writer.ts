import { type Block, type Cell, type Manuscript, MappedText } from '../../model/index.js';
import type { Fragment, SourceLine } from './lines.js';

/** What is known of a paragraph beside its text. */
export type Look = Pick<Block, 'align' | 'headingLevel'>;

/** A cell that has text, and its column. */
export interface SourceCell {
  readonly fragments: readonly Fragment[];
  readonly column: number;
}

/** Collects blocks into one text, with the way back to the decoded source. */
export class SourceWriter {
  readonly #mapped = new MappedText();
  readonly #blocks: Block[] = [];
  #paragraph = 0;
  #table = -1;

  /** A paragraph; `numberLength` units at its start are an automatic number. */
  paragraph(fragments: readonly Fragment[], look: Look, numberLength = 0): void {
    this.#paragraph++;
    this.#add(fragments, { kind: 'paragraph', ...look }, numberLength);
  }

  /** A table, row by row. */
  table(rows: readonly (readonly SourceCell[])[]): void {
    this.#table++;
    for (const [row, cells] of rows.entries()) {
      this.#paragraph++;
      for (const { fragments, column } of cells) {
        const cell: Cell = { table: this.#table, row, column, rowSpan: 1, columnSpan: 1 };
        this.#add(fragments, { kind: 'cell', cell }, 0);
      }
    }
  }

  #add(fragments: readonly Fragment[], block: Omit<Block, 'span' | 'paragraph'>, numberLength: number): void {
    if (fragments.length === 0) return;
    if (this.#mapped.length > 0) this.#mapped.generate('\n');
    const start = this.#mapped.length;
    for (const { text, source, kept } of fragments) {
      if (kept) this.#mapped.keep(text, source);
      else this.#mapped.generate(text);
    }
    const numbering = numberLength > 0 ? { numbering: { start, end: start + numberLength } } : {};
    const span = { start, end: this.#mapped.length };
    this.#blocks.push({ ...block, paragraph: this.#paragraph, span, ...numbering });
  }

  /** The text, its blocks and its map. */
  build(): Pick<Manuscript, 'text' | 'blocks'> & { readonly map: NonNullable<Manuscript['sourceMap']> } {
    return { ...this.#mapped.build(), blocks: this.#blocks };
  }
}

/** Latin words need a space where two lines are joined, Chinese does not. */
export const spaceBefore = (before: SourceLine | undefined, line: SourceLine): Fragment[] =>
  before && /[A-Za-z0-9,.;]$/u.test(before.text) && /^[A-Za-z]/u.test(line.text)
    ? [{ text: ' ', source: 0, kept: false }]
    : [];
