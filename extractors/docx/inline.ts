import { attribute, child, type Element, elementsOf, holds, textOf } from '../package/element.js';
import { symbol } from '../word/clean.js';
import type { NoteReference } from '../word/items.js';
import type { ReadingNotes } from '../word/reading-notes.js';
import { type RunLook, readRunLook, type Styles } from './styles.js';
import { valOf } from './values.js';

/** A text box (or WordArt) and whether its paragraph had text before it. */
export interface Anchored {
  readonly content: Element | string;
  readonly atStart: boolean;
}

/** The content of one paragraph, or of several that tracked changes have joined. */
export interface Inline {
  text: string;
  /** Characters by size in half-points (0: not said), and how many are bold. */
  readonly sizes: Map<number, number>;
  bold: number;
  readonly boxes: Anchored[];
  readonly references: NoteReference[];
}

export const emptyInline = (): Inline => ({ text: '', sizes: new Map(), bold: 0, boxes: [], references: [] });

/** Nothing in these is text of the document. */
const SKIPPED = new Set([
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:ctrlPr',
  'w:rt',
  'w:instrText',
  'w:delInstrText',
  'w:delText',
  'w:ffData',
  'w:binData',
]);
const BOX = new Set(['w:txbxContent', 'v:textpath']);

/** Reads what stands inside paragraphs. One reader for a file: fields may run over several paragraphs. */
export class InlineReader {
  readonly #styles: Styles;
  readonly #notes: ReadingNotes;
  /** fldChar begin marks that have an end; others are damage and hide nothing. */
  readonly #complete: ReadonlySet<Element>;
  /** For each open field whether its instruction (not its result) is being read. */
  readonly #fields: boolean[] = [];
  #instructions = 0;

  constructor(stories: readonly Element[], styles: Styles, notes: ReadingNotes) {
    this.#styles = styles;
    this.#notes = notes;
    this.#complete = completeFields(stories);
  }

  /** Adds a paragraph's content. `look` is what its style says of runs. */
  read(paragraph: Element, look: RunLook, into: Inline): void {
    for (const element of elementsOf(paragraph)) this.#visit(element, look, into);
  }

  #visit(element: Element, look: RunLook, into: Inline): void {
    if (SKIPPED.has(element.name)) return;
    switch (element.name) {
      case 'w:t':
      case 'm:t':
      case 'a:t':
        this.#text(plainText(element), look, into);
        return;
      case 'w:r':
        this.#children(element, this.#lookOf(element, look), into);
        return;
      case 'w:del':
      case 'w:moveFrom':
        this.#notes.trackedChanges();
        return;
      case 'w:tab':
      case 'w:ptab':
        this.#text(' ', look, into);
        return;
      case 'w:br':
      case 'w:cr':
        this.#text('\n', look, into);
        return;
      case 'w:noBreakHyphen':
        this.#text('-', look, into);
        return;
      case 'w:sym':
        this.#text(symbol(Number.parseInt(attribute(element, 'w:char') ?? '', 16)), look, into);
        return;
      case 'w:fldChar':
        this.#field(element);
        return;
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const kind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
        into.references.push({ kind, id: attribute(element, 'w:id') ?? '' });
        return;
      }
      case 'w:txbxContent':
        into.boxes.push({ content: element, atStart: into.text.trim() === '' });
        return;
      case 'v:textpath':
        into.boxes.push({ content: attribute(element, 'string') ?? '', atStart: into.text.trim() === '' });
        return;
      case 'mc:AlternateContent':
        this.#alternative(element, look, into);
        return;
      case 'pic:pic':
      case 'v:imagedata':
        this.#notes.picture();
        return;
      case 'dgm:relIds':
      case 'c:chart':
        this.#notes.diagram();
        return;
      case 'w:ins':
      case 'w:moveTo':
        this.#notes.trackedChanges();
        this.#children(element, look, into);
        return;
      default:
        this.#children(element, look, into);
    }
  }

  #children(element: Element, look: RunLook, into: Inline): void {
    for (const inner of elementsOf(element)) this.#visit(inner, look, into);
  }

  /** The same content twice, for newer and older readers: the newer one, unless only the older has a text box. */
  #alternative(element: Element, look: RunLook, into: Inline): void {
    const choice = child(element, 'mc:Choice');
    const fallback = child(element, 'mc:Fallback');
    const older = fallback && holds(fallback, BOX) && !(choice && holds(choice, BOX));
    const chosen = older ? fallback : (choice ?? fallback);
    if (chosen) this.#children(chosen, look, into);
  }

  #lookOf(run: Element, look: RunLook): RunLook {
    const properties = child(run, 'w:rPr');
    if (!properties) return look;
    const style = valOf(properties, 'w:rStyle');
    return {
      ...look,
      ...(style === undefined ? {} : this.#styles.style(style).run),
      ...readRunLook(properties),
    };
  }

  #field(mark: Element): void {
    const type = attribute(mark, 'w:fldCharType');
    if (type === 'begin') {
      if (!this.#complete.has(mark)) return;
      this.#fields.push(true);
      this.#instructions += 1;
    } else if (type === 'separate' || type === 'end') {
      if (this.#fields.pop()) this.#instructions -= 1;
      if (type === 'separate') this.#fields.push(false);
    }
  }

  #text(text: string, look: RunLook, into: Inline): void {
    if (this.#instructions > 0) return;
    if (look.hidden) {
      if (text.trim()) this.#notes.hiddenText(text.trim().length);
      return;
    }
    into.text += text;
    const weight = text.trim().length;
    if (weight === 0) return;
    into.sizes.set(look.size ?? 0, (into.sizes.get(look.size ?? 0) ?? 0) + weight);
    if (look.bold) into.bold += weight;
  }
}

/** Line breaks inside w:t are the file's layout, not the text's; blanks at its ends count only if marked so. */
const plainText = (element: Element): string => {
  const text = textOf(element).replace(/[\r\n]+/g, ' ');
  return element.name !== 'w:t' || attribute(element, 'xml:space') === 'preserve' ? text : trimAscii(text);
};

/** Full-width spaces are text in XML's eyes: only blanks and tabs go. */
const trimAscii = (text: string): string => {
  let start = 0;
  let end = text.length;
  while (start < end && (text[start] === ' ' || text[start] === '\t')) start += 1;
  while (end > start && (text[end - 1] === ' ' || text[end - 1] === '\t')) end -= 1;
  return text.slice(start, end);
};

const completeFields = (stories: readonly Element[]): Set<Element> => {
  const complete = new Set<Element>();
  for (const story of stories) {
    const open: Element[] = [];
    const visit = (element: Element): void => {
      if (element.name === 'w:fldChar') {
        const type = attribute(element, 'w:fldCharType');
        if (type === 'begin') open.push(element);
        else if (type === 'end') {
          const begin = open.pop();
          if (begin) complete.add(begin);
        }
        return;
      }
      // What is skipped in reading must not be counted here either.
      if (element.name === 'w:del' || element.name === 'w:moveFrom') return;
      for (const inner of elementsOf(element)) visit(inner);
    };
    visit(story);
  }
  return complete;
};
