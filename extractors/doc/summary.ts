import type { Buffer } from 'node:buffer';
import type { MetadataField } from '../../model/index.js';
import { cleanText } from '../word/clean.js';

/** Properties by their number in the summary information stream (MS-OLEPS 3.1.2). */
const NAMES: readonly (readonly [id: number, name: string])[] = [
  [2, 'title'],
  [3, 'subject'],
  [5, 'keywords'],
  [4, 'creator'],
  [12, 'created'],
  [13, 'modified'],
];
const CODE_PAGE = 1;
const ENCODINGS: ReadonlyMap<number, string> = new Map([
  [936, 'gb18030'],
  [54936, 'gb18030'],
  [950, 'big5'],
  [1252, 'windows-1252'],
  [65001, 'utf-8'],
]);
/** Milliseconds between 1601, where Windows begins to count, and 1970. */
const EPOCH = 11_644_473_600_000;

/** The document properties; none where the stream is damaged, as they do not matter to the text. */
export const readSummary = (stream: Buffer | undefined): MetadataField[] => {
  if (!stream) return [];
  try {
    return readProperties(stream);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
};

const readProperties = (stream: Buffer): MetadataField[] => {
  const set = stream.readUInt32LE(44);
  const count = Math.min(stream.readUInt32LE(set + 4), 100);
  const places = new Map<number, number>();
  for (let index = 0; index < count; index += 1) {
    const at = set + 8 + index * 8;
    places.set(stream.readUInt32LE(at), set + stream.readUInt32LE(at + 4));
  }
  const codePageAt = places.get(CODE_PAGE);
  const codePage = codePageAt === undefined ? 1252 : stream.readUInt16LE(codePageAt + 4);
  const encoding = ENCODINGS.get(codePage) ?? 'gb18030';
  return NAMES.flatMap(([id, name]) => {
    const at = places.get(id);
    const value = at === undefined ? '' : readValue(stream, at, encoding);
    return value ? [{ name, value, from: 'properties' as const }] : [];
  });
};

const readValue = (stream: Buffer, at: number, encoding: string): string => {
  const type = stream.readUInt16LE(at);
  if (type === 0x40) return timeOf(stream.readBigUInt64LE(at + 4));
  const length = stream.readUInt32LE(at + 4);
  const text =
    type === 0x1e
      ? new TextDecoder(encoding).decode(stream.subarray(at + 8, at + 8 + length))
      : type === 0x1f
        ? stream.toString('utf16le', at + 8, at + 8 + length * 2)
        : '';
  return cleanText(text.split('\0', 1)[0]!).trim();
};

/** FILETIME, in 100 nanoseconds, as ISO; '' where it is not set. */
const timeOf = (filetime: bigint): string => {
  const milliseconds = Number(filetime / 10_000n) - EPOCH;
  const date = new Date(milliseconds);
  if (filetime === 0n || Number.isNaN(date.getTime())) return '';
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
};
