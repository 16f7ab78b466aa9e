import type { Element } from './dom.js';

/** What an element's attributes and inline style say of the text in it; undefined where they say nothing. */
export interface TextStyle {
  readonly align?: 'left' | 'center' | 'right';
  /** In points. */
  readonly fontSize?: number;
  readonly bold?: boolean;
}

/** Points of <font size="1"> … <font size="7">. */
const FONT_SIZES = [7.5, 10, 12, 13.5, 18, 24, 36];
const POINTS: Readonly<Record<string, number>> = { pt: 1, px: 0.75, in: 72, cm: 28.35, mm: 2.835 };
/** Elements whose align attribute places the element, not its text. */
const PLACED = new Set(['table', 'img', 'hr', 'iframe', 'object', 'applet']);

/** Characters of an inline style that are looked at. */
const MAX_STYLE = 4_096;

/** The value of one property of an inline style, in lower case; '' where it is not set. */
export const styleValue = (element: Element, property: string): string => {
  const style = element.attribs.style?.slice(0, MAX_STYLE);
  if (!style) return '';
  let value = '';
  for (const declaration of style.toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0 && declaration.slice(0, colon).trim() === property)
      value = declaration.slice(colon + 1).trim();
  }
  return value;
};

/** True for an element that the page does not show. */
export const isHidden = (element: Element): boolean =>
  'hidden' in element.attribs ||
  styleValue(element, 'display').startsWith('none') ||
  styleValue(element, 'visibility').startsWith('hidden') ||
  styleValue(element, 'mso-hide').startsWith('all');

/** The element's own say; what it inherits is the caller's. */
export const styleOf = (element: Element): TextStyle => ({
  ...alignOf(element),
  ...fontSizeOf(element),
  ...boldOf(element),
});

const alignOf = (element: Element): TextStyle => {
  if (element.name === 'center') return { align: 'center' };
  const said = styleValue(element, 'text-align') || (element.attribs.align ?? '').trim().toLowerCase();
  if (PLACED.has(element.name) && !styleValue(element, 'text-align')) return {};
  if (said === 'center' || said === 'middle') return { align: 'center' };
  if (said === 'right' || said === 'end') return { align: 'right' };
  if (said === 'left' || said === 'justify' || said === 'start') return { align: 'left' };
  return {};
};

const fontSizeOf = (element: Element): TextStyle => {
  const styled = /^(\d{1,3}(?:\.\d{1,3})?)\s*(pt|px|in|cm|mm)/.exec(styleValue(element, 'font-size'));
  const points = styled ? Number(styled[1]) * POINTS[styled[2]!]! : fontElementSize(element);
  return points ? { fontSize: Math.round(points * 10) / 10 } : {};
};

const fontElementSize = (element: Element): number | undefined => {
  if (element.name !== 'font') return undefined;
  const size = /^([+-]?)(\d)/.exec((element.attribs.size ?? '').trim());
  if (!size) return undefined;
  const step =
    size[1] === '+' ? 3 + Number(size[2]) : size[1] === '-' ? 3 - Number(size[2]) : Number(size[2]);
  return FONT_SIZES[Math.min(7, Math.max(1, step)) - 1];
};

const boldOf = (element: Element): TextStyle => {
  const weight = styleValue(element, 'font-weight');
  if (/^(?:bold|bolder|[6-9]00)/.test(weight)) return { bold: true };
  if (/^(?:normal|lighter|[1-5]00)/.test(weight)) return { bold: false };
  return /^(?:b|strong|th|h[1-6])$/.test(element.name) ? { bold: true } : {};
};
