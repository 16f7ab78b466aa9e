import { formatNumeral } from '../../model/index.js';
import { type Element, parentOf } from './dom.js';
import { styleValue } from './style.js';

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** Counts the items of numbered lists as a browser does (HTML, 4.4.5 and 4.4.8). */
export class ListCounter {
  #next = new Map<Element, number>();

  /** What stands before the item on the page ("3. ", "三、"); undefined for an item without number. */
  numberOf(item: Element): string | undefined {
    const list = parentOf(item);
    if (list?.name !== 'ol') return undefined;
    const own = integer(item.attribs.value);
    const number = own ?? this.#next.get(list) ?? integer(list.attribs.start) ?? 1;
    this.#next.set(list, number + 1);
    return format(number, markerOf(item) || markerOf(list), item.attribs.type ?? list.attribs.type ?? '1');
  }
}

const integer = (text: string | undefined): number | undefined => {
  const value = Number.parseInt(text ?? '', 10);
  return Number.isFinite(value) ? value : undefined;
};

const markerOf = (element: Element): string =>
  styleValue(element, 'list-style-type') || styleValue(element, 'list-style');

const format = (number: number, marker: string, type: string): string | undefined => {
  if (/\bnone\b|disc|circle|square/.test(marker)) return undefined;
  if (/cjk|chinese/.test(marker) && number >= 0 && number < 10_000) return `${formatNumeral(number)}、`;
  if (number >= 1 && number <= 26 && (type === 'a' || type === 'A'))
    return `${String.fromCharCode(type.charCodeAt(0) + number - 1)}. `;
  if (number >= 1 && number < 4000 && (type === 'i' || type === 'I')) {
    const roman = romanOf(number);
    return `${type === 'i' ? roman.toLowerCase() : roman}. `;
  }
  return `${number}. `;
};

const romanOf = (number: number): string => {
  let rest = number;
  let text = '';
  for (const [value, sign] of ROMAN) for (; rest >= value; rest -= value) text += sign;
  return text;
};
