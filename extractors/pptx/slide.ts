import { attribute, child, type Element, elementsOf } from '../package/element.js';
import type { Item } from '../word/items.js';
import { inheritedBy, placeholderOf, placeOf, shapesOf } from './layout.js';
import type { SlideNotes } from './notes.js';
import { inReadingOrder, type Place } from './order.js';
import { readTable } from './table.js';
import { chosen, readTextBody } from './text.js';

/** What a slide's reader needs beside the slide. */
export interface Around {
  /** The slide's layout, then its master. */
  readonly layouts: readonly Element[];
  /** The text of a SmartArt by the id of its relation; it was read before, as parts come one by one. */
  readonly diagrams: ReadonlyMap<string, readonly Item[]>;
  readonly notes: SlideNotes;
}

/** Dates, page numbers and footers of every slide. */
const FURNITURE: ReadonlySet<string> = new Set(['dt', 'ftr', 'sldNum', 'hdr']);
const TITLES: readonly string[] = ['title', 'ctrTitle', 'subTitle'];

interface Placed {
  readonly value: readonly Item[];
  readonly place: Place | null;
}

/** The text of a slide: its title, then shapes, tables and groups in reading order. */
export const readSlide = (slide: Element, around: Around): Item[] => {
  const titles: Placed[] = [];
  const others: Placed[] = [];
  for (const shape of shapesOf(slide)) {
    const found = readShape(shape, around);
    if (found) (TITLES.includes(placeholderOf(shape)?.type ?? '') ? titles : others).push(found);
  }
  return [...inReadingOrder(titles), ...inReadingOrder(others)].flat();
};

/** The text of a notes page that a person has typed. */
export const readSpeakerNotes = (page: Element): Item[] =>
  shapesOf(page).flatMap((shape) => {
    const body = child(shape, 'p:txBody');
    return body && placeholderOf(shape)?.type === 'body' ? readTextBody(body, {}) : [];
  });

const readShape = (shape: Element, around: Around): Placed | null => {
  if (shape.name === 'mc:AlternateContent') {
    const inner = elementsOf(chosen(shape)).flatMap((element) => readShape(element, around) ?? []);
    return { value: inReadingOrder(inner).flat(), place: inner[0]?.place ?? null };
  }
  if (isHidden(shape)) {
    around.notes.hiddenShape();
    return null;
  }
  switch (shape.name) {
    case 'p:sp':
    case 'p:cxnSp':
      return readText(shape, around);
    case 'p:grpSp': {
      const inner = elementsOf(shape).flatMap((element) => readShape(element, around) ?? []);
      return { value: inReadingOrder(inner).flat(), place: placeOf(shape) };
    }
    case 'p:graphicFrame':
      return readFrame(shape, around);
    case 'p:pic':
      around.notes.picture();
      return null;
    default:
      return null;
  }
};

const isHidden = (shape: Element): boolean =>
  elementsOf(shape).some(
    (part) =>
      part.name.startsWith('p:nv') &&
      ['1', 'true'].includes(attribute(child(part, 'p:cNvPr'), 'hidden') ?? ''),
  );

const readText = (shape: Element, { layouts }: Around): Placed | null => {
  const body = child(shape, 'p:txBody');
  const placeholder = placeholderOf(shape);
  if (!body || FURNITURE.has(placeholder?.type ?? '')) return null;
  const { place, listStyles } = inheritedBy(placeholder, layouts);
  const isTitle = placeholder?.type === 'title' || placeholder?.type === 'ctrTitle';
  return {
    value: readTextBody(body, isTitle ? { headingLevel: 1 } : {}, listStyles),
    place: placeOf(shape) ?? place,
  };
};

/** A table, a SmartArt, a chart, or what another program shows here. */
const readFrame = (frame: Element, { layouts, diagrams, notes }: Around): Placed | null => {
  const data = child(child(frame, 'a:graphic'), 'a:graphicData');
  const table = child(data, 'a:tbl');
  const diagram = child(data, 'dgm:relIds');
  const place = placeOf(frame) ?? inheritedBy(placeholderOf(frame), layouts).place;
  if (table) return { value: [readTable(table)], place };
  if (diagram) return { value: diagrams.get(attribute(diagram, 'r:dm') ?? '') ?? [], place };
  if (child(data, 'c:chart')) notes.chart();
  else notes.embeddedFile();
  return null;
};
