import { Buffer } from 'node:buffer';
import { decodeName } from '../encoding.js';

export const TAR_BLOCK = 512;
const CHECKSUM_AT = 148;
const CHECKSUM_END = 156;

/** One header block of a tar archive (POSIX ustar, GNU and the form of Unix 7, which has no signature). */
export interface TarHeader {
  /** Not decoded. */
  readonly name: Buffer;
  /** The letter that says what follows: 0 a file, 5 a folder, x the facts of the next entry … */
  readonly type: string;
  readonly size: number;
}

/** Whether a block is a header, by its checksum: some old programs add up signed bytes. */
export const isTarHeader = (block: Buffer): boolean => {
  if (block.length < TAR_BLOCK || block[0] === 0) return false;
  const stated = octal(block.subarray(CHECKSUM_AT, CHECKSUM_END));
  let unsigned = 0;
  let signed = 0;
  for (let at = 0; at < TAR_BLOCK; at++) {
    const byte = at >= CHECKSUM_AT && at < CHECKSUM_END ? 0x20 : block[at]!;
    unsigned += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  return stated === unsigned || stated === signed;
};

/** Reads a block for which isTarHeader holds; null where its size is no number. */
export const parseTarHeader = (block: Buffer): TarHeader | null => {
  const size = numberOf(block.subarray(124, 136));
  if (size === null) return null;
  const name = untilNul(block.subarray(0, 100));
  const isUstar = block.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = isUstar ? untilNul(block.subarray(345, 500)) : Buffer.alloc(0);
  return {
    name: prefix.length > 0 ? Buffer.concat([prefix, Buffer.from('/'), name]) : name,
    type: String.fromCharCode(block[156]!),
    size,
  };
};

/** The facts of a pax header that concern us (POSIX.1-2001): lines of length, key and value. */
export const parsePax = (body: Buffer): { path?: string; size?: number } => {
  const facts: { path?: string; size?: number } = {};
  for (let at = 0; at < body.length; ) {
    const blank = body.indexOf(0x20, at);
    const length = blank < 0 ? 0 : Number(body.toString('latin1', at, Math.min(blank, at + 10)));
    if (!Number.isInteger(length) || length <= blank - at) break;
    const line = body.subarray(blank + 1, at + length - 1);
    const equals = line.indexOf(0x3d);
    const key = line.toString('latin1', 0, Math.max(equals, 0));
    const value = line.subarray(equals + 1);
    if (key === 'path') facts.path = decodeName(value);
    if (key === 'size' && /^\d{1,15}$/.test(value.toString('latin1')))
      facts.size = Number(value.toString('latin1'));
    at += length;
  }
  return facts;
};

export const untilNul = (bytes: Buffer): Buffer => {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
};

/** Octal digits, or for large numbers binary with the highest bit set (GNU). */
const numberOf = (field: Buffer): number | null => {
  if (field[0] !== 0x80) return octal(field);
  const value = field.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0);
  return Number.isSafeInteger(value) ? value : null;
};

const octal = (field: Buffer): number | null => {
  const digits = untilNul(field).toString('latin1').trim();
  return /^[0-7]{0,12}$/.test(digits) ? Number.parseInt(digits || '0', 8) : null;
};
