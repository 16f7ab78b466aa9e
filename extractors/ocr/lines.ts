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

/** Lines this many times as long as high are drawn in to this share of their length. */
const LONG = 8;
const SQUEEZE = Number(process.env.SQ ?? 0.55);
/** Narrower pictures are filled up to this width. */
const NARROWEST = Number(process.env.NA ?? 160);
/** A line is read again when it is less sure than this as a whole, or one of its characters than that. */
const SURE = 0.95;
const DOUBTFUL = Number(process.env.DO ?? 0.6);

/** A character of a line with its place in pixels of the page. */
export interface PlacedCharacter {
  readonly char: string;
  readonly confidence: number;
  /** Where along the line it is surest. */
  readonly middle: number;
}

/** A line as the models take it, and how many pixels of the page one of its pixels is wide. */
interface Crop {
  readonly picture: Plane;
  readonly step: number;
}

/** The stretch of the page in `box`, brought to the models' height, its width drawn in by `squeeze`. */
export const cropOf = (plane: Plane, box: PixelBox, squeeze = 1): Crop => {
  const down = (box.bottom - box.top) / HEIGHT;
  const step = Math.max(down / squeeze, (box.right - box.left) / LONGEST);
  const width = Math.max(1, Math.round((box.right - box.left) / step));
  const data = new Uint8Array(width * HEIGHT);
  // Several samples a pixel where the line is made smaller, so that thin strokes are not lost between two.
  const across = Math.max(1, Math.min(4, Math.ceil(step)));
  const deep = Math.max(1, Math.min(4, Math.ceil(down)));
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let v = 0; v < deep; v += 1)
        for (let u = 0; u < across; u += 1)
          sum += sample(
            plane,
            box.left + (x + (u + 0.5) / across) * step - 0.5,
            box.top + (y + (v + 0.5) / deep) * down - 0.5,
          );
      data[y * width + x] = sum / (across * deep) + 0.5;
    }
  return { picture: { width, height: HEIGHT, data }, step };
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

/** A picture as the models take it: −1 … 1, three times the same channel, filled up with grey as in their training. */
const tensorOf = ({ width, height, data }: Plane, wide: number): Tensor => {
  const input = new Float32Array(3 * height * wide);
  for (let channel = 0; channel < 3; channel += 1)
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < Math.min(width, wide); x += 1)
        input[(channel * height + y) * wide + x] = data[y * width + x]! / 127.5 - 1;
  return new Tensor('float32', input, [1, 3, height, wide]);
};

const answerOf = async (session: InferenceSession, input: Tensor): Promise<Float32Array> => {
  const output = await session.run({ [session.inputNames[0]!]: input });
  return output[session.outputNames[0]!]!.data as Float32Array;
};

/**
 * What stands in a box of the page, left to right. Long lines are read drawn in, which takes half the time; a line
 * with a doubtful character is read again at its own width, and the surer reading counts.
 */
export const readLine = async (plane: Plane, box: PixelBox, models: Models): Promise<PlacedCharacter[]> => {
  const long = box.right - box.left >= LONG * (box.bottom - box.top);
  const first = await readAt(plane, box, models, long ? SQUEEZE : 1);
  if (!isDoubtful(first)) return first;
  const trim = (box.bottom - box.top) * 0.08;
  const again = await readAt(
    plane,
    { ...box, top: box.top + trim, bottom: box.bottom - trim },
    models,
    long ? 1 : 0.8,
  );
  return sureness(again) > sureness(first) ? again : first;
};

const readAt = async (
  plane: Plane,
  box: PixelBox,
  models: Models,
  squeeze: number,
): Promise<PlacedCharacter[]> => {
  const { picture, step } = cropOf(plane, box, squeeze);
  const wide = Math.max(NARROWEST, Math.ceil(picture.width / STEP) * STEP);
  const scores = await answerOf(models.reader, tensorOf(picture, wide));
  return decode(scores, models.alphabet).map(({ char, confidence, step: at }) => ({
    char,
    confidence,
    middle: box.left + (at + 0.5) * STEP * step,
  }));
};

const isDoubtful = (characters: readonly PlacedCharacter[]): boolean =>
  characters.length === 0 ||
  sureness(characters) < SURE ||
  characters.some(({ confidence }) => confidence < DOUBTFUL);

/** The mean confidence of a line. */
export const sureness = (characters: readonly PlacedCharacter[]): number =>
  characters.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, characters.length);

/** Width of what the classifier looks at. */
const LOOK = 192;

/** The probability that a line stands on its head. */
export const upsideDown = async (plane: Plane, box: PixelBox, models: Models): Promise<number> => {
  const start = { ...box, right: Math.min(box.right, box.left + ((box.bottom - box.top) * LOOK) / HEIGHT) };
  const scores = await answerOf(models.classifier, tensorOf(cropOf(plane, start).picture, LOOK));
  return scores[1]!;
};
