import { histogram, quantile } from './paper.js';
import { PAPER, type PixelBox, type Plane } from './plane.js';
import type { Raster } from './recognised-page.js';

/** A pixel whose brightest channel stands out by this much, of 255, is coloured. */
const COLOURED = 45;
/** Channels that differ by less are grey on every paper. */
const GREY = 12;
/** Width and height of a seal in points: those of offices measure 38 to 50 mm, of companies and persons from 18 mm. */
const SIZE = { least: 50, most: 190 };
/** Directions from the middle in which a ring is looked for, and the share of them that must meet it. */
const DIRECTIONS = 60;
const RING = 0.7;
/** Where the ring's outer edge lies, in half axes of the seal. */
const RIM = { from: 0.9, to: 1.08 };
/** Share of a seal's colour that may stand outside its ring; letters of a heading stand everywhere. */
const OUTSIDE = 0.1;

/** The page in grey, red print as dark as it is, and what is stamped over the text taken out. `unit` is pixels a point. */
export const greyOf = (raster: Raster, unit: number): Plane => {
  const { width, height, data } = raster;
  const grey = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < grey.length; at += 1, from += 3)
    grey[at] = (data[from]! * 299 + data[from + 1]! * 587 + data[from + 2]! * 114) / 1000;
  const step = Math.max(1, Math.round(unit), Math.ceil(Math.sqrt((width * height) / MAP)));
  const white = paperColour(raster, step);
  for (const seal of sealsIn(raster, white, step, unit)) fade(raster, white, seal, grey);
  return { width, height, data: grey };
};

/** Pixels of the small picture that seals are looked for on, at most. */
const MAP = 2_000_000;

type Colour = readonly [number, number, number];

/** The colour of the paper, which is white to the eye however yellow it is. */
const paperColour = ({ width, height, data }: Raster, step: number): Colour => {
  const channel = (offset: number): number => {
    const values = new Uint32Array(256);
    for (let y = 0; y < height; y += step)
      for (let at = y * width * 3 + offset; at < (y + 1) * width * 3; at += step * 3) values[data[at]!]! += 1;
    return Math.max(64, quantile(values, 0.7));
  };
  return [channel(0), channel(1), channel(2)];
};

/** Channel that a pixel's colour is strongest in, and by how much; luma as grey sees it. All as on white paper. */
interface Ink {
  readonly hue: number;
  readonly chroma: number;
  readonly luma: number;
}

const inkAt = (data: Uint8Array, from: number, white: Colour): Ink => {
  const red = Math.min(PAPER, (data[from]! * PAPER) / white[0]);
  const green = Math.min(PAPER, (data[from + 1]! * PAPER) / white[1]);
  const blue = Math.min(PAPER, (data[from + 2]! * PAPER) / white[2]);
  const most = Math.max(red, green, blue);
  return {
    hue: most === red ? 0 : most === green ? 1 : 2,
    chroma: most - Math.min(red, green, blue),
    luma: 0.299 * red + 0.587 * green + 0.114 * blue,
  };
};

/** A seal by its middle and half its width and height, in pixels. */
export interface Seal {
  readonly x: number;
  readonly y: number;
  readonly across: number;
  readonly down: number;
  /** The channel of its ink: red, or blue (also violet). */
  readonly hue: number;
}

/** Where round seals are stamped, in red and in blue. */
const sealsIn = (raster: Raster, white: Colour, step: number, unit: number): Seal[] =>
  colourMaps(raster, white, step).flatMap(({ hue, map }) =>
    sealsOn(map, unit / step).map(({ x, y, across, down }) => ({
      x: (x + 0.5) * step,
      y: (y + 0.5) * step,
      across: across * step,
      down: down * step,
      hue,
    })),
  );

