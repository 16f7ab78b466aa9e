import type { InferenceSession } from 'onnxruntime-node';
import { Tensor } from 'onnxruntime-node';
import { decode } from './decode.js';
import type { Models } from './models.js';
import { PAPER, type PixelBox, type Plane } from './plane.js';

/** The models look at lines of this height. */
const HEIGHT = 48;
/** Pixels of the reader's picture a step of its answer. */
export const STEP = 8;
/** Longest line, in pixels of the reader's picture; what is longer is no line of a page. */
const LONGEST = 8192;

/** A character of a line with its place in pixels of the page. */
export interface PlacedCharacter {
  readonly char: string;
  readonly confidence: number;
  /** Where along the line it is surest. */
  readonly middle: number;
}

/** The stretch of the page in `box` as a picture of the models' height, and how many pixels of the page one of it is. */
export const cropOf = (plane: Plane, box: PixelBox, longest = LONGEST): { crop: Plane; step: number } => {
  const step = Math.max((box.bottom - box.top) / HEIGHT, (box.right - box.left) / longest);
  const width = Math.max(1, Math.round((box.right - box.left) / step));
  const data = new Uint8Array(width * HEIGHT);
  // Several samples a pixel where the line is made smaller, so that thin strokes are not lost between two.
  const samples = Math.max(1, Math.min(4, Math.ceil(step)));
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let v = 0; v < samples; v += 1)
        for (let u = 0; u < samples; u += 1)
          sum += sample(
            plane,
            box.left + (x + (u + 0.5) / samples) * step - 0.5,
            box.top + (y + (v + 0.5) / samples) * step - 0.5,
          );
      data[y * width + x] = sum / (samples * samples) + 0.5;
    }
  return { crop: { width, height: HEIGHT, data }, step };
};

const sample = ({ width, height, data }: Plane, x: number, y: number): number => {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const pixel = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= width || row >= height ? PAPER : data[row * width + column]!;
  const [dx, dy] = [x - left, y - top];
  const upper = pixel(left, top) * (1 - dx) + pixel(left + 1, top) * dx;
  const lower = pixel(left, top + 1) * (1 - dx) + pixel(left + 1, top + 1) * dx;
  return upper * (1 - dy) + lower * dy;
};

/** The crop as the models take it: −1 … 1, three times the same channel, as wide as a multiple of `multiple`. */
const tensorOf = ({ width, height, data }: Plane, multiple: number): Tensor => {
  const padded = Math.ceil(width / multiple) * multiple;
  const input = new Float32Array(3 * height * padded).fill(1);
  for (let channel = 0; channel < 3; channel += 1)
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1)
        input[(channel * height + y) * padded + x] = data[y * width + x]! / 127.5 - 1;
  return new Tensor('float32', input, [1, 3, height, padded]);
};

const answerOf = async (session: InferenceSession, input: Tensor): Promise<Float32Array> => {
  const output = await session.run({ [session.inputNames[0]!]: input });
  return output[session.outputNames[0]!]!.data as Float32Array;
};

/** What stands in a box of the page, left to right. */
export const readLine = async (plane: Plane, box: PixelBox, models: Models): Promise<PlacedCharacter[]> => {
  const { crop, step } = cropOf(plane, box);
  const scores = await answerOf(models.reader, tensorOf(crop, STEP));
  return decode(scores, models.alphabet).map(({ char, confidence, step: at }) => ({
    char,
    confidence,
    middle: box.left + (at + 0.5) * STEP * step,
  }));
};

const LOOK = 192;

/** The probability that a line stands on its head. */
export const upsideDown = async (plane: Plane, box: PixelBox, models: Models): Promise<number> => {
  const { crop } = cropOf(
    plane,
    { ...box, right: Math.min(box.right, box.left + (box.bottom - box.top) * 4) },
    LOOK,
  );
  const scores = await answerOf(models.classifier, tensorOf(crop, LOOK));
  return scores[1]!;
};
