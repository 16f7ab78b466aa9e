import type { Buffer } from 'node:buffer';
import type { Placed } from '../word/assemble.js';
import { symbol } from '../word/clean.js';
import { formatOf } from '../word/format.js';
import type { Item, NoteReference, PassageItem } from '../word/items.js';
import type { List, ListCounter } from '../word/list-counter.js';
import type { ReadingNotes } from '../word/reading-notes.js';
import { applyCharacter, applyParagraph, type CharacterLook, type ParagraphLook } from './looks.js';
import type { PropertyRuns } from './properties.js';
import type { DocStyle, DocStyles } from './styles.js';
import type { DocText } from './text.js';

/** What a reader needs to know beside the text. */
export interface Surroundings {
  readonly source: DocText;
  readonly characters: PropertyRuns;
  readonly paragraphs: PropertyRuns;
  readonly styles: DocStyles;
  readonly lists: ReadonlyMap<number, List>;
  readonly counter: ListCounter;
  readonly data: Buffer | undefined;
  /** 1 at every character of a field's instruction. */
  readonly instructions: Uint8Array;
  /** Notes by the character that refers to them. */
  readonly references: ReadonlyMap<number, NoteReference>;
  /** Text boxes by the character that anchors them: their first and last character. */
  readonly boxes: ReadonlyMap<number, readonly [start: number, end: number]>;
  readonly notes: ReadingNotes;
}

interface Content {
  text: string;
  readonly sizes: Map<number, number>;
  bold: number;
  readonly boxes: { readonly items: readonly Item[]; readonly atStart: boolean }[];
  readonly references: NoteReference[];
}

const PARAGRAPH_END = 0x0d;
const CELL_END = 0x07;
const PAGE_BREAK = 0x0c;
/** Numbers of list overrides go up to this; higher ones mean "no list". */
const LAST_LIST = 0x7fe;

/** Where a character lies in the file, and one byte after it. */
const placeOf = (source: DocText, character: number): { at: number; size: number } => {
  const piece = source.pieceAt(character);
  return {
    at: piece.at + (character - piece.start) * piece.bytesPerCharacter,
    size: piece.bytesPerCharacter,
  };
};

/**
 * The paragraphs between two characters. `readBox` reads a text box anchored in one.
 * Advances the list counter in reading order.
 */
export const readParagraphs = (
  start: number,
  end: number,
  around: Surroundings,
  readBox: (start: number, end: number) => Item[],
): Placed[] => {
  const paragraphs: Placed[] = [];
  const { text } = around.source;
  let first = start;
  let content = emptyContent();
  let bearer: { look: ParagraphLook; style: DocStyle } | undefined;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    const last = at === end - 1;
    if (code !== PARAGRAPH_END && code !== CELL_END && code !== PAGE_BREAK && !last) continue;
    const place = placeOf(around.source, at);
    const run = around.paragraphs.at(place.at);
    // A page break inside a paragraph is part of its text; at its end it stands for a section's end.
    if (code === PAGE_BREAK && run.end > place.at + place.size && !last) continue;
    const { look, style } = lookOf(at, run.properties, around);
    readContent(first, at + 1, style.character, around, content, readBox);
    first = at + 1;
    if (!bearer && content.text.trim() !== '') bearer = { look, style };
    if (code === PARAGRAPH_END && !last && isDeleted(at, style, around)) {
      around.notes.trackedChanges();
      continue;
    }
    const depth = look.inTable ? Math.max(look.depth, 1) : 0;
    paragraphs.push({
      item: passageOf(content, (bearer ?? { look }).look, around),
      depth,
      endsCell: code === CELL_END || look.innerCellEnd,
      endsRow: depth === 1 ? look.rowEnd : look.innerRowEnd,
      row: look.row,
    });
    content = emptyContent();
    bearer = undefined;
  }
  return paragraphs;
};

const emptyContent = (): Content => ({ text: '', sizes: new Map(), bold: 0, boxes: [], references: [] });

const lookOf = (
  mark: number,
  properties: Buffer,
  around: Surroundings,
): { look: ParagraphLook; style: DocStyle } => {
  const style = around.styles.style(properties.length >= 2 ? properties.readUInt16LE(0) : 0);
  const look = { ...style.paragraph };
  applyParagraph(look, properties.subarray(2), around.data);
  const { modifiers } = around.source.pieceAt(mark);
  if (modifiers) applyParagraph(look, modifiers, around.data);
  return { look, style };
};

