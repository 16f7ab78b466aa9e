import { Buffer } from 'node:buffer';

/** What a rar archive says of one file or folder in it. */
export interface RarFile {
  /** As it stands there: UTF-8 in version 5; in version 4 any encoding, or null where the name stands in Unicode. */
  readonly rawName: Uint8Array | null;
  readonly isEncrypted: boolean;
  /** Of the unpacked content; null where it is not given as such. */
  readonly crc32: number | null;
  /** Its header and data in the archive. */
  readonly start: number;
  readonly end: number;
}

/** The headers of a rar archive, which stand unpacked before each file. */
export interface RarHeaders {
  /** Whether the archive is one volume of several. */
  readonly isVolume: boolean;
  /** Whether even the names are encrypted. */
  readonly isSealed: boolean;
  /** In the order of the archive, as far as they could be followed. */
  readonly files: readonly RarFile[];
  /** False where the archive breaks off. */
  readonly isWhole: boolean;
}

const SIGNATURE_4 = Buffer.from('526172211a0700', 'hex');
const SIGNATURE_5 = Buffer.from('526172211a070100', 'hex');
/** A block has at least this many bytes, so that the walk ends. */
const SMALLEST_BLOCK = 7;

/** Walks the headers of a rar archive of version 4 or 5. Never throws. */
export const readRarHeaders = (bytes: Buffer): RarHeaders => {
  if (SIGNATURE_5.equals(bytes.subarray(0, 8))) return walk(bytes, 8, blockOfVersion5);
  return walk(bytes, SIGNATURE_4.length, blockOfVersion4);
};

/** One block of an archive. */
interface Block {
  readonly end: number;
  readonly kind: 'main' | 'file' | 'sealed' | 'end' | 'other';
  readonly isVolume?: boolean;
  readonly file?: Omit<RarFile, 'start' | 'end'>;
}

/** Null where there is no whole header at the place. */
type BlockReader = (bytes: Buffer, at: number) => Block | null;

const walk = (bytes: Buffer, from: number, read: BlockReader): RarHeaders => {
  const files: RarFile[] = [];
  let isVolume = false;
  for (let at = from; at < bytes.length; ) {
    const block = read(bytes, at);
    if (!block) return { isVolume, isSealed: false, files, isWhole: false };
    if (block.kind === 'sealed') return { isVolume, isSealed: true, files, isWhole: true };
    isVolume ||= block.isVolume === true;
    if (block.kind === 'end') return { isVolume, isSealed: false, files, isWhole: true };
    if (block.file) files.push({ ...block.file, start: at, end: Math.min(block.end, bytes.length) });
    at = Math.max(block.end, at + SMALLEST_BLOCK);
    if (at > bytes.length) return { isVolume, isSealed: false, files, isWhole: false };
  }
  return { isVolume, isSealed: false, files, isWhole: true };
};

const KINDS_4: Readonly<Record<number, Block['kind']>> = { 115: 'main', 116: 'file', 123: 'end' };

const blockOfVersion4: BlockReader = (bytes, at) => {
  if (at + 7 > bytes.length) return null;
  const kind = KINDS_4[bytes[at + 2]!] ?? 'other';
  const flags = bytes.readUInt16LE(at + 3);
  const end = at + bytes.readUInt16LE(at + 5);
  if (kind === 'main') return { kind: flags & 0x80 ? 'sealed' : 'main', end, isVolume: (flags & 1) !== 0 };
  const hasData = kind === 'file' || (flags & 0x8000) !== 0;
  if (hasData && at + 11 > bytes.length) return null;
  const data = hasData ? bytes.readUInt32LE(at + 7) : 0;
  if (kind !== 'file') return { kind, end: end + data };
  if (at + 40 > bytes.length || end > bytes.length) return null;
  const high = flags & 0x100 ? bytes.readUInt32LE(at + 32) : 0;
  const nameAt = at + (flags & 0x100 ? 40 : 32);
  const isUnicode = (flags & 0x200) !== 0;
  return {
    kind,
    end: end + data + high * 0x1_0000_0000,
    // A file that goes on in another volume.
    isVolume: (flags & 3) !== 0,
    file: {
      rawName: isUnicode ? null : bytes.subarray(nameAt, nameAt + bytes.readUInt16LE(at + 26)),
      isEncrypted: (flags & 4) !== 0,
      crc32: bytes.readUInt32LE(at + 16),
    },
  };
};

const KINDS_5: Readonly<Record<number, Block['kind']>> = { 1: 'main', 2: 'file', 4: 'sealed', 5: 'end' };
const CRYPT_RECORD = 1;

const blockOfVersion5: BlockReader = (bytes, at) => {
  const header = new Cursor(bytes, at + 4);
  const size = header.number();
  const extraEnd = header.at + size;
  if (extraEnd > bytes.length || size === 0) return null;
  const kind = KINDS_5[header.number()] ?? 'other';
  const flags = header.number();
  const extra = flags & 1 ? header.number() : 0;
  const end = extraEnd + (flags & 2 ? header.number() : 0);
  if (kind === 'main') return { kind, end, isVolume: (header.number() & 1) !== 0 };
  if (kind !== 'file') return { kind, end };
  const fileFlags = header.number();
  header.number();
  header.number();
  if (fileFlags & 2) header.at += 4;
  const crc32 = fileFlags & 4 ? header.fixed() : null;
  header.number();
  header.number();
  const nameLength = header.number();
  if (header.at + nameLength > extraEnd) return null;
  return {
    kind,
    end,
    // A file that goes on in another volume.
    isVolume: (flags & 0x18) !== 0,
    file: {
      rawName: bytes.subarray(header.at, header.at + nameLength),
      isEncrypted: hasCryptRecord(bytes, extraEnd - extra, extraEnd),
      crc32,
    },
  };
};

const hasCryptRecord = (bytes: Buffer, from: number, end: number): boolean => {
  const records = new Cursor(bytes, from);
  while (records.at < end) {
    const size = records.number();
    const next = records.at + Math.max(size, 1);
    if (records.number() === CRYPT_RECORD) return true;
    records.at = next;
  }
  return false;
};

/** Numbers of variable length: seven bits a byte, the lowest first; 0 behind the end. */
class Cursor {
  at: number;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  number(): number {
    let value = 0;
    for (let factor = 1; factor < 2 ** 63; factor *= 128) {
      const byte = this.#bytes[this.at++] ?? 0;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) break;
    }
    return value;
  }

  fixed(): number | null {
    this.at += 4;
    return this.at <= this.#bytes.length ? this.#bytes.readUInt32LE(this.at - 4) : null;
  }
}
