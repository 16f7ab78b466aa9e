import { type Plane, resize } from './plane.js';

/** Longest side of the picture that angles are measured on. */
const SMALL = 1000;
/** Pages that lie more askew are read as they are. */
const MOST = 10;
/** Points that angles are judged by. */
const POINTS = 60_000;

export interface Slant {
  /** Degrees by which lines fall to the right; 0 where none can be told. */
  readonly degrees: number;
  /** How sharply lines and the space between them are told apart at this angle. */
  readonly sharpness: number;
}

/** A whitened page made small, as angles are measured on. */
export const smallOf = (plane: Plane): Plane => {
  const scale = Math.min(1, SMALL / Math.max(plane.width, plane.height));
  return resize(
    plane,
    Math.max(1, Math.round(plane.width * scale)),
    Math.max(1, Math.round(plane.height * scale)),
  );
};

/** The angle, within 10 degrees, at which the ink of a small page falls into level lines. */
export const slantOf = (small: Plane): Slant => {
  const points = pointsOf(small);
  if (points.x.length < 50) return { degrees: 0, sharpness: 0 };
  const level = sharpness(points, small, 0);
  let best = { degrees: 0, sharpness: level };
  for (const [reach, step] of [
    [MOST, 0.5],
    [0.5, 0.1],
    [0.1, 0.02],
  ] as const) {
    const middle = best.degrees;
    for (let degrees = middle - reach; degrees <= middle + reach + 1e-6; degrees += step) {
      if (Math.abs(degrees) > MOST) continue;
      const found = sharpness(points, small, degrees);
      if (found > best.sharpness) best = { degrees, sharpness: found };
    }
  }
  return best;
};

interface Points {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** The page's ink, thinned out evenly where there is much. */
const pointsOf = ({ width, height, data }: Plane): Points => {
  let count = 0;
  for (const value of data) if (value < 140) count += 1;
  // A step that shares no factor with the width does not pick columns.
  const step = Math.max(1, count / POINTS);
  const x: number[] = [];
  const y: number[] = [];
  let next = 0;
  let seen = 0;
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1) {
      if (data[row * width + column]! >= 140) continue;
      seen += 1;
      if (seen < next) continue;
      next += step;
      x.push(column);
      y.push(row);
    }
  return { x: Float32Array.from(x), y: Float32Array.from(y) };
};

const sharpness = ({ x, y }: Points, { width, height }: Plane, degrees: number): number => {
  const fall = Math.tan((degrees * Math.PI) / 180);
  const shift = fall > 0 ? fall * width : 0;
  const rows = new Float32Array(Math.ceil(height + Math.abs(fall) * width) + 2);
  for (let at = 0; at < x.length; at += 1) {
    const row = y[at]! - fall * x[at]! + shift;
    const upper = Math.floor(row);
    rows[upper]! += 1 - (row - upper);
    rows[upper + 1]! += row - upper;
  }
  let sum = 0;
  for (let at = 1; at < rows.length; at += 1) sum += (rows[at]! - rows[at - 1]!) ** 2;
  return sum / x.length;
};
