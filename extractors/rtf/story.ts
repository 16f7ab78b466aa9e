import { FileError } from '../../model/index.js';
import { assemble, type Placed, type RowLayout } from '../word/assemble.js';
import { formatOf } from '../word/format.js';
import type { Item, NoteReference, PassageItem } from '../word/items.js';
import type { ListNumber } from '../word/manuscript-writer.js';
import type { ReadingNotes } from '../word/reading-notes.js';
import type { State } from './state.js';

/** A paragraph as it is read. */
interface Content {
  text: string;
  number: string;
  readonly sizes: Map<number, number>;
  bold: number;
  readonly boxes: { readonly items: readonly Item[]; readonly atStart: boolean }[];
  readonly references: NoteReference[];
}

const empty = (): Content => ({
  text: '',
  number: '',
  sizes: new Map(),
  bold: 0,
  boxes: [],
  references: [],
});

/** Characters of all stories together, without pictures; more than any document has. */
const MAX_TEXT = 32 * 1024 * 1024;
/** What a paragraph, a cell or a row weighs in memory, in characters. */
const PARAGRAPH_COST = 64;

/** Counts what all stories of a file hold, so that a hostile one ends before the memory does. */
export class TextBudget {
  #left = MAX_TEXT;

  /** Throws FileError('too-large') when used up. */
  spend(characters: number): void {
    this.#left -= characters;
    if (this.#left < 0) throw new FileError('too-large', '正文过长');
  }
}

/** After these a number needs no blank. */
const CLOSED = /[、）】〕》：，。．]$/;
const BULLET = /^[\p{P}\p{S}\p{Co}]+$/u;

/** The body, a note or a text box while it is read. */
export class Story {
  readonly #placed: Placed[] = [];
  readonly #notes: ReadingNotes;
  readonly #budget: TextBudget;
  #content = empty();

  constructor(notes: ReadingNotes, budget: TextBudget) {
    this.#notes = notes;
    this.#budget = budget;
  }

  text(text: string, state: State): void {
    if (text === '') return;
    const weight = text.trim().length;
    if (state.deleted || state.revised) this.#notes.trackedChanges();
    if (state.deleted) return;
    if (state.hidden) {
      if (weight > 0) this.#notes.hiddenText(weight);
      return;
    }
    this.#budget.spend(text.length);
    const content = this.#content;
    content.text += text;
    if (weight === 0) return;
    content.sizes.set(state.size, (content.sizes.get(state.size) ?? 0) + weight);
    if (state.bold) content.bold += weight;
  }

  /** Text of the automatic number, as the file carries it for readers that can not count. */
  number(text: string, state: State): void {
    if (state.hidden || state.deleted) return;
    this.#budget.spend(text.length);
    this.#content.number += text;
  }

  box(items: readonly Item[]): void {
    this.#content.boxes.push({ items, atStart: this.#content.text.trim() === '' });
  }

  reference(reference: NoteReference): void {
    this.#content.references.push(reference);
  }

  /** Ends a paragraph; `cell` at the depth of which a cell ends with it. `counted` is its number by the list tables. */
  end(state: State, outline: number | undefined, counted: ListNumber | undefined, cell = 0): void {
    const depth = cell > 0 ? cell : state.inTable ? state.depth : 0;
    const nothing = !this.isOpen && counted === undefined && cell === 0;
    // One empty paragraph parts two tables; more of them are only space.
    if (nothing && depth === (this.#placed.at(-1)?.depth ?? 0)) {
      this.#content = empty();
      return;
    }
    this.#budget.spend(PARAGRAPH_COST);
    const item = passageOf(this.#content, state, outline, counted);
    this.#placed.push({ item, depth, endsCell: cell > 0, endsRow: false });
    this.#content = empty();
  }

  /** Ends a table's row. */
  endRow(depth: number, row: RowLayout | undefined): void {
    this.#budget.spend(PARAGRAPH_COST);
    this.#placed.push({ item: ROW_END, depth, endsCell: false, endsRow: true, row });
  }

  /** Whether the paragraph that is open has anything in it. */
  get isOpen(): boolean {
    const { text, number, boxes, references } = this.#content;
    return text.trim() !== '' || number.trim() !== '' || boxes.length > 0 || references.length > 0;
  }

  items(): readonly Item[] {
    return assemble(this.#placed);
  }
}

const ROW_END: PassageItem = { text: '', format: {}, boxesBefore: [], boxesAfter: [], references: [] };

const passageOf = (
  content: Content,
  state: State,
  outline: number | undefined,
  counted: ListNumber | undefined,
): PassageItem => {
  const written = content.number.trim();
  const shown = written ? { text: written, separator: separatorOf(content.number) } : counted;
  const isBullet = shown && content.text.trim() === '' && BULLET.test(shown.text);
  const boxes = (atStart: boolean) =>
    content.boxes.filter((box) => box.atStart === atStart).map((box) => box.items);
  return {
    ...(shown && !isBullet ? { number: shown } : {}),
    // A lone half of a surrogate pair is no character.
    text: content.text.replace(/\p{Surrogate}/gu, ''),
    format: formatOf(content, state.align, outline),
    boxesBefore: boxes(true),
    boxesAfter: boxes(false),
    references: content.references,
  };
};

const separatorOf = (number: string): string =>
  /\s$/.test(number) && !CLOSED.test(number.trim()) ? ' ' : '';
