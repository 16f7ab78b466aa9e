import type { Sharp } from 'sharp';
import { FileError } from '../../model/index.js';
import { scaleFor } from '../ocr/scale.js';
import { guarded } from './decode.js';

/** A4 in points. */
const A4 = { short: 595, long: 842 };
/** A page's longer side, in points, that a scanner may be set to: A6 to A2. */
const SANE = { least: 410, most: 1_700 };
/** No page is scanned coarser; screens and cameras write 72 or 96 for want of anything better. */
const LEAST_DENSITY = 99;

/** How large the paper is that a picture shows. */
export interface Resolution {
  /** Pixels a point of the picture as it is to be recognised. */
  readonly scale: number;
  /** The picture, upright by its EXIF entry, in no more pixels than recognition needs. */
  readonly shrunk: Sharp;
}

/** Throws FileError: corrupt, too-large. */
export const resolutionOf = async (picture: Sharp, pixels: number): Promise<Resolution> => {
  const { width, height, density: own } = await paperOf(picture, pixels);
  const paper = { width: width / own, height: height / own };
  const scale = scaleFor(paper, [{ x: 0, y: 0, ...paper, resolution: own, pixels: width * height }], pixels);
  const upright = picture.autoOrient();
  return scale < own
    ? { scale, shrunk: upright.resize(Math.max(1, Math.round(paper.width * scale))) }
    : { scale: own, shrunk: upright };
};

/**
 * The pixels of a picture, upright by its EXIF entry, and how many of them are a point of the paper that it shows.
 * Throws FileError: corrupt, too-large.
 */
export const paperOf = async (
  picture: Sharp,
  pixels: number,
): Promise<{ readonly width: number; readonly height: number; readonly density: number }> => {
  const {
    autoOrient,
    density,
    pageHeight,
    width: whole,
    height: all,
  } = await guarded(() => picture.metadata());
  const width = autoOrient?.width ?? whole;
  const height = pageHeight ?? autoOrient?.height ?? all;
  if (width * height > pixels)
    throw new FileError('too-large', `图片${width}×${height}像素，上限${pixels}像素`);
  return { width, height, density: pixelsAPoint(width, height, density) };
};

/** Pixels a point: as the file says where that makes a sheet of paper, else as if it were A4, or as wide as A4 where it is long. */
export const pixelsAPoint = (width: number, height: number, density: number | undefined): number => {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  if (density !== undefined && density >= LEAST_DENSITY) {
    const points = (72 * long) / density;
    if (points >= SANE.least && points <= SANE.most) return density / 72;
  }
  return long > 2 * short ? short / A4.short : long / A4.long;
};
