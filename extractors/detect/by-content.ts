import { fileTypeFromBuffer } from 'file-type';
import type { FileFormat } from '../../model/index.js';
import { compoundFormat } from './compound.js';
import { hasControlBytes, sampleText } from './sample.js';
import { textFormat } from './text.js';
import { zipFormat } from './zip.js';

/** PDF readers accept a header anywhere in the first kilobyte (ISO 32000-1, annex H, note 13). */
const PDF_WITHIN = 1024;
const ARCHIVES: Readonly<Record<string, FileFormat>> = {
  rar: 'rar',
  '7z': '7z',
  gz: 'gz',
  'tar.gz': 'gz',
  tar: 'tar',
  bz2: 'bz2',
  xz: 'xz',
  rtf: 'rtf',
};

/**
 * What a file is by its content, never by its name. Containers are looked into, text is told apart by its markup;
 * what nothing fits is 'unknown'. Never throws.
 */
export const detectFormat = async (bytes: Uint8Array): Promise<FileFormat> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isPdf(buffer)) return 'pdf';
  if (startsWith(buffer, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return compoundFormat(buffer);
  if (startsWith(buffer, [0x50, 0x4b, 0x03, 0x04]) || startsWith(buffer, [0x50, 0x4b, 0x05, 0x06]))
    return zipFormat(buffer);
  // AppleDouble and AppleSingle: the other half of a Mac's file, not a document.
  if (startsWith(buffer, [0x00, 0x05, 0x16, 0x07]) || startsWith(buffer, [0x00, 0x05, 0x16, 0x00]))
    return 'unknown';
  const sample = sampleText(buffer);
  // Text first: signatures of two letters, such as BM for pictures, are also beginnings of words.
  if (sample.quality === 'text' && !hasControlBytes(buffer)) return textFormat(sample.text);
  const binary = await signatureFormat(buffer);
  if (binary && (binary !== 'unknown' || sample.quality !== 'text')) return binary;
  return sample.quality === 'binary' ? 'unknown' : textFormat(sample.text);
};

const startsWith = (buffer: Buffer, signature: readonly number[]): boolean =>
  signature.every((byte, i) => buffer[i] === byte);

const isPdf = (buffer: Buffer): boolean => {
  const at = buffer.subarray(0, PDF_WITHIN).indexOf('%PDF-');
  if (at < 0) return false;
  // A text about PDF files has the words as well, but not the parts.
  const before = buffer.toString('latin1', 0, at);
  return /^(?:\xef\xbb\xbf)?\s*$/.test(before) || (buffer.includes('endobj') && buffer.includes('startxref'));
};

const signatureFormat = async (buffer: Buffer): Promise<FileFormat | null> => {
  const found = await fileTypeFromBuffer(buffer).catch(() => undefined);
  if (!found) return null;
  return ARCHIVES[found.ext] ?? (found.mime.startsWith('image/') ? 'image' : 'unknown');
};
