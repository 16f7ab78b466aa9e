import type { Passage } from '../word/manuscript-writer.js';
import type { NoteReference } from './inline.js';
import type { ReadingNotes } from './reading-notes.js';
import { child, type Element, elementsOf } from './xml.js';

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

/** Wrappers that change nothing in the order of what they hold. */
const TRANSPARENT = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag']);

/** The paragraphs and tables (or rows, or cells) among the children, wrappers opened, deleted ones left out. */
export const flatten = (parent: Element, notes: ReadingNotes): Element[] =>
  elementsOf(parent).flatMap((element) => {
    if (TRANSPARENT.has(element.name)) return flatten(element, notes);
    if (element.name === 'mc:AlternateContent') {
      const choice = child(element, 'mc:Choice') ?? child(element, 'mc:Fallback');
      return choice ? flatten(choice, notes) : [];
    }
    if (element.name === 'w:del' || element.name === 'w:moveFrom') {
      notes.trackedChanges();
      return [];
    }
    if (element.name === 'w:altChunk') notes.embeddedFile();
    return [element];
  });
