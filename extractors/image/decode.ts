import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Sharp } from 'sharp';
import { FileError } from '../../model/index.js';
import type { Raster } from '../ocr/recognised-page.js';
import { readBmp } from './bmp.js';

// Each picture is read once, and other files may be read at the same time.
sharp.cache(false);

/** What the library in the package decodes; it could also draw SVG, which is no picture of a page. */
const DECODED: ReadonlySet<string> = new Set(['png', 'apng', 'jpg', 'tif', 'gif', 'webp', 'avif', 'bmp']);
/** Names of pictures that many have and that are not decoded. */
const NAMES: Readonly<Record<string, string>> = {
  heic: 'HEIC',
  jp2: 'JPEG 2000',
  jxl: 'JPEG XL',
  ico: 'ICO',
  psd: 'PSD',
};

/** A picture file that was opened: its pages are decoded one by one. */
export interface OpenPicture {
  readonly pages: number;
  /** Of the first page, before it is set upright by its EXIF entry. */
  readonly width: number;
  readonly height: number;
  /** Dots an inch as the file says; undefined where it does not. */
  readonly density: number | undefined;
  /** A page, counted from 0, as the library takes it further. */
  readonly page: (index: number) => Promise<Sharp>;
}

/**
 * Looks at a picture's head; no pixel is decoded. Throws FileError: unsupported (a kind that is not decoded), corrupt,
 * too-large (more pixels than the limit).
 */
export const openPicture = async (bytes: Uint8Array, pixels: number): Promise<OpenPicture> => {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  // Called for what looked like a picture: its head is cut off or wrong.
  if (!found) throw new FileError('corrupt', '不是完整的图片');
  const kind = found.ext;
  if (!DECODED.has(kind)) throw unsupported(kind);
  if (kind === 'bmp') {
    const { width, height, data } = readBmp(bytes, pixels);
    const raw = { width, height, channels: 3 } as const;
    return { pages: 1, width, height, density: undefined, page: async () => sharp(data, { raw }) };
  }
  const options = { limitInputPixels: pixels, failOn: 'error' } as const;
  const metadata = await guarded(() => sharp(bytes, { ...options, limitInputPixels: false }).metadata());
  const { width, density } = metadata;
  // Of an animation the library gives the height of all pictures together.
  const height = metadata.pageHeight ?? metadata.height;
  if (width * height > pixels)
    throw new FileError('too-large', `图片${width}×${height}像素，上限${pixels}像素`);
  // The further pictures of an animation are no pages.
  const pages = kind === 'tif' ? (metadata.pages ?? 1) : 1;
  return { pages, width, height, density, page: async (page) => sharp(bytes, { ...options, page }) };
};

const unsupported = (kind: string): FileError =>
  new FileError('unsupported', `${NAMES[kind] ?? kind} 图片，请另存为 jpg 或 png 后重新扫描`);

/** The pixels of a picture on white, RGB. `scale` is the pixels a point of the result. Throws FileError: corrupt, too-large. */
export const rasterOf = (picture: Sharp, scale: number): Promise<Raster> =>
  guarded(async () => {
    const { data, info } = await picture
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    return { width, height, scale, data: channels === 3 ? data : threefold(data, channels) };
  });

/** Grey pixels as RGB. */
const threefold = (data: Uint8Array, channels: number): Uint8Array => {
  const pixels = data.length / channels;
  const rgb = new Uint8Array(3 * pixels);
  for (let i = 0; i < pixels; i++) rgb.fill(data[i * channels]!, 3 * i, 3 * i + 3);
  return rgb;
};

/** Runs what the library does; its errors are those of the file. */
export const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileError) throw error;
    const tooLarge = /pixel limit/i.test(String(error));
    throw new FileError(tooLarge ? 'too-large' : 'corrupt', '', { cause: error });
  }
};
