import { child, type Element, elementsOf } from '../package/element.js';
import type { ReadingNotes } from '../word/reading-notes.js';

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
