import { FileError } from '../../model/index.js';
import type { Item } from '../word/items.js';
import { ListCounter } from '../word/list-counter.js';
import type { ReadingNotes } from '../word/reading-notes.js';
import type { ListTables } from './lists.js';
import type { State } from './state.js';
import { Story, type TextBudget } from './story.js';

/** Text boxes in text boxes and notes. */
const MAX_STORIES = 10;

/** The body and, while they are read, the notes and text boxes inside it. */
export class Stories {
  readonly #notes: ReadingNotes;
  readonly #lists: ListTables;
  readonly #budget: TextBudget;
  readonly #counter = new ListCounter();
  readonly #open: Story[];
  /** Outline levels of paragraph styles by their number. */
  readonly outlines = new Map<number, number>();
  /** Footnotes by the id of their reference. */
  readonly footnotes = new Map<string, readonly Item[]>();

  constructor(notes: ReadingNotes, lists: ListTables, budget: TextBudget) {
    this.#notes = notes;
    this.#lists = lists;
    this.#budget = budget;
    this.#open = [new Story(notes, budget)];
  }

  /** The innermost one. */
  get current(): Story {
    return this.#open.at(-1)!;
  }

  /** Begins a note or text box. Throws FileError('corrupt') for absurd nesting. */
  open(): void {
    if (this.#open.length >= MAX_STORIES) throw new FileError('corrupt', '文本框嵌套过深');
    this.#open.push(new Story(this.#notes, this.#budget));
  }

  /** Ends the innermost one. `state` is that of its last paragraph. */
  close(state: State): readonly Item[] {
    if (this.current.isOpen) this.endParagraph(state);
    const items = this.current.items();
    if (this.#open.length > 1) this.#open.pop();
    return items;
  }

  /** Ends a paragraph; `cell`: the depth of the table whose cell ends with it, 0 for none. */
  endParagraph(state: State, cell = 0): void {
    const list = state.list > 0 ? this.#lists.list(state.list) : undefined;
    const counted = list && this.#counter.next(list, state.level);
    this.current.end(state, state.outline ?? this.outlines.get(state.style), counted, cell);
  }

  endRow(state: State, depth: number): void {
    if (this.current.isOpen) this.endParagraph(state, depth);
    this.current.endRow(depth, state.row.layout());
  }

  footnote(items: readonly Item[]): void {
    const id = String(this.footnotes.size);
    this.footnotes.set(id, items);
    this.current.reference({ kind: 'footnote', id });
  }
}
