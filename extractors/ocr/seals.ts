import type { Plane } from './plane.js';
import type { Raster } from './recognised-page.js';

/** The page in grey. */
export const greyOf = ({ width, height, data }: Raster): Plane => {
  const grey = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < grey.length; at += 1, from += 3)
    grey[at] = (data[from]! * 299 + data[from + 1]! * 587 + data[from + 2]! * 114) / 1000;
  return { width, height, data: grey };
};