/** For each hue a small picture, a pixel for each square of `step` pixels, that is 255 where a square holds the hue. */
const colourMaps = (
  { width, height, data }: Raster,
  white: Colour,
  step: number,
): { readonly hue: number; readonly map: Plane }[] => {
  const [columns, rows] = [Math.floor(width / step), Math.floor(height / step)];
  const counts = [0, 2].map((hue) => ({ hue, of: new Uint16Array(columns * rows) }));
  for (let y = 0; y < rows * step; y += 1)
    for (let x = 0, from = y * width * 3; x < columns * step; x += 1, from += 3) {
      // Next to all pixels are grey, and need not be looked at more closely.
      const [red, green, blue] = [data[from]!, data[from + 1]!, data[from + 2]!];
      if (Math.abs(red - green) < GREY && Math.abs(blue - green) < GREY) continue;
      const ink = inkAt(data, from, white);
      if (ink.chroma < COLOURED) continue;
      for (const { hue, of } of counts)
        if (hue === ink.hue) of[Math.floor(y / step) * columns + Math.floor(x / step)]! += 1;
    }
  const enough = Math.max(1, Math.floor((step * step) / 6));
  return counts.map(({ hue, of }) => {
    const map = new Uint8Array(of.length);
    for (let at = 0; at < map.length; at += 1) if (of[at]! >= enough) map[at] = PAPER;
    return { hue, map: { width: columns, height: rows, data: map } };
  });
};

/** Round seals on a map of colour; `unit` is its pixels a point. Middle and half axes in its pixels. */
export const sealsOn = (map: Plane, unit: number): Omit<Seal, 'hue'>[] => {
  const found: Omit<Seal, 'hue'>[] = [];
  for (const points of patchesOf(map)) {
    const box = points.box;
    const [width, height] = [box.right - box.left, box.bottom - box.top];
    const small = Math.min(width, height) / unit;
    const large = Math.max(width, height) / unit;
    if (small < SIZE.least || large > SIZE.most || large > 1.7 * small) continue;
    const seal = {
      x: (box.left + box.right - 1) / 2,
      y: (box.top + box.bottom - 1) / 2,
      across: width / 2,
      down: height / 2,
    };
    if (isRing(points.indices, map.width, seal)) found.push(seal);
  }
  return found;
};

/** Patches of colour whose parts stand no farther apart than a seal's ring and letters. */
const patchesOf = ({ width, height, data }: Plane): { box: PixelBox; indices: number[] }[] => {
  const reach = 4;
  const seen = new Uint8Array(data.length);
  const patches: { box: PixelBox; indices: number[] }[] = [];
  for (let start = 0; start < data.length; start += 1) {
    if (seen[start] || !data[start]) continue;
    const indices = [start];
    seen[start] = 1;
    let [left, top, right, bottom] = [width, height, 0, 0];
    for (let at = 0; at < indices.length; at += 1) {
      const x = indices[at]! % width;
      const y = (indices[at]! - x) / width;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
      for (let row = Math.max(0, y - reach); row <= Math.min(height - 1, y + reach); row += 1)
        for (let column = Math.max(0, x - reach); column <= Math.min(width - 1, x + reach); column += 1) {
          const next = row * width + column;
          if (seen[next] || !data[next]) continue;
          seen[next] = 1;
          indices.push(next);
        }
    }
    patches.push({ box: { left, top, right, bottom }, indices });
  }
  return patches;
};

/** In most directions the outermost ink is the ring; that of two large letters side by side is now near, now far. */
const isRing = (indices: readonly number[], width: number, seal: Omit<Seal, 'hue'>): boolean => {
  const outermost = new Float32Array(DIRECTIONS);
  let outside = 0;
  for (const index of indices) {
    const x = ((index % width) - seal.x) / seal.across;
    const y = (Math.floor(index / width) - seal.y) / seal.down;
    const far = Math.hypot(x, y);
    if (far > 1.1) outside += 1;
    const direction = Math.floor(((Math.atan2(y, x) / Math.PI + 1) / 2) * DIRECTIONS) % DIRECTIONS;
    outermost[direction] = Math.max(outermost[direction]!, far);
  }
  const met = outermost.filter((far) => far >= RIM.from && far <= RIM.to).length;
  return met >= RING * DIRECTIONS && outside <= OUTSIDE * indices.length;
};

