import { FileError, type FileFormat, type SupportedFormat } from '../../model/index.js';
import type { PageImage, PageWish, Sheet } from './sheet.js';

type Display = (bytes: Uint8Array, wish: PageWish) => Promise<Sheet>;

/** Loaded when first needed. */
const DISPLAYS: Readonly<Partial<Record<SupportedFormat, () => Promise<Display>>>> = {
  pdf: async () => (await import('../pdf/display.js')).displayPdf,
  ofd: async () => (await import('../ofd/display.js')).displayOfd,
  image: async () => (await import('../image/display.js')).displayImage,
};

/** Whether files of a format have pages that can be shown. */
export const hasPageImages = (format: FileFormat): boolean => format in DISPLAYS;

/**
 * Draws a page of a file as it was read: upright, so that the boxes of its text lie on their words.
 * Throws FileError: unsupported for a format without pages; encrypted, corrupt, too-large.
 */
export const drawPage = async (bytes: Uint8Array, format: FileFormat, wish: PageWish): Promise<PageImage> => {
  const load = DISPLAYS[format as SupportedFormat];
  if (!load) throw new FileError('unsupported', '没有页面图像');
  const sheet = await (await load())(bytes, wish);
  const { finish } = await import('./finish.js');
  return finish(sheet, wish);
};
