import type { PixelBox, Plane } from './plane.js';

/** Pixels of at least this probability (of 255) belong to a line's core. */
const CORE = 0.3 * 255;
/** A core whose pixels are on average less probable is no text. */
const SURE = 0.5 * 255;
/** By how much the cores that the model was trained on were drawn in, reversed: area × ratio / perimeter. */
const UNCLIP = 1.6;
/** Thinner cores, in pixels of the detector's picture, are specks. */
const THINNEST = 2;

/** Where a line of text stands, in pixels. */
export interface Region extends PixelBox {
  /** Mean probability, 0 … 1. */
  readonly score: number;
}

/** The lines of text on a map of cores, at most `most` of them, in the order of their first pixels. */
export const regionsOf = (cores: Plane, most: number): Region[] => {
  const { width, height, data } = cores;
  const seen = new Uint8Array(data.length);
  const stack: number[] = [];
  const regions: Region[] = [];
  for (let start = 0; start < data.length && regions.length < most; start += 1) {
    if (seen[start] || data[start]! < CORE) continue;
    let [left, top, right, bottom, sum, count] = [width, height, 0, 0, 0, 0];
    seen[start] = 1;
    stack.push(start);
    while (stack.length > 0) {
      const at = stack.pop()!;
      const x = at % width;
      const y = (at - x) / width;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
      sum += data[at]!;
      count += 1;
      const [firstX, lastX] = [Math.max(0, x - 1), Math.min(width - 1, x + 1)];
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1)
        for (let next = row * width + firstX; next <= row * width + lastX; next += 1) {
          if (seen[next] || data[next]! < CORE) continue;
          seen[next] = 1;
          stack.push(next);
        }
    }
    if (Math.min(right - left, bottom - top) < THINNEST || sum / count < SURE) continue;
    regions.push({ ...unclip({ left, top, right, bottom }), score: sum / count / 255 });
  }
  return regions;
};

/** A core grown to the line that it is the core of. */
export const unclip = ({ left, top, right, bottom }: PixelBox): PixelBox => {
  const [width, height] = [right - left, bottom - top];
  const grow = (width * height * UNCLIP) / (2 * (width + height));
  return { left: left - grow, top: top - grow, right: right + grow, bottom: bottom + grow };
};
