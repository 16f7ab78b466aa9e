import { child, type Element } from '../package/element.js';
import { formatOf } from '../word/format.js';
import type { Item, PassageItem } from '../word/items.js';
import type { List, ListCounter } from '../word/list-counter.js';
import type { ListNumber } from '../word/manuscript-writer.js';
import type { ReadingNotes } from '../word/reading-notes.js';
import { flatten } from './flatten.js';
import { emptyInline, type InlineReader } from './inline.js';
import type { Numbering } from './numbering.js';
import { type ParagraphLook, readParagraphLook, readRunLook, type Style, type Styles } from './styles.js';
import { readTable } from './table.js';
import { toggleOf, valOf } from './values.js';

/** What a reader needs to know beside the text. */
export interface Surroundings {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly counter: ListCounter;
  readonly inline: InlineReader;
  readonly notes: ReadingNotes;
}

/** The properties a paragraph has in the end. */
interface Paragraph extends ParagraphLook {
  readonly style: Style;
  readonly ownLevel: boolean;
}

/** Reads a body, cell, text box or note into items. Advances the list counter in reading order. */
export const readStory = (parent: Element, around: Surroundings): Item[] => {
  const items: Item[] = [];
  let joined: Element[] = [];
  const flush = () => {
    const item = joined.length > 0 ? readPassage(joined, around) : undefined;
    joined = [];
    if (item) items.push(item);
  };
  for (const element of flatten(parent, around.notes)) {
    if (element.name === 'w:p') {
      joined.push(element);
      if (!runsOn(element, around.notes)) flush();
    } else if (element.name === 'w:tbl') {
      flush();
      items.push(readTable(element, around.notes, (cell) => readStory(cell, around)));
    }
  }
  flush();
  return items;
};

/** Whether the text goes on in the next paragraph: the mark was deleted or moved away, or is a style separator. */
const runsOn = (paragraph: Element, notes: ReadingNotes): boolean => {
  const mark = child(child(paragraph, 'w:pPr'), 'w:rPr');
  if (!mark) return false;
  if (child(mark, 'w:del') || child(mark, 'w:moveFrom')) {
    notes.trackedChanges();
    return true;
  }
  if (child(mark, 'w:ins') || child(mark, 'w:moveTo')) notes.trackedChanges();
  return toggleOf(mark, 'w:specVanish') ?? false;
};

/**
 * One paragraph from those that were joined. It keeps the look and number of the first that still has text,
 * so that a number stays with the words it stood before.
 */
const readPassage = (elements: readonly Element[], around: Surroundings): PassageItem | undefined => {
  const inline = emptyInline();
  let bearer: Element | undefined;
  for (const element of elements) {
    const style = around.styles.paragraph(valOf(child(element, 'w:pPr'), 'w:pStyle'));
    around.inline.read(element, { ...around.styles.defaults, ...style.run }, inline);
    if (!bearer && inline.text.trim() !== '') bearer = element;
  }
  const last = elements.at(-1)!;
  const paragraph = propertiesOf(bearer ?? last, around.styles);
  const shown = bearer !== undefined || !isGone(last);
  const number = shown ? numberOf(paragraph, around) : undefined;
  const isBullet = number && inline.text.trim() === '' && /^[\p{P}\p{S}]+$/u.test(number.text);
  const boxes = (atStart: boolean) =>
    inline.boxes
      .filter((box) => box.atStart === atStart)
      .map(({ content }) => (typeof content === 'string' ? [wordArt(content)] : readStory(content, around)));
  return {
    ...(number && !isBullet ? { number } : {}),
    text: inline.text,
    format: formatOf(inline, paragraph.align, paragraph.outline),
    boxesBefore: boxes(true),
    boxesAfter: boxes(false),
    references: inline.references,
  };
};

/** A paragraph without text whose mark is deleted or hidden: nothing of it is shown, not even a number. */
const isGone = (paragraph: Element): boolean => {
  const mark = child(child(paragraph, 'w:pPr'), 'w:rPr');
  if (!mark) return false;
  const removed = child(mark, 'w:del') ?? child(mark, 'w:moveFrom');
  return removed !== undefined || readRunLook(mark).hidden === true;
};

const wordArt = (text: string): PassageItem => ({
  text,
  format: {},
  boxesBefore: [],
  boxesAfter: [],
  references: [],
});

const propertiesOf = (element: Element, styles: Styles): Paragraph => {
  const properties = child(element, 'w:pPr');
  const style = styles.paragraph(valOf(properties, 'w:pStyle'));
  const own = readParagraphLook(properties);
  return { ...style, ...own, style, ownLevel: own.level !== undefined || own.list !== undefined };
};

/** The next number of the paragraph's list; a level tied to its style goes before the level that a style names. */
const numberOf = (paragraph: Paragraph, around: Surroundings): ListNumber | undefined => {
  const list: List | undefined =
    paragraph.list === undefined ? undefined : around.numbering.list(paragraph.list);
  if (!list) return undefined;
  const tied = paragraph.ownLevel
    ? undefined
    : around.numbering.levelOfStyle(paragraph.list!, paragraph.style.ids);
  return around.counter.next(list, tied ?? paragraph.level ?? 0);
};
