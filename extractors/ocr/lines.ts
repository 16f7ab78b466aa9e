import type { InferenceSession } from 'onnxruntime-node';
import { Tensor } from 'onnxruntime-node';
import { decode } from './decode.js';
import type { Models } from './models.js';
import { cut, PAPER, type PixelBox, type Plane, resize } from './plane.js';

/** The models look at lines of this height. */
const HEIGHT = 48;
/** Pixels of the reader's picture a step of its answer. */
export const STEP = 8;
/** Longest line, in pixels of the reader's picture; what is longer is no line of a page. */
const LONGEST = 8192;

/** Lines this many times as long as high are drawn in to this share of their length. */
const LONG = 8;
const SQUEEZE = 0.5;
const SHORT_SQUEEZE = 0.75;
/** Short lines are read in strips of about this width, with this much paper between them. */
const STRIP = 400;
const GAP = 24;
/** Narrower pictures are filled up to this width, the least that the models were trained with. */
const NARROWEST = 320;
/** A line is read again when it is less sure than this as a whole, or one of its characters than that. */
const SURE = 0.95;
const DOUBTFUL = 0.6;

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
  return { picture: resize(cut(plane, box), width, HEIGHT), step };
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
 * What stands in each of the boxes of a page, left to right. Long lines are read drawn in, which takes half the time;
 * short ones are read several in a row, as the models know little to do with a picture of one or two characters. A
 * line with a doubtful character is read again by itself at its own width, and the surer reading counts.
 */
export const readLines = async (
  plane: Plane,
  boxes: readonly PixelBox[],
  models: Models,
): Promise<PlacedCharacter[][]> =>
  (await isNoise(plane, boxes, models)) ? boxes.map(() => []) : readAgain(plane, boxes, models);

/** Pixels below which no print can be read; a streak of grain as long as the page would take seconds. */
const LOWEST = 6;
/** Lines of a page that are read again at most. */
const MOST_AGAIN = 200;
/** Pages with more boxes than MANY are tried at SAMPLE of them, spread over the page. */
const MANY = 150;
const SAMPLE = 40;
/** Of each only the beginning is read: so many heights of the line. */
const BEGINNING = 10;
/** A reading that is surer than this is one of print; of a page of print most are. */
const PRINT = 0.6;
const PRINT_SHARE = 0.15;

/** Grain, screens and hatching look like hundreds of short lines, and reading each would take minutes. */
const isNoise = async (plane: Plane, boxes: readonly PixelBox[], models: Models): Promise<boolean> => {
  if (boxes.length <= MANY) return false;
  const tried = Array.from({ length: SAMPLE }, (_, index) => {
    const box = boxes[Math.floor((index * boxes.length) / SAMPLE)]!;
    return { ...box, right: Math.min(box.right, box.left + BEGINNING * (box.bottom - box.top)) };
  });
  const read = await readOnce(plane, tried, models);
  return read.filter((line) => sureness(line) > PRINT).length < PRINT_SHARE * SAMPLE;
};

const readOnce = async (
  plane: Plane,
  boxes: readonly PixelBox[],
  models: Models,
): Promise<PlacedCharacter[][]> => {
  const results: PlacedCharacter[][] = boxes.map(() => []);
  let strip: { at: number; crop: Crop }[] = [];
  let used = 0;
  const flush = async (): Promise<void> => {
    const readings = await readStrip(
      strip.map(({ at, crop }) => ({ crop, box: boxes[at]! })),
      models,
    );
    strip.forEach(({ at }, index) => {
      results[at] = readings[index]!;
    });
    strip = [];
    used = 0;
  };
  for (const [at, box] of boxes.entries()) {
    if (box.bottom - box.top < LOWEST) continue;
    if (isLong(box)) {
      results[at] = (await readStrip([{ crop: cropOf(plane, box, SQUEEZE), box }], models))[0]!;
      continue;
    }
    const crop = cropOf(plane, box, SHORT_SQUEEZE);
    if (used + crop.picture.width > STRIP && strip.length > 0) await flush();
    strip.push({ at, crop });
    used += crop.picture.width + GAP;
  }
  if (strip.length > 0) await flush();
  return results;
};

const readAgain = async (
  plane: Plane,
  boxes: readonly PixelBox[],
  models: Models,
): Promise<PlacedCharacter[][]> => {
  const results = await readOnce(plane, boxes, models);
  const doubtful = [...boxes.entries()].filter(
    ([at, box]) => box.bottom - box.top >= LOWEST && isDoubtful(results[at]!),
  );
  for (const [at, box] of doubtful.slice(0, MOST_AGAIN)) {
    const again = await readAlone(plane, box, models);
    if (sureness(again) > sureness(results[at]!)) results[at] = again;
  }
  return results;
};

/** A line at its own width, cut closer. */
const readAlone = async (plane: Plane, box: PixelBox, models: Models): Promise<PlacedCharacter[]> => {
  const trim = (box.bottom - box.top) * 0.08;
  const closer = { ...box, top: box.top + trim, bottom: box.bottom - trim };
  return (await readStrip([{ crop: cropOf(plane, closer), box: closer }], models))[0]!;
};

const isLong = ({ left, top, right, bottom }: PixelBox): boolean => right - left >= LONG * (bottom - top);

/** Reads crops side by side, with blank paper between them. */
const readStrip = async (
  items: readonly { readonly crop: Crop; readonly box: PixelBox }[],
  models: Models,
): Promise<PlacedCharacter[][]> => {
  const starts: number[] = [];
  let length = 0;
  for (const { crop } of items) {
    starts.push(length);
    length += crop.picture.width + GAP;
  }
  length -= GAP;
  const data = new Uint8Array(length * HEIGHT).fill(PAPER);
  items.forEach(({ crop: { picture } }, index) => {
    for (let y = 0; y < HEIGHT; y += 1)
      data.set(
        picture.data.subarray(y * picture.width, (y + 1) * picture.width),
        y * length + starts[index]!,
      );
  });
  const wide = Math.max(NARROWEST, Math.ceil(length / STEP) * STEP);
  const scores = await answerOf(models.reader, tensorOf({ width: length, height: HEIGHT, data }, wide));
  const readings = decode(scores, models.alphabet);
  return items.map(({ crop, box }, index) => {
    const start = starts[index]!;
    const [from, to] = [start - GAP / 2, start + crop.picture.width + GAP / 2];
    return readings.flatMap(({ char, confidence, step }) => {
      const middle = (step + 0.5) * STEP;
      const own = middle >= from && middle < to;
      return own ? [{ char, confidence, middle: box.left + (middle - start) * crop.step }] : [];
    });
  });
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
