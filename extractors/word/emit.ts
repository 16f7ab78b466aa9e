import type { Item, NoteReference, PassageItem, Table, TableCell } from './items.js';
import type { ManuscriptWriter } from './manuscript-writer.js';

const MARKS: Readonly<Record<NoteReference['kind'], string>> = { footnote: '脚注', endnote: '尾注' };

/** Where the items of a story stand. */
type Kind = 'paragraph' | 'textbox' | 'footnote';

/** Writes items as blocks in reading order; counts paragraphs and tables; gathers references to notes. */
export class Emitter {
  readonly #writer: ManuscriptWriter;
  #paragraph = 1;
  #table = 0;
  /** Notes in the order of their references, with the paragraph that refers to them. */
  readonly references: (NoteReference & { readonly paragraph: number })[] = [];

  constructor(writer: ManuscriptWriter) {
    this.#writer = writer;
  }

  /** The body: paragraphs that show nothing are not counted, as Word's own count does not. */
  body(items: readonly Item[]): void {
    this.#write(items, 'paragraph');
  }

  /** A text box that hangs on no paragraph. */
  box(items: readonly Item[]): void {
    this.#write(items, 'textbox');
  }

  /** A note, with the paragraph that refers to it; its mark is the number of its first paragraph. */
  note(items: readonly Item[], kind: NoteReference['kind'], count: number, paragraph: number): void {
    this.#marked(items, `[${MARKS[kind]}${count}]`, paragraph);
  }

  /** What stands beside the text of the paragraphs so far, with a mark at its head. */
  remark(items: readonly Item[], mark: string): void {
    this.#marked(items, mark, this.#paragraph);
    this.#paragraph += 1;
  }

  #marked(items: readonly Item[], mark: string, paragraph: number): void {
    const passages = items.flatMap(passagesOf);
    const first = passages.findIndex((passage) => passage.text.trim() !== '');
    passages.forEach((passage, index) => {
      const number = index === first ? { number: { text: mark, separator: ' ' } } : {};
      this.#writer.paragraph('footnote', { ...passage, ...number }, paragraph);
    });
  }

  #write(items: readonly Item[], kind: Kind): void {
    for (const item of items) {
      if ('cells' in item) this.#writeTable(item, kind);
      else this.#writePassage(item, kind);
    }
  }

  #writePassage(item: PassageItem, kind: Kind): void {
    for (const box of item.boxesBefore) this.#write(box, 'textbox');
    const written = this.#writer.paragraph(kind, item, this.#paragraph);
    for (const reference of item.references) {
      this.references.push({ ...reference, paragraph: this.#paragraph });
    }
    if (written) this.#paragraph += 1;
    for (const box of item.boxesAfter) this.#write(box, 'textbox');
  }

  #writeTable(table: Table, kind: Kind): void {
    if (isFrame(table)) {
      for (const cell of table.cells) this.#write(cell.items, kind);
      return;
    }
    const number = this.#table;
    this.#table += 1;
    for (const cell of table.cells) this.#writeCell(cell, number);
  }

  #writeCell({ items, ...place }: TableCell, table: number): void {
    const passages = items.filter((item): item is PassageItem => !('cells' in item));
    const paragraph = this.#paragraph;
    for (const passage of passages) {
      for (const reference of passage.references) this.references.push({ ...reference, paragraph });
    }
    if (this.#writer.cell({ table, ...place }, passages, paragraph)) this.#paragraph += 1;
    for (const item of items) {
      if ('cells' in item) this.#writeTable(item, 'paragraph');
      else for (const box of [...item.boxesBefore, ...item.boxesAfter]) this.#write(box, 'textbox');
    }
  }
}

/**
 * A table that never has text in two cells side by side is a frame around text, often a whole page pasted
 * from the web: its paragraphs are the document's, not a table's.
 */
const isFrame = ({ cells }: Table): boolean => {
  const filled = cells.filter((cell) => cell.items.some(hasText)).map((cell) => cell.row);
  return new Set(filled).size === filled.length;
};

const hasText = (item: Item): boolean =>
  passagesOf(item).some(({ text, number }) => text.trim() !== '' || number);

/** All paragraphs, those in tables and text boxes too. */
const passagesOf = (item: Item): PassageItem[] =>
  'cells' in item
    ? item.cells.flatMap((cell) => cell.items.flatMap(passagesOf))
    : [
        ...item.boxesBefore.flatMap((box) => box.flatMap(passagesOf)),
        item,
        ...item.boxesAfter.flatMap((box) => box.flatMap(passagesOf)),
      ];
