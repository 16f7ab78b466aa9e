import type { Picture } from '../layout/page.js';

/** 200 dots an inch, in pixels a point: what recognition reads well. */
const USUAL = 200 / 72;
/** A picture that is coarser than this gains nothing from being drawn as coarse as it is. */
const COARSEST = 100 / 72;
/** A page has at least so many pixels along its longer side, whatever the picture on it. */
const LEAST_SIDE = 1_000;
/** Pages larger than this, in points, are not meant to be printed at their size: a scan that counts a pixel as a point. */
const LARGEST = 1_800;
/** More pixels than this, and recognition takes minutes: A2 at 200 dpi. */
const MOST_PIXELS = 16_000_000;

/**
 * In how many pixels a point of a page is to be drawn: 200 dpi, fewer where the picture on it has fewer, and never more
 * than so many pixels in all.
 */
export const scaleFor = (
  page: { readonly width: number; readonly height: number },
  pictures: readonly Picture[],
  pixels: number,
): number => {
  const area = page.width * page.height;
  const [largest] = [...pictures].sort((a, b) => b.width * b.height - a.width * a.height);
  const fills = largest && largest.resolution > 0 && largest.width * largest.height > 0.5 * area;
  const long = Math.max(page.width, page.height);
  const least = long > LARGEST ? LEAST_SIDE / long : COARSEST;
  const own = fills ? Math.min(USUAL, Math.max(least, largest.resolution)) : USUAL;
  return Math.min(own, Math.sqrt(Math.min(pixels, MOST_PIXELS) / area));
};