const characterLook = (
  at: number,
  properties: Buffer,
  base: Readonly<CharacterLook>,
  around: Surroundings,
): CharacterLook => {
  let style = base;
  let look = { ...base };
  applyCharacter(look, properties, style);
  if (look.style !== undefined) {
    style = around.styles.style(look.style).character;
    look = { ...base, bold: base.bold !== style.bold, hidden: base.hidden || style.hidden };
    applyCharacter(look, properties, style);
  }
  const { modifiers } = around.source.pieceAt(at);
  if (modifiers) applyCharacter(look, modifiers, style);
  return look;
};

const isDeleted = (at: number, style: DocStyle, around: Surroundings): boolean => {
  const run = around.characters.at(placeOf(around.source, at).at);
  return characterLook(at, run.properties, style.character, around).deleted;
};

/** Adds the text between two characters, run by run of equal looks. */
const readContent = (
  start: number,
  end: number,
  base: Readonly<CharacterLook>,
  around: Surroundings,
  into: Content,
  readBox: (start: number, end: number) => Item[],
): void => {
  for (let at = start; at < end; ) {
    const piece = around.source.pieceAt(at);
    const byte = piece.at + (at - piece.start) * piece.bytesPerCharacter;
    const run = around.characters.at(byte);
    const length = Math.max(1, Math.ceil((run.end - byte) / piece.bytesPerCharacter));
    const stop = Math.min(end, piece.end, at + length);
    const look = characterLook(at, run.properties, base, around);
    if (look.deleted || look.inserted) around.notes.trackedChanges();
    if (!look.deleted) readRun(at, stop, look, around, into, readBox);
    at = stop;
  }
};

const readRun = (
  start: number,
  end: number,
  look: CharacterLook,
  around: Surroundings,
  into: Content,
  readBox: (start: number, end: number) => Item[],
): void => {
  let text = '';
  for (let at = start; at < end; at += 1) {
    if (around.instructions[at]) continue;
    const reference = around.references.get(at);
    if (reference) into.references.push(reference);
    const box = around.boxes.get(at);
    if (box) into.boxes.push({ items: readBox(...box), atStart: (into.text + text).trim() === '' });
    const char = around.source.text[at]!;
    if (char === '\u0001' && !look.hidden) around.notes.picture();
    text += look.symbol === undefined ? (SIGNS[char] ?? char) : symbol(look.symbol);
  }
  const weight = text.trim().length;
  if (look.hidden) {
    if (weight > 0) around.notes.hiddenText(weight);
    return;
  }
  into.text += text;
  if (weight === 0) return;
  into.sizes.set(look.size, (into.sizes.get(look.size) ?? 0) + weight);
  if (look.bold) into.bold += weight;
};

/** Word's own signs; marks of paragraphs, cells, pictures, notes, fields and shapes are no text. */
const SIGNS: Readonly<Record<string, string>> = {
  '\u0001': '',
  '\u0002': '',
  '\u0003': '',
  '\u0004': '',
  '\u0005': '',
  '\u0007': '',
  '\u0008': '',
  '\u000d': '',
  '\u000e': '\n',
  '\u0013': '',
  '\u0014': '',
  '\u0015': '',
  '\u001e': '-',
  '\u001f': '',
};

const passageOf = (content: Content, look: ParagraphLook, around: Surroundings): PassageItem => {
  const list =
    look.list > 0 && look.list <= LAST_LIST && !look.rowEnd ? around.lists.get(look.list) : undefined;
  const number = list && around.counter.next(list, look.level);
  const isBullet = number && content.text.trim() === '' && /^[\p{P}\p{S}]+$/u.test(number.text);
  const boxes = (atStart: boolean) =>
    content.boxes.filter((box) => box.atStart === atStart).map((box) => box.items);
  return {
    ...(number && !isBullet ? { number } : {}),
    text: content.text,
    format: formatOf(content, look.align, look.outline),
    boxesBefore: boxes(true),
    boxesAfter: boxes(false),
    references: content.references,
  };
};
