import { attribute, child, type Element } from '../package/element.js';
import type { ListNumber } from '../word/manuscript-writer.js';
import { formatCounter } from '../word/number-format.js';

/** The beginnings of ST_TextAutonumberScheme (ECMA-376 part 1, 20.1.10.61) and Word's names of the same numerals. */
const NUMERALS: readonly (readonly [RegExp, string])[] = [
  [/^alphaLc/, 'lowerLetter'],
  [/^alphaUc/, 'upperLetter'],
  [/^romanLc/, 'lowerRoman'],
  [/^romanUc/, 'upperRoman'],
  [/^arabicDb/, 'decimalFullWidth'],
  [/^circleNum/, 'decimalEnclosedCircle'],
  [/^ea1/, 'chineseCounting'],
];

/** PowerPoint's own limits. */
const LEVELS = 9;
const HIGHEST = 32_767;

interface Scheme {
  readonly name: string;
  readonly start: number;
}

/** Counts the numbered paragraphs of one text body, in order. */
export class AutoNumbers {
  readonly #running: (Scheme & { readonly count: number })[] = new Array(LEVELS);

  /** The number of the next paragraph that has text, at a level from 0; undefined where it has none. */
  next(level: number, scheme: Scheme | undefined): ListNumber | undefined {
    const at = Math.min(Math.max(level, 0), LEVELS - 1);
    const before = this.#running[at];
    // What is deeper begins anew below this paragraph; a paragraph without number ends the run of its level.
    for (let deeper = at; deeper < LEVELS; deeper += 1) delete this.#running[deeper];
    if (!scheme) return undefined;
    const goesOn = before !== undefined && before.name === scheme.name && before.start === scheme.start;
    const count = goesOn ? before.count + 1 : scheme.start;
    this.#running[at] = { ...scheme, count };
    return { text: shown(scheme.name, count), separator: ' ' };
  }
}

/** What a paragraph's or level's properties say: a scheme, null for a bullet or none, undefined for nothing. */
export const schemeOf = (properties: Element | undefined): Scheme | null | undefined => {
  const number = child(properties, 'a:buAutoNum');
  if (!number) {
    const other = ['a:buNone', 'a:buChar', 'a:buBlip'].some((name) => child(properties, name));
    return other ? null : undefined;
  }
  const start = Number(attribute(number, 'startAt') ?? '1');
  return {
    name: attribute(number, 'type') ?? 'arabicPeriod',
    start: Number.isInteger(start) && start >= 1 && start <= HIGHEST ? start : 1,
  };
};

const shown = (scheme: string, count: number): string => {
  const format = NUMERALS.find(([name]) => name.test(scheme))?.[1] ?? 'decimal';
  const number = formatCounter(count, format);
  if (scheme.endsWith('ParenBoth')) return `(${number})`;
  if (scheme.endsWith('ParenR')) return `${number})`;
  if (scheme.endsWith('Period')) return `${number}${scheme.includes('Db') ? '．' : '.'}`;
  return number;
};
