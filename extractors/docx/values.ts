import { attribute, child, type Element } from '../package/element.js';

/** `w:val` of a child element: `<w:jc w:val="center"/>`. */
export const valOf = (element: Element | undefined, name: string): string | undefined =>
  attribute(child(element, name), 'w:val');

/** `w:val` of a child element as a whole number; undefined where it is absent or no number. */
export const numberOf = (element: Element | undefined, name: string): number | undefined => {
  const value = valOf(element, name);
  return value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined;
};

/** An on/off property: `<w:b/>` is true, `<w:b w:val="0"/>` false, absent undefined. */
export const toggleOf = (element: Element | undefined, name: string): boolean | undefined => {
  const property = child(element, name);
  return property && !['0', 'false', 'off'].includes(attribute(property, 'w:val') ?? '');
};
