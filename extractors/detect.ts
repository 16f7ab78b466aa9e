import type { FileFormat } from '../model/index.js';

/**
 * What a file is by its content, never by its name. Never throws. Loaded when first needed: a scan in which nothing
 * changed detects nothing.
 */
export const detectFormat = async (bytes: Uint8Array): Promise<FileFormat> =>
  (await import('./detect/by-content.js')).detectFormat(bytes);
