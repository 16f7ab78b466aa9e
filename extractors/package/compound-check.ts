import { Buffer } from 'node:buffer';
import { FileError } from '../../model/index.js';

/** Entries of a directory: a mail with a hundred attachments has some thousands. */
const MAX_ENTRIES = 20_000;
/** How many sectors the chains may have together, over those of the file: chains that share sectors are read again each time. */
const MAX_SHARED = 8;
const SLACK_SECTORS = 100_000;
/** Streams below this size, in bytes, lie in the small sectors; libraries do not ask what the header says. */
const SMALL_STREAM = 4096;
const HEADER_SECTORS_AT = 76;
const HEADER_SECTORS = 109;
const ENTRY_BYTES = 128;

const broken = (): FileError => new FileError('corrupt', '文件内部结构不完整或首尾相连');

/** A directory entry, as far as it says where things are. */
interface Entry {
  readonly type: number;
  /** Left, right and child entry. */
  readonly links: readonly number[];
  readonly start: number;
  readonly size: number;
}

/**
 * Looks through the chains of an OLE compound file ([MS-CFB]) before a library follows them: libraries trust that every
 * chain ends, that no two share their sectors, and that the directory is a tree. Takes time in proportion to the file.
 * Throws FileError('corrupt') where that does not hold. Files that are no compound files, or that are cut off, are the
 * libraries' matter.
 */
export const checkCompoundFile = (bytes: Uint8Array): void => {
  const file = new Sectors(bytes);
  const fat = file.fat();
  const lengths = chainLengths(fat);
  const entries = file.entries(fat);
  checkTree(entries);
  const starts = new Set(entries.filter(({ size }) => size >= SMALL_STREAM).map(({ start }) => start));
  const read = readsOfChains(fat, lengths, file.directoryStart, file.count) + sum(starts, lengths);
  if (read > MAX_SHARED * file.count + SLACK_SECTORS) throw broken();
};

/**
 * As checkCompoundFile, and that the small streams end as well and all streams together are no larger than the file.
 * For libraries that set aside what a stream says it has.
 */
export const checkCompoundStreams = (bytes: Uint8Array): void => {
  checkCompoundFile(bytes);
  const file = new Sectors(bytes);
  const fat = file.fat();
  chainLengths(file.miniFat(fat));
  const stated = file.entries(fat).reduce((total, { type, size }) => total + (type === 2 ? size : 0), 0);
  if (stated > bytes.length) throw broken();
};

class Sectors {
  readonly #bytes: Buffer;
  readonly #size: number;
  /** Whole and begun sectors behind the header. */
  readonly count: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < 512) throw broken();
    this.#size = this.#bytes.readUInt16LE(30) === 12 ? 4096 : 512;
    this.count = Math.ceil(bytes.length / this.#size) - 1;
  }

  get directoryStart(): number {
    return this.#bytes.readInt32LE(48);
  }

  /** The next sector of each one; negative at the end of a chain. */
  fat(): Int32Array {
    return this.#numbers(this.#fatSectors());
  }

  miniFat(fat: Int32Array): Int32Array {
    return this.#numbers(chainOf(this.#bytes.readInt32LE(60), fat));
  }

  entries(fat: Int32Array): Entry[] {
    const entries: Entry[] = [];
    for (const sector of chainOf(this.directoryStart, fat)) {
      const start = (sector + 1) * this.#size;
      for (
        let at = start;
        at < start + this.#size && at + ENTRY_BYTES <= this.#bytes.length;
        at += ENTRY_BYTES
      )
        entries.push({
          type: this.#bytes[at + 66]!,
          links: [68, 72, 76].map((offset) => this.#bytes.readInt32LE(at + offset)),
          start: this.#bytes.readInt32LE(at + 116),
          size: this.#bytes.readUInt32LE(at + 120),
        });
      if (entries.length > MAX_ENTRIES) throw new FileError('too-many', '文件内部条目过多');
    }
    return entries;
  }

  /** The sectors that hold the table: named in the header and, from there, in a chain of their own. */
  #fatSectors(): number[] {
    const found: number[] = [];
    const most = Math.ceil((this.count * 4) / this.#size) + HEADER_SECTORS;
    const take = (at: number, count: number): void => {
      for (let i = 0; i < count && at + 4 * i + 4 <= this.#bytes.length; i++) {
        const sector = this.#bytes.readInt32LE(at + 4 * i);
        if (sector >= 0) found.push(sector);
      }
    };
    take(HEADER_SECTORS_AT, HEADER_SECTORS);
    const perSector = this.#size / 4 - 1;
    if (this.#bytes.readUInt32LE(72) > this.count) throw broken();
    let next = this.#bytes.readInt32LE(68);
    for (let hops = 0; next >= 0 && next < this.count; hops++) {
      const at = (next + 1) * this.#size;
      take(at, perSector);
      if (found.length > most || hops > this.count) throw broken();
      if (at + this.#size > this.#bytes.length) break;
      next = this.#bytes.readInt32LE(at + perSector * 4);
    }
    return found;
  }

  #numbers(sectors: readonly number[]): Int32Array {
    const perSector = this.#size / 4;
    const numbers = new Int32Array(sectors.length * perSector).fill(-1);
    sectors.forEach((sector, i) => {
      const at = (sector + 1) * this.#size;
      for (let j = 0; j < perSector && at + 4 * j + 4 <= this.#bytes.length; j++)
        numbers[i * perSector + j] = this.#bytes.readInt32LE(at + 4 * j);
    });
    return numbers;
  }
}

/** The sectors of a chain that is known to end. */
const chainOf = (start: number, next: Int32Array): number[] => {
  const chain: number[] = [];
  for (let at = start; at >= 0 && at < next.length; at = next[at]!) chain.push(at);
  return chain;
};

/** How many sectors follow from each one, itself included. Throws where a chain runs into itself. */
const chainLengths = (next: Int32Array): Int32Array => {
  const lengths = new Int32Array(next.length);
  const ON_PATH = -1;
  for (let first = 0; first < next.length; first++) {
    const path: number[] = [];
    let at = first;
    while (at >= 0 && at < next.length && lengths[at] === 0) {
      lengths[at] = ON_PATH;
      path.push(at);
      at = next[at]!;
    }
    let length = at >= 0 && at < next.length ? lengths[at]! : 0;
    if (length === ON_PATH) throw broken();
    for (const sector of path.reverse()) lengths[sector] = ++length;
  }
  return lengths;
};

/** The sectors that are read in following the chains of all sectors, from the directory's on, that no chain before has met. */
const readsOfChains = (next: Int32Array, lengths: Int32Array, first: number, count: number): number => {
  const met = new Uint8Array(next.length);
  let reads = 0;
  for (let i = 0; i < count; i++) {
    let at = (i + Math.max(first, 0)) % count;
    if (at >= next.length || met[at]) continue;
    reads += lengths[at]!;
    for (; at >= 0 && at < next.length && !met[at]; at = next[at]!) met[at] = 1;
  }
  return reads;
};

const sum = (starts: ReadonlySet<number>, lengths: Int32Array): number => {
  let total = 0;
  for (const start of starts) total += lengths[start] ?? 0;
  return total;
};

/** Every entry but the root is linked to once at most, and nothing leads back to where it came from. */
const checkTree = (entries: readonly Entry[]): void => {
  const next = new Int32Array(entries.length).fill(-1);
  entries.forEach(({ links }, from) => {
    for (const to of links) {
      if (to <= 0 || to >= entries.length) continue;
      if (next[to] !== -1) throw broken();
      next[to] = from;
    }
  });
  chainLengths(next);
};
