import type { InferenceSession } from 'onnxruntime-node';
import { Tensor } from 'onnxruntime-node';
import { PAPER, type Plane } from './plane.js';

/** Larger pictures are worked on in tiles, so that memory does not grow with the page. */
const TILE = 1600;
/** What tiles share with their neighbours: the tallest line that is still seen whole by one of them. */
const OVERLAP = 96;
/** The model halves its input five times. */
const MULTIPLE = 32;

/** Grey as each of the three channels has it: by ImageNet's mean and deviation, as the model was trained with. */
const SHADES = (
  [
    [0.485, 0.229],
    [0.456, 0.224],
    [0.406, 0.225],
  ] as const
).map(([mean, deviation]) =>
  Float32Array.from({ length: 256 }, (_, grey) => (grey / 255 - mean) / deviation),
);

/** For each pixel the probability, 0 … 255, to belong to the core of a line of text. */
export const textCores = async (plane: Plane, detector: InferenceSession): Promise<Plane> => {
  const data = new Uint8Array(plane.width * plane.height);
  for (const rows of tiles(plane.height))
    for (const columns of tiles(plane.width)) {
      const width = columns.to - columns.from;
      const height = rows.to - rows.from;
      const paddedWidth = Math.ceil(width / MULTIPLE) * MULTIPLE;
      const paddedHeight = Math.ceil(height / MULTIPLE) * MULTIPLE;
      const size = paddedWidth * paddedHeight;
      const input = new Float32Array(3 * size);
      for (const [channel, shades] of SHADES.entries()) {
        input.fill(shades[PAPER]!, channel * size, (channel + 1) * size);
        for (let y = 0; y < height; y += 1) {
          const from = (rows.from + y) * plane.width + columns.from;
          const to = channel * size + y * paddedWidth;
          for (let x = 0; x < width; x += 1) input[to + x] = shades[plane.data[from + x]!]!;
        }
      }
      const tensor = new Tensor('float32', input, [1, 3, paddedHeight, paddedWidth]);
      const output = await detector.run({ [detector.inputNames[0]!]: tensor });
      const scores = output[detector.outputNames[0]!]!.data as Float32Array;
      for (let y = rows.keepFrom; y < rows.keepTo; y += 1)
        for (let x = columns.keepFrom; x < columns.keepTo; x += 1)
          data[y * plane.width + x] = scores[(y - rows.from) * paddedWidth + x - columns.from]! * 255;
    }
  return { width: plane.width, height: plane.height, data };
};

interface Tile {
  readonly from: number;
  readonly to: number;
  /** What of the tile's result is kept. */
  readonly keepFrom: number;
  readonly keepTo: number;
}

/** Cuts a length into tiles that overlap. */
export const tiles = (length: number): Tile[] => {
  if (length <= TILE) return [{ from: 0, to: length, keepFrom: 0, keepTo: length }];
  const count = Math.ceil(length / (TILE - 2 * OVERLAP));
  const share = Math.ceil(length / count);
  return Array.from({ length: count }, (_, at) => {
    const [keepFrom, keepTo] = [at * share, Math.min(length, (at + 1) * share)];
    return {
      keepFrom,
      keepTo,
      from: Math.max(0, keepFrom - OVERLAP),
      to: Math.min(length, keepTo + OVERLAP),
    };
  }).filter(({ keepFrom, keepTo }) => keepTo > keepFrom);
};
