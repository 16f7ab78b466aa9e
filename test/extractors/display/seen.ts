import sharp from 'sharp';
import type { PageImage, PageWish } from '../../../extractors/index.js';
import { type Box, DEFAULT_FILE_LIMITS } from '../../../model/index.js';

/** A page of any file, as wide as 100 dots an inch make A4, upright. */
export const wish = (more: Partial<PageWish> = {}): PageWish => ({
  page: 1,
  width: 827,
  turn: { quarter: 0, slant: 0 },
  pixels: DEFAULT_FILE_LIMITS.pixels,
  pages: DEFAULT_FILE_LIMITS.pages,
  unpackedBytes: DEFAULT_FILE_LIMITS.unpackedBytes,
  ...more,
});

/** A page image that can be looked at by places in points. */
export interface Seen {
  /** Share of pixels in a box that are darker than half, 0 … 1. */
  readonly ink: (box: Box) => number;
  /** Red, green and blue in the middle of a box. */
  readonly colour: (box: Box) => readonly [number, number, number];
}

export const seen = async ({ bytes, size }: PageImage): Promise<Seen> => {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const scale = info.width / size.width;
  const at = (x: number, y: number): number => 3 * (y * info.width + x);
  return {
    ink: ({ x, y, width, height }) => {
      const [left, right] = [
        Math.max(0, Math.ceil(x * scale)),
        Math.min(info.width, Math.floor((x + width) * scale)),
      ];
      const [top, bottom] = [
        Math.max(0, Math.ceil(y * scale)),
        Math.min(info.height, Math.floor((y + height) * scale)),
      ];
      let dark = 0;
      for (let row = top; row < bottom; row++)
        for (let column = left; column < right; column++) if (data[at(column, row) + 1]! < 128) dark++;
      return dark / Math.max(1, (right - left) * (bottom - top));
    },
    colour: ({ x, y, width, height }) => {
      const from = at(Math.round((x + width / 2) * scale), Math.round((y + height / 2) * scale));
      return [data[from]!, data[from + 1]!, data[from + 2]!];
    },
  };
};

/** The strips right beside a box, left, right, above and below, each `far` points wide. */
export const beside = ({ x, y, width, height }: Box, far: number): Box[] => [
  { x: x - far, y, width: far, height },
  { x: x + width, y, width: far, height },
  { x, y: y - far, width, height: far },
  { x, y: y + height, width, height: far },
];
