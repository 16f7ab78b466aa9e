import { type Box, FileError, type PageTurn } from '../../model/index.js';
import type { Turned } from '../layout/turning.js';
import type { Raster } from '../ocr/recognised-page.js';

/** How a page is wanted. */
export interface PageWish {
  /** From 1. */
  readonly page: number;
  /** Pixels from left to right of the upright page; fewer where the page would have too many in all. */
  readonly width: number;
  /** As `turnOf` gives it: boxes of the text fit the page only when it is turned as it was to be read. */
  readonly turn: Omit<PageTurn, 'page'>;
  /** Pixels that a picture on the page may have. */
  readonly pixels: number;
  /** Pages that the file may have. */
  readonly pages: number;
  /** Bytes that the pictures of a packed document may unpack to. */
  readonly unpackedBytes: number;
}

/** A size in points. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A page as displayed, before it is set upright. */
export interface Sheet {
  readonly raster: Raster;
  readonly size: Size;
  /** Characters that are to be seen and that the raster does not show, since their font is not in the file. */
  readonly missing: readonly Turned[];
}

/** Words that the image does not show. */
export interface PageWord {
  readonly text: string;
  /** In points on the upright page. */
  readonly box: Box;
  /** Font size in points. */
  readonly size: number;
}

/** A page for a person to look at. */
export interface PageImage {
  readonly type: 'image/webp';
  readonly bytes: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** Of the upright page in points: what boxes of the text are measured in. */
  readonly size: Size;
  /** Words that the image does not show, since their font is not in the file. */
  readonly words: readonly PageWord[];
}

const MOST_PIXELS = 16_000_000;
/** WebP holds no more in one direction. */
const MOST_SIDE = 16_383;
/** A strip narrower than this shows nothing. */
const LEAST_SIDE = 8;

/**
 * In how many pixels a point a page is to be drawn. Throws FileError: too-large for a page so long that nothing of it
 * could be seen, corrupt for one without an area.
 */
export const scaleFor = ({ width, height }: Size, { width: wanted, turn }: PageWish): number => {
  if (!(width > 0 && height > 0)) throw new FileError('corrupt', '页面没有大小');
  const across = turn.quarter % 180 === 0 ? width : height;
  const scale = Math.min(
    wanted / across,
    Math.sqrt(MOST_PIXELS / (width * height)),
    MOST_SIDE / Math.max(width, height),
  );
  if (scale * Math.min(width, height) < LEAST_SIDE) throw new FileError('too-large', '页面过于狭长');
  return scale;
};

/** Throws FileError where a file has no such page, or more pages than it may have. */
export const checkPage = ({ page, pages }: PageWish, count: number): void => {
  if (count > pages) throw new FileError('too-large', `共${count}页，上限${pages}页`);
  if (page < 1 || page > count) throw new FileError('corrupt', `共${count}页，没有第${page}页`);
};
