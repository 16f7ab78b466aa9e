import type { Box } from '../../model/index.js';
import type { Point } from '../layout/page.js';
import { attribute, type Element } from '../package/element.js';

/** Points in a millimetre, the unit of OFD. */
export const POINTS = 72 / 25.4;

/** x' = a·x + c·y + e, y' = b·x + d·y + f; y downwards. */
export interface Matrix {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

export const IDENTITY: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

/** Millimetres on the page to points. */
export const TO_POINTS: Matrix = { ...IDENTITY, a: POINTS, d: POINTS };

/** First `inner`, then `outer`. */
export const combined = (outer: Matrix, inner: Matrix): Matrix => ({
  a: outer.a * inner.a + outer.c * inner.b,
  b: outer.b * inner.a + outer.d * inner.b,
  c: outer.a * inner.c + outer.c * inner.d,
  d: outer.b * inner.c + outer.d * inner.d,
  e: outer.a * inner.e + outer.c * inner.f + outer.e,
  f: outer.b * inner.e + outer.d * inner.f + outer.f,
});

export const applied = ({ a, b, c, d, e, f }: Matrix, x: number, y: number): Point => ({
  x: a * x + c * y + e,
  y: b * x + d * y + f,
});

/** Larger numbers are mistakes or attacks: a page of a kilometre. */
const MAX_NUMBER = 1_000_000;

/** A number of the format; undefined for what is none or out of all reason. */
export const numberIn = (text: string | undefined): number | undefined => {
  const value = text?.trim() ? Number(text) : Number.NaN;
  return Math.abs(value) <= MAX_NUMBER ? value : undefined;
};

/** So many numbers, blanks or commas between; undefined where one is missing or wrong. */
const numbersIn = (text: string | undefined, count: number): number[] | undefined => {
  if (text === undefined || text.length > 1_000) return undefined;
  const found = text
    .trim()
    .split(/[\s,]+/)
    .map(numberIn);
  const numbers = found.filter((value) => value !== undefined);
  return found.length >= count && numbers.length === found.length ? numbers : undefined;
};

/** `x y width height` in millimetres; undefined where it is absent or wrong. */
export const boxIn = (text: string | undefined): Box | undefined => {
  const [x, y, width, height] = numbersIn(text, 4) ?? [];
  return x === undefined ? undefined : { x, y: y!, width: width!, height: height! };
};

/** From an object's own space to its parent's: its CTM, then its place. */
export const placeOf = (object: Element, parent: Matrix): Matrix => {
  const box = boxIn(attribute(object, 'Boundary'));
  const [a, b, c, d, e, f] = numbersIn(attribute(object, 'CTM'), 6) ?? [1, 0, 0, 1, 0, 0];
  const moved = { ...IDENTITY, e: box?.x ?? 0, f: box?.y ?? 0 };
  return combined(parent, combined(moved, { a: a!, b: b!, c: c!, d: d!, e: e!, f: f! }));
};
