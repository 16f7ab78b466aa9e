import type { Point, Rule } from './page.js';

/** A stroke up to this thickness, in points, is a rule. */
const THIN = 3;
/** Shorter strokes are parts of letters and ornaments. */
const SHORT = 6;

export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One rule for a thin rectangle, its four sides for a wide one, nothing for a dot. */
export const edgesOf = ({ left, top, right, bottom }: Rectangle): Rule[] => {
  const [width, height] = [right - left, bottom - top];
  if (height <= THIN && width > SHORT) return [horizontal((top + bottom) / 2, left, right)];
  if (width <= THIN && height > SHORT) return [vertical((left + right) / 2, top, bottom)];
  if (width <= SHORT || height <= SHORT) return [];
  return [
    horizontal(top, left, right),
    horizontal(bottom, left, right),
    vertical(left, top, bottom),
    vertical(right, top, bottom),
  ];
};

const horizontal = (at: number, from: number, to: number): Rule => ({
  direction: 'horizontal',
  at,
  from,
  to,
});
const vertical = (at: number, from: number, to: number): Rule => ({ direction: 'vertical', at, from, to });

/** The rule that a straight stroke is: none where it is slanted or short. */
export const ruleBetween = (from: Point, to: Point): Rule[] => {
  const [width, height] = [Math.abs(from.x - to.x), Math.abs(from.y - to.y)];
  if (height <= 1 && width > SHORT)
    return [horizontal(from.y, Math.min(from.x, to.x), Math.max(from.x, to.x))];
  if (width <= 1 && height > SHORT) return [vertical(from.x, Math.min(from.y, to.y), Math.max(from.y, to.y))];
  return [];
};