/**
 * Makes a seal's ink white in the grey picture and strengthens the print under it. Ink that covers a pixel in part
 * mixes with paper: what it takes of the brightness is in proportion to its colour. What a pixel lacks beyond that is
 * print.
 */
const fade = ({ width, height, data }: Raster, white: Colour, seal: Seal, grey: Uint8Array): void => {
  const margin = 1.08;
  const left = Math.max(0, Math.floor(seal.x - seal.across * margin));
  const right = Math.min(width, Math.ceil(seal.x + seal.across * margin));
  const top = Math.max(0, Math.floor(seal.y - seal.down * margin));
  const bottom = Math.min(height, Math.ceil(seal.y + seal.down * margin));
  const size = Math.max(0, right - left) * Math.max(0, bottom - top);
  const chroma = new Uint8Array(size);
  const luma = new Uint8Array(size);
  const strong: number[] = [];
  for (let y = top, at = 0; y < bottom; y += 1)
    for (let x = left; x < right; x += 1, at += 1) {
      const ink = inkAt(data, (y * width + x) * 3, white);
      luma[at] = ink.luma;
      if (ink.hue !== seal.hue) continue;
      chroma[at] = ink.chroma;
      if (ink.chroma >= COLOURED) strong.push(ink.chroma);
    }
  const full = quantile(histogram(Uint8Array.from(strong)), 0.75);
  const slopes: number[] = [];
  for (let at = 0; at < size; at += 1)
    if (chroma[at]! >= 0.7 * full) slopes.push((PAPER - luma[at]!) / chroma[at]!);
  // The middle one is the ink on bare paper, for print covers less of a seal than paper does.
  const slope = slopes.sort((a, b) => a - b)[slopes.length >> 1] ?? 0;
  const dark = new Float32Array(size);
  const under: number[] = [];
  const near = widened(chroma, right - left, bottom - top, Math.max(1, Math.round(seal.across / 90)));
  for (let at = 0; at < size; at += 1) {
    const lacking = PAPER - luma[at]!;
    // Pictures keep colour less sharply than brightness: at its edge ink looks like grey print, unless it is darker
    // than ink can be.
    const own = lacking <= 1.05 * slope * full ? near[at]! : chroma[at]!;
    dark[at] = Math.max(0, lacking - slope * own);
    if (chroma[at]! >= COLOURED) under.push(Math.min(PAPER, dark[at]!));
  }
  const print = quantile(histogram(Uint8Array.from(under)), 0.97);
  const gain = print > 40 ? Math.max(1, Math.min(3, 220 / print)) : 1;
  for (let y = top, at = 0; y < bottom; y += 1)
    for (let x = left; x < right; x += 1, at += 1) {
      if (Math.hypot((x - seal.x) / seal.across, (y - seal.y) / seal.down) > margin) continue;
      const share = Math.min(1, chroma[at]! / Math.max(1, full));
      grey[y * width + x] = Math.max(0, PAPER - dark[at]! * (1 + (gain - 1) * share));
    }
};

/** The largest value within `reach` pixels of each, along rows and columns. */
const widened = (values: Uint8Array, width: number, height: number, reach: number): Uint8Array => {
  const along = new Uint8Array(values.length);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      let most = 0;
      for (let near = Math.max(0, x - reach); near <= Math.min(width - 1, x + reach); near += 1)
        most = Math.max(most, values[y * width + near]!);
      along[y * width + x] = most;
    }
  const result = new Uint8Array(values.length);
  for (let y = 0; y < height; y += 1)
    for (let near = Math.max(0, y - reach); near <= Math.min(height - 1, y + reach); near += 1)
      for (let x = 0; x < width; x += 1) {
        const at = y * width + x;
        result[at] = Math.max(result[at]!, along[near * width + x]!);
      }
  return result;
};
