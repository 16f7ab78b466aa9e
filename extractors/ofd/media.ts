import type { Sharp } from 'sharp';
import { FileError } from '../../model/index.js';
import { openPicture } from '../image/decode.js';
import type { OfdPackage } from './package.js';
import type { Medium } from './resources.js';

/** JBIG2, the format of many scanners' OFD: nothing in Node reads it. */
const UNREAD = /^(?:jb2|jbig2|gbig2|jb)$/i;

/** A picture of the package, decoded no further than its head. */
export interface OpenMedium {
  readonly picture: Sharp;
  readonly width: number;
  readonly height: number;
}

/**
 * Opens a picture that the pages refer to; a word for why it can not be shown where it can not: 缺失, JBIG2, 损坏.
 * Throws FileError: too-large, encrypted.
 */
export const openMedium = async (
  file: OfdPackage,
  medium: Medium | undefined,
  pixels: number,
): Promise<OpenMedium | string> => {
  if (!medium) return '缺失';
  const extension = /\.([^.]+)$/.exec(medium.file)?.[1] ?? '';
  if (UNREAD.test(extension) || UNREAD.test(medium.format)) return 'JBIG2 格式';
  try {
    const bytes = await file.picture(medium.file, medium.folders);
    if (!bytes) return '缺失';
    const open = await openPicture(bytes, pixels);
    return { picture: await open.page(0), width: open.width, height: open.height };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (error.reason.code === 'too-large' || error.reason.code === 'encrypted') throw error;
    return error.reason.code === 'unsupported' ? '格式不支持' : '损坏';
  }
};
