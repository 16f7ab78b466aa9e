import type { Passage } from './manuscript-writer.js';

/** A reference to a footnote or endnote. */
export interface NoteReference {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
}

/** A paragraph with what hangs on it. */
export interface PassageItem extends Passage {
  readonly boxesBefore: readonly (readonly Item[])[];
  readonly boxesAfter: readonly (readonly Item[])[];
  readonly references: readonly NoteReference[];
}

/** What a body, a cell, a text box or a note consists of, in reading order. */
export type Item = PassageItem | Table;

/** A cell with its place in the table's grid and its content. */
export interface TableCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly items: readonly Item[];
}

/** A table, cells row by row. */
export interface Table {
  readonly cells: readonly TableCell[];
}
