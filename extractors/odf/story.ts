import { attribute, type Element, elementsOf } from '../package/element.js';
import { formatOf } from '../word/format.js';
import type { Item, PassageItem } from '../word/items.js';
import type { ListNumber } from '../word/manuscript-writer.js';
import type { ReadingNotes } from '../word/reading-notes.js';
import type { Inline, InlineReader } from './inline.js';
import type { OdtLists, OpenList } from './lists.js';
import type { OdtStyles } from './styles.js';
import { readTable } from './table.js';

/** What a reader needs to know beside the text. */
export interface Surroundings {
  readonly styles: OdtStyles;
  readonly lists: OdtLists;
  readonly inline: InlineReader;
  readonly notes: ReadingNotes;
}

/** Wrappers that change nothing in the order of what they hold. */
const TRANSPARENT = new Set([
  'text:section',
  'text:index-body',
  'text:index-title',
  'text:table-of-content',
  'text:alphabetical-index',
  'text:illustration-index',
  'text:table-index',
  'text:object-index',
  'text:user-index',
  'text:bibliography',
  'text:numbered-paragraph',
]);

/** Reads a body, cell, text box or note into items. Counts lists in reading order. */
export const readStory = (parent: Element, around: Surroundings): Item[] => {
  const items: Item[] = [];
  visit(parent, around, items, undefined);
  return items;
};

const visit = (parent: Element, around: Surroundings, items: Item[], list: OpenList | undefined): void => {
  for (const element of elementsOf(parent)) {
    if (element.name === 'text:p' || element.name === 'text:h')
      items.push(readParagraph(element, around, headingNumber(element, around, list)));
    else if (element.name === 'text:list') readList(element, around, items, list);
    else if (element.name === 'table:table')
      items.push(readTable(element, (cell) => readStory(cell, around)));
    else if (TRANSPARENT.has(element.name)) {
      if (attribute(element, 'text:display') === 'none') around.notes.hiddenText(lengthOf(element));
      else visit(element, around, items, list);
    } else if (element.name === 'text:tracked-changes') {
      if (elementsOf(element).length > 0) around.notes.trackedChanges();
    } else if (element.name.startsWith('draw:'))
      items.push(itemOf(around.inline.drawn(element), {}, undefined, around));
  }
};

/** Only a heading outside of any list is numbered by the outline. */
const headingNumber = (
  element: Element,
  { lists }: Surroundings,
  list: OpenList | undefined,
): ListNumber | undefined => {
  if (list || element.name !== 'text:h' || attribute(element, 'text:is-list-header') === 'true')
    return undefined;
  const level = Number(attribute(element, 'text:outline-level') ?? '1');
  return level >= 1 ? lists.nextHeading(level) : undefined;
};

const readList = (
  element: Element,
  around: Surroundings,
  items: Item[],
  outer: OpenList | undefined,
): void => {
  const list = around.lists.enter(element, outer);
  for (const item of elementsOf(element)) {
    let numbered = item.name !== 'text:list-item';
    for (const inner of elementsOf(item)) {
      if (inner.name === 'text:list') readList(inner, around, items, list);
      else if (inner.name === 'text:p' || inner.name === 'text:h') {
        const start = Number(attribute(item, 'text:start-value') ?? Number.NaN);
        const number = numbered ? undefined : around.lists.next(list, start >= 0 ? start : undefined);
        numbered = true;
        items.push(readParagraph(inner, around, number));
      } else visit({ name: '', attributes: {}, children: [inner] }, around, items, list);
    }
  }
};

const readParagraph = (
  element: Element,
  around: Surroundings,
  number: ListNumber | undefined,
): PassageItem => {
  const look = around.styles.look('paragraph', attribute(element, 'text:style-name'));
  const level = Number(attribute(element, 'text:outline-level'));
  const outline = element.name === 'text:h' && level >= 1 ? level : look.outline;
  const inline = around.inline.read(element, look);
  return itemOf(inline, { ...look, ...(outline ? { outline } : {}) }, number, around);
};

const itemOf = (
  inline: Inline,
  look: ReturnType<OdtStyles['look']>,
  number: ListNumber | undefined,
  around: Surroundings,
): PassageItem => {
  const boxes = (atStart: boolean) =>
    inline.boxes.filter((box) => box.atStart === atStart).map(({ content }) => readStory(content, around));
  return {
    ...(number ? { number } : {}),
    text: inline.text,
    format: formatOf(inline, look.align, look.outline === undefined ? undefined : look.outline - 1),
    boxesBefore: boxes(true),
    boxesAfter: boxes(false),
    references: inline.references,
  };
};

const lengthOf = (element: Element): number =>
  element.children.reduce(
    (sum, inner) => sum + (typeof inner === 'string' ? inner.trim().length : lengthOf(inner)),
    0,
  );
