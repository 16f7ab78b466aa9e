import type { FileFormat } from '../model/index.js';
import { decodeText } from './encoding.js';
import { declaredCharset } from './html/charset.js';

/** The decoded text that spans through `Manuscript.sourceMap` count in; null for formats without one. */
export const sourceTextOf = (bytes: Uint8Array, format: FileFormat): string | null => {
  if (format === 'txt' || format === 'md') return decodeText(bytes).text;
  return format === 'html' ? decodeText(bytes, declaredCharset(bytes)).text : null;
};
