import { attribute, child, type Element, elementsOf, holds } from '../package/element.js';
import type { NoteReference } from '../word/items.js';
import type { ReadingNotes } from '../word/reading-notes.js';
import type { Look, OdtStyles } from './styles.js';

/** The content of one paragraph. */
export interface Inline {
  text: string;
  /** Characters by size in half-points (0: not said), and how many are bold. */
  readonly sizes: Map<number, number>;
  bold: number;
  /** Elements that hold the paragraphs of text boxes, and whether text stood before them. */
  readonly boxes: { readonly content: Element; readonly atStart: boolean }[];
  readonly references: NoteReference[];
}

/** Nothing in these is text of the document. */
const SKIPPED = new Set(['text:hidden-paragraph', 'text:tracked-changes', 'text:script', 'text:page-number']);
const SHAPES = new Set([
  'draw:custom-shape',
  'draw:rect',
  'draw:ellipse',
  'draw:circle',
  'draw:line',
  'draw:polygon',
  'draw:path',
  'draw:caption',
]);
const PARAGRAPHS: ReadonlySet<string> = new Set(['text:p', 'text:h']);

/** Reads what stands inside paragraphs; gathers the notes that they refer to. */
export class InlineReader {
  readonly #styles: OdtStyles;
  readonly #notes: ReadingNotes;
  /** Bodies of notes by the id of their reference. */
  readonly noteBodies = new Map<string, Element>();

  constructor(styles: OdtStyles, notes: ReadingNotes) {
    this.#styles = styles;
    this.#notes = notes;
  }

  /** A paragraph's content. `look` is what its style says. */
  read(paragraph: Element, look: Look): Inline {
    const inline: Inline = { text: '', sizes: new Map(), bold: 0, boxes: [], references: [] };
    this.#children(paragraph, look, inline);
    return inline;
  }

  /** What is drawn outside of paragraphs, at a page. */
  drawn(shape: Element): Inline {
    const inline: Inline = { text: '', sizes: new Map(), bold: 0, boxes: [], references: [] };
    this.#visit(shape, {}, inline);
    return inline;
  }

  #children(element: Element, look: Look, into: Inline): void {
    for (const inner of element.children) {
      if (typeof inner === 'string') this.#text(inner.replace(/[\t\r\n ]+/g, ' '), look, into);
      else this.#visit(inner, look, into);
    }
  }

  #visit(element: Element, look: Look, into: Inline): void {
    if (SKIPPED.has(element.name)) return;
    switch (element.name) {
      case 'text:span':
        this.#children(
          element,
          { ...look, ...this.#styles.look('text', attribute(element, 'text:style-name')) },
          into,
        );
        return;
      case 'text:s':
      case 'text:tab':
        this.#kept(' ', look, into);
        return;
      case 'text:line-break':
        this.#kept('\n', look, into);
        return;
      case 'text:hidden-text':
        this.#notes.hiddenText((attribute(element, 'text:string-value') ?? '').length);
        return;
      case 'text:note':
        this.#note(element, into);
        return;
      case 'draw:text-box':
        into.boxes.push({ content: element, atStart: into.text.trim() === '' });
        return;
      case 'draw:image':
        this.#notes.picture();
        return;
      case 'draw:object':
      case 'draw:object-ole':
        this.#notes.diagram();
        return;
      case 'draw:frame':
        this.#frame(element, look, into);
        return;
    }
    if (SHAPES.has(element.name)) {
      if (holds(element, PARAGRAPHS)) into.boxes.push({ content: element, atStart: into.text.trim() === '' });
    } else this.#children(element, look, into);
  }

  /** The first that can be shown counts: an object has a picture of itself behind it. */
  #frame(frame: Element, look: Look, into: Inline): void {
    const first = elementsOf(frame).find(({ name }) => name.startsWith('draw:'));
    if (first) this.#visit(first, look, into);
  }

  #note(note: Element, into: Inline): void {
    const body = child(note, 'text:note-body');
    if (!body) return;
    const kind = attribute(note, 'text:note-class') === 'endnote' ? 'endnote' : 'footnote';
    const id = `${this.noteBodies.size}`;
    this.noteBodies.set(id, body);
    into.references.push({ kind, id });
  }

  /** Blanks in the file's markup count as one, at a paragraph's beginning as none. */
  #text(text: string, look: Look, into: Inline): void {
    const begins = into.text === '' || into.text.endsWith(' ') || into.text.endsWith('\n');
    this.#kept(begins && text.startsWith(' ') ? text.slice(1) : text, look, into);
  }

  #kept(text: string, look: Look, into: Inline): void {
    const weight = text.trim().length;
    if (look.hidden) {
      if (weight > 0) this.#notes.hiddenText(weight);
      return;
    }
    into.text += text;
    if (weight === 0) return;
    into.sizes.set(look.size ?? 0, (into.sizes.get(look.size ?? 0) ?? 0) + weight);
    if (look.bold) into.bold += weight;
  }
}
