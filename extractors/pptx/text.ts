import type { Block } from '../../model/index.js';
import { attribute, child, type Element, elementsOf, textOf } from '../package/element.js';
import type { PassageItem } from '../word/items.js';
import type { Format } from '../word/manuscript-writer.js';
import { AutoNumbers, schemeOf } from './auto-number.js';

const ALIGN: ReadonlyMap<string, Block['align']> = new Map([
  ['l', 'left'],
  ['ctr', 'center'],
  ['r', 'right'],
]);

/**
 * The paragraphs of a text body (p:txBody, a:txBody, dgm:t), automatic numbers counted. `styles` are list styles
 * that hold for it, the nearest first: of the shape itself, of the placeholder in the layout.
 */
export const readTextBody = (
  body: Element,
  format: Format,
  styles: readonly (Element | undefined)[] = [],
): PassageItem[] => {
  const numbers = new AutoNumbers();
  const listStyles = [child(body, 'a:lstStyle'), ...styles];
  return elementsOf(body)
    .filter((element) => element.name === 'a:p')
    .map((paragraph) => {
      const properties = child(paragraph, 'a:pPr');
      const level = Number(attribute(properties, 'lvl') ?? '0') || 0;
      const align = ALIGN.get(attribute(properties, 'algn') ?? '');
      const text = textIn(paragraph);
      const own = [properties, ...listStyles.map((style) => child(style, `a:lvl${level + 1}pPr`))];
      const scheme = own.map(schemeOf).find((said) => said !== undefined);
      const number = text.trim() === '' ? undefined : numbers.next(level, scheme ?? undefined);
      return passage(text, { ...format, ...(align ? { align } : {}) }, number);
    });
};

/** A paragraph with nothing hanging on it. */
export const passage = (text: string, format: Format, number?: PassageItem['number']): PassageItem => ({
  ...(number ? { number } : {}),
  text,
  format,
  boxesBefore: [],
  boxesAfter: [],
  references: [],
});

/** Fields that change from slide to slide or from day to day are no text of the document. */
const RUNNING_FIELD = /^(?:slidenum|datetime)/;

const textIn = (element: Element): string =>
  elementsOf(element)
    .map((inner): string => {
      if (inner.name === 'a:t' || inner.name === 'm:t') return textOf(inner).replace(/[\r\n]+/g, ' ');
      if (inner.name === 'a:br') return '\n';
      if (inner.name === 'a:fld' && RUNNING_FIELD.test(attribute(inner, 'type') ?? '')) return '';
      if (inner.name === 'mc:AlternateContent') return textIn(chosen(inner));
      return textIn(inner);
    })
    .join('');

/** Of the same content twice, for newer and older readers, the newer. */
export const chosen = (alternatives: Element): Element =>
  child(alternatives, 'mc:Choice') ?? child(alternatives, 'mc:Fallback') ?? alternatives;
