import sharp, { type OverlayOptions } from 'sharp';
import { FileError } from '../../model/index.js';
import { guarded, rasterOf } from '../image/decode.js';
import type { Raster } from '../ocr/recognised-page.js';
import type { Matrix } from './geometry.js';
import type { OpenMedium } from './media.js';
import { type Outline, svgOf } from './outlines.js';

/** A picture at its place: the matrix leads from the unit square to points on the page. */
export interface PlacedImage {
  readonly resource: string;
  readonly place: Matrix;
  /** 0 … 1; absent for 1. */
  readonly opacity?: number;
}

/** What of a page is pixels or shapes, in the order of the page. */
export interface Drawing {
  readonly images: readonly PlacedImage[];
  readonly outlines: readonly Outline[];
}

/** More pictures than this on one page are ornaments, or an attack. */
const MAX_IMAGES = 200;

/**
 * Draws the pictures and shapes of a page on white. `open` opens a picture by its resource; one that can not be opened is
 * left out. `scale` is the pixels a point. Throws FileError: corrupt, too-large.
 */
export const drawPage = (
  { images, outlines }: Drawing,
  size: { readonly width: number; readonly height: number },
  scale: number,
  open: (resource: string) => Promise<OpenMedium | null>,
): Promise<Raster> => drawLayers([...images, outlines], size, scale, open);

/**
 * Draws pictures, and shapes that belong together, one over the other. `isLenient` leaves damaged pictures out.
 * Throws FileError: corrupt, too-large.
 */
export const drawLayers = async (
  layers: readonly (PlacedImage | readonly Outline[])[],
  size: { readonly width: number; readonly height: number },
  scale: number,
  open: (resource: string) => Promise<OpenMedium | null>,
  isLenient = false,
): Promise<Raster> => {
  const width = Math.max(1, Math.round(size.width * scale));
  const height = Math.max(1, Math.round(size.height * scale));
  const blank = { create: { width, height, channels: 3, background: '#ffffff' } } as const;
  let page = await rasterOf(sharp(blank), scale);
  const put = async (layer: OverlayOptions): Promise<void> => {
    const raw = { width, height, channels: 3 } as const;
    page = await rasterOf(sharp(page.data, { raw }).composite([layer]), scale);
  };
  let images = 0;
  for (const each of layers) {
    if ('resource' in each) {
      const medium = ++images <= MAX_IMAGES && (await open(each.resource));
      const layer =
        medium &&
        (await layerOf(medium, each, scale, { width, height }).catch((error: unknown) => {
          if (isLenient && error instanceof FileError && error.reason.code === 'corrupt') return null;
          throw error;
        }));
      if (layer) await put(layer);
      continue;
    }
    const svg = svgOf(each, size, { width, height });
    if (svg) await put({ input: Buffer.from(svg), top: 0, left: 0 });
  }
  return page;
};

/** A picture turned and sized as it stands on the page, cut where it leaves it; null where it does not meet the page. */
const layerOf = async (
  { picture }: OpenMedium,
  { place: { a, b, c, d, e, f }, opacity = 1 }: PlacedImage,
  scale: number,
  page: { readonly width: number; readonly height: number },
): Promise<OverlayOptions | null> => {
  const across = Math.hypot(a, b) * scale;
  const down = Math.hypot(c, d) * scale;
  const most = 4 * Math.max(page.width, page.height);
  if (!(across >= 1 && down >= 1 && across <= most && down <= most)) return null;
  const mirrored = a * d - b * c < 0;
  const angle = (Math.atan2(b, a) * 180) / Math.PI;
  const sized = picture
    .ensureAlpha(opacity)
    .resize(Math.round(across), Math.round(down), { fit: 'fill' })
    .flip(mirrored);
  // One step a pipeline: the library turns before it resizes, whatever the order of calls.
  const upright = await guarded(() => sized.png({ compressionLevel: 0 }).toBuffer());
  const clear = { r: 255, g: 255, b: 255, alpha: 0 };
  const turned =
    Math.abs(angle) < 0.05 ? sharp(upright) : sharp(upright).rotate(angle, { background: clear });
  const { data, info } = await guarded(() =>
    turned.png({ compressionLevel: 0 }).toBuffer({ resolveWithObject: true }),
  );
  // The middle of the picture stays where it is when it is turned.
  const left = Math.round((e + (a + c) / 2) * scale - info.width / 2);
  const top = Math.round((f + (b + d) / 2) * scale - info.height / 2);
  return cut(data, { left, top, width: info.width, height: info.height }, page);
};

const cut = async (
  input: Buffer,
  { left, top, width, height }: { left: number; top: number; width: number; height: number },
  page: { readonly width: number; readonly height: number },
): Promise<OverlayOptions | null> => {
  const [x, y] = [Math.max(0, left), Math.max(0, top)];
  const across = Math.min(page.width, left + width) - x;
  const down = Math.min(page.height, top + height) - y;
  if (across < 1 || down < 1) return null;
  if (across === width && down === height) return { input, left, top };
  const piece = sharp(input).extract({ left: x - left, top: y - top, width: across, height: down });
  return { input: await guarded(() => piece.png({ compressionLevel: 0 }).toBuffer()), left: x, top: y };
};
