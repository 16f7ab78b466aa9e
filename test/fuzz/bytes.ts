import { Buffer } from 'node:buffer';
import type { Random } from './random.js';

/** One change of a file's bytes; `other` is a second file to take pieces from. */
type Change = (random: Random, bytes: Buffer, other: Buffer) => Buffer;

const BYTES = [0x00, 0x01, 0x7f, 0x80, 0xfe, 0xff, 0x20, 0x0a, 0x3c, 0x5c, 0x7b];
const LENGTHS = [
  0, 1, 2, 7, 0x7f, 0xff, 0x7fff, 0x8000, 0xffff, 0xffffff, 0x7fffffff, 0x80000000, 0xffffffff,
];
const FIGURES = ['0', '-1', '1', '255', '65536', '999999999', '2147483648', '-2147483649', '1e308', '0.0001'];
/** A piece repeated makes a file at most so much larger. */
const MAX_REPEATED = 65_536;

const changed = (bytes: Buffer, change: (copy: Buffer) => void): Buffer => {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
};

const replaced = (bytes: Buffer, start: number, end: number, by: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, start), by, bytes.subarray(end)]);

const flipBits: Change = (random, bytes) =>
  changed(bytes, (copy) => {
    for (let times = 1 + random.below(16); times > 0; times--)
      copy[random.below(copy.length)]! ^= 1 << random.below(8);
  });

const setBytes: Change = (random, bytes) =>
  changed(bytes, (copy) => {
    const { start, end } = random.stretch(copy.length);
    const byte = random.once(2) ? random.pick(BYTES) : random.below(256);
    copy.fill(byte, start, Math.min(end, start + 1 + random.below(32)));
  });

const truncate: Change = (random, bytes) => bytes.subarray(0, random.below(bytes.length));

const remove: Change = (random, bytes) => {
  const { start, end } = random.stretch(bytes.length);
  return replaced(bytes, start, end, new Uint8Array());
};

const repeat: Change = (random, bytes) => {
  const { start, end } = random.stretch(bytes.length);
  const piece = bytes.subarray(start, end);
  const times = Math.min(1 << random.below(12), Math.floor(MAX_REPEATED / piece.length)) || 1;
  return replaced(bytes, end, end, Buffer.concat(Array.from({ length: times }, () => piece)));
};

const move: Change = (random, bytes) => {
  const { start, end } = random.stretch(bytes.length);
  const to = random.below(bytes.length);
  return replaced(bytes, to, to, bytes.subarray(start, end));
};

const splice: Change = (random, bytes, other) => {
  if (random.once(2))
    return Buffer.concat([
      bytes.subarray(0, random.below(bytes.length)),
      other.subarray(random.below(other.length)),
    ]);
  const { start, end } = random.stretch(other.length);
  const to = random.stretch(bytes.length);
  return replaced(bytes, to.start, to.end, other.subarray(start, end));
};

/** Writes a number where one may stand: lengths and offsets are mostly at even places. */
const setLength: Change = (random, bytes) => {
  if (bytes.length < 8) return bytes;
  return changed(bytes, (copy) => {
    for (let times = 1 + random.below(3); times > 0; times--) {
      const at = random.below((copy.length - 4) >> 1) * 2;
      const value = random.once(3) ? copy.length + random.below(5) - 2 : random.pick(LENGTHS);
      const kind = random.below(4);
      if (kind === 0) copy.writeUInt16LE(value & 0xffff, at);
      else if (kind === 1) copy.writeUInt32BE(value >>> 0, at);
      else copy.writeUInt32LE(value >>> 0, at);
    }
  });
};

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** Another number instead of one that is written in figures, as in PDF, RTF, XML. */
const setFigures: Change = (random, bytes) => {
  let start = random.below(bytes.length);
  while (start < bytes.length && !isDigit(bytes[start])) start++;
  let end = start;
  while (isDigit(bytes[end])) end++;
  return start === end ? bytes : replaced(bytes, start, end, Buffer.from(random.pick(FIGURES)));
};

/** A tag, group or object is left out, doubled or put elsewhere. */
const moveToken: Change = (random, bytes) => {
  const [open, close] = random.pick(['<>', '{}', '[]', '()', '\\ ', '/ '] as const);
  const start = bytes.indexOf(open!, random.below(bytes.length));
  const end = start < 0 ? -1 : bytes.indexOf(close!, start) + 1;
  if (end <= start) return bytes;
  const token = bytes.subarray(start, end);
  if (random.once(3)) return replaced(bytes, start, end, new Uint8Array());
  const to = random.once(2) ? end : random.below(bytes.length);
  return replaced(bytes, to, to, token);
};

const CHANGES: readonly Change[] = [
  flipBits,
  flipBits,
  setBytes,
  setBytes,
  truncate,
  remove,
  repeat,
  move,
  splice,
  setLength,
  setLength,
  setFigures,
  setFigures,
  moveToken,
  moveToken,
];

/** One to four changes, each of the outcome of those before it. */
export const mutateBytes = (random: Random, bytes: Uint8Array, other: Uint8Array): Buffer => {
  let mutant = Buffer.from(bytes);
  for (let times = 1 + random.below(4); times > 0 && mutant.length > 0; times--)
    mutant = Buffer.from(
      random.pick(CHANGES)(random, mutant, other.length > 0 ? Buffer.from(other) : mutant),
    );
  return mutant;
};
