import { PAPER, type Plane, resize } from './plane.js';

/** The paper's brightness is taken over squares of this many pixels of the small picture. */
const SQUARE = 8;
/** Longest side of the picture on which the paper's brightness is measured. */
const SMALL = 512;
/** Paper whose brightness varies by less is taken as even. */
const UNEVEN = 8;
/** Ink this faint, as a share of the paper's brightness, is not strengthened: it is stains and show-through. */
const FAINTEST = 0.25;

/**
 * Brings paper to white and ink to black: evens out shadows and yellowed paper, turns white print on black over, and
 * strengthens faint print.
 */
export const whiten = (plane: Plane): Plane => {
  const scale = Math.min(1, SMALL / Math.max(plane.width, plane.height));
  const small = resize(plane, sized(plane.width * scale), sized(plane.height * scale));
  const middle = quantile(histogram(small.data), 0.5);
  if (middle < 90) {
    const negative = plane.data.map((value) => PAPER - value);
    if (quantile(histogram(negative), 0.02) < 128) return whiten({ ...plane, data: negative });
  }
  const paper = paperOf(small);
  const data = evened(plane, paper);
  const ink = inkOf(data);
  if (ink > 10) {
    const gain = PAPER / (PAPER - ink);
    for (let at = 0; at < data.length; at += 1) data[at] = Math.max(0, PAPER - (PAPER - data[at]!) * gain);
  }
  return { width: plane.width, height: plane.height, data };
};

/** Specks among this many pixels that make a page a noisy one, and how much its paper's pixels differ from neighbours. */
const SPECKS = 0.0015;
const GRAIN = 9;

/** The page without grain and specks where it is full of them: each pixel the middle one of its neighbourhood. */
export const withoutNoise = (plane: Plane): Plane => {
  const { width, height, data } = plane;
  let [specks, difference, paper, looked] = [0, 0, 0, 0];
  for (let y = 1; y < height - 1; y += 3)
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const [up, down, left, right] = [data[at - width]!, data[at + width]!, data[at - 1]!, data[at + 1]!];
      const around = (up + down + left + right) / 4;
      looked += 1;
      if (data[at]! < 100 && Math.min(up, down, left, right) > 180) specks += 1;
      if (around < 190 || data[at]! < 100) continue;
      paper += 1;
      difference += Math.abs(data[at]! - around);
    }
  if (specks < SPECKS * looked && difference < GRAIN * Math.max(1, paper)) return plane;
  const result = data.slice();
  const near = new Uint8Array(9);
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      let count = 0;
      for (let row = at - width; row <= at + width; row += width)
        for (let place = row - 1; place <= row + 1; place += 1) {
          // Sorted as they come: nine values are too few for anything cleverer.
          const value = data[place]!;
          let slot = count;
          for (; slot > 0 && near[slot - 1]! > value; slot -= 1) near[slot] = near[slot - 1]!;
          near[slot] = value;
          count += 1;
        }
      result[at] = near[4]!;
    }
  return { width, height, data: result };
};

/** Brings the paper, whose brightness is given as a small picture, to white. */
const evened = (plane: Plane, paper: Plane): Uint8Array => {
  const [least, most] = [0.01, 0.99].map((share) => quantile(histogram(paper.data), share)) as [
    number,
    number,
  ];
  if (most - least > UNEVEN) {
    const light = resize(paper, plane.width, plane.height).data;
    return plane.data.map((value, at) => Math.min(PAPER, (value * PAPER) / Math.max(1, light[at]!)));
  }
  const white = Math.max(1, quantile(histogram(paper.data), 0.5));
  const shades = Uint8Array.from({ length: 256 }, (_, value) => Math.min(PAPER, (value * PAPER) / white));
  const data = new Uint8Array(plane.data.length);
  for (let at = 0; at < data.length; at += 1) data[at] = shades[plane.data[at]!]!;
  return data;
};

const sized = (length: number): number => Math.max(1, Math.round(length));

/** The brightness of the paper under and around the print. */
const paperOf = (small: Plane): Plane => {
  const columns = Math.ceil(small.width / SQUARE);
  const rows = Math.ceil(small.height / SQUARE);
  const squares = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      squares[row * columns + column] = brightOf(small, column * SQUARE, row * SQUARE);
  // A square that a picture or a bold heading covers takes over what its neighbours know of the paper.
  const spread = new Uint8Array(squares.length);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      let most = 0;
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1)
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1)
          most = Math.max(most, squares[y * columns + x]!);
      spread[row * columns + column] = most;
    }
  const general = quantile(histogram(spread), 0.5);
  return {
    width: columns,
    height: rows,
    data: spread.map((value) => (value < general * 0.5 ? general : value)),
  };
};

const brightOf = ({ width, height, data }: Plane, left: number, top: number): number => {
  const values = new Uint32Array(256);
  for (let y = top; y < Math.min(height, top + SQUARE); y += 1)
    for (let x = left; x < Math.min(width, left + SQUARE); x += 1) values[data[y * width + x]!]! += 1;
  return quantile(values, 0.8);
};

/** How dark the print is on the whitened page; 0 where there is next to none. */
const inkOf = (data: Uint8Array): number => {
  const values = histogram(data);
  let dark = 0;
  for (let value = 0; value < PAPER * (1 - FAINTEST); value += 1) dark += values[value]!;
  if (dark < 20) return 0;
  // Of what is ink the darker fifth is the middle of strokes.
  let left = dark * 0.2;
  for (let value = 0; value < 256; value += 1) {
    left -= values[value]!;
    if (left <= 0) return value;
  }
  return 0;
};

export const histogram = (data: Uint8Array): Uint32Array => {
  const values = new Uint32Array(256);
  for (const value of data) values[value]! += 1;
  return values;
};

/** The value that `share` of what was counted does not exceed. */
export const quantile = (values: Uint32Array, share: number): number => {
  let total = 0;
  for (const count of values) total += count;
  let left = total * share;
  for (let value = 0; value < values.length; value += 1) {
    left -= values[value]!;
    if (left <= 0) return value;
  }
  return values.length - 1;
};
