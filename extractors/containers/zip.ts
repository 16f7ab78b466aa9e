import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { FileError } from '../../model/index.js';
import { namesEncoding, zipEntryName } from '../package/zip-name.js';
import type { Budget } from './budget.js';
import { type ContainerReader, type PackedEntry, type ReaderContext, VOLUME } from './packed-entry.js';
import { filesBeforeCut } from './zip-cut-off.js';
import { unpackByLibarchive } from './zip-methods.js';

/** Systems that write modes of Unix into a zip: Unix and Darwin (APPNOTE 4.4.2). */
const UNIX_MAKERS = new Set([3, 19]);
const LOCAL_HEADER_BYTES = 30;

/**
 * The files of a zip archive, in the order of its directory, or, where it was cut off, those before the cut. Names are
 * UTF-8 or GBK, whatever their flag says.
 * Throws FileError: corrupt; unsupported for one volume of several; ratio where files share their data.
 */
export const readZip: ContainerReader = async function* (bytes, context) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await openZip(buffer);
  if (zip) yield* filesOf(zip, buffer, context);
  else {
    yield* filesBeforeCut(buffer, context.budget);
    throw new FileError('corrupt', '压缩包不完整，可能没有下载完整');
  }
};

async function* filesOf(zip: ZipFile, buffer: Buffer, context: ReaderContext): AsyncGenerator<PackedEntry> {
  const { entries, failure } = await readDirectory(zip, context);
  if (isOverlapping(entries, buffer)) throw new FileError('ratio', '多个文件共用同一段数据');
  const encoding = namesEncoding(entries);
  for (const entry of entries) {
    const path = zipEntryName(entry, encoding);
    const kind = kindOf(entry, path);
    if (kind !== 'folder') yield packedFile(zip, entry, path, kind, context.budget);
  }
  if (failure !== undefined) throw failure;
}

/** Null where there is no directory at the end. */
const openZip = async (buffer: Buffer): Promise<ZipFile | null> => {
  try {
    return await fromBufferPromise(untilEnd(buffer), { decodeStrings: false, validateEntrySizes: false });
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('multi-disk'))) return null;
    throw new FileError('unsupported', VOLUME, { cause: error });
  }
};

/** Without what a download or a mail has left behind the end (APPNOTE 4.3.16). */
const untilEnd = (buffer: Buffer): Buffer => {
  const at = buffer.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (at < 0 || at + 22 > buffer.length) return buffer;
  return buffer.subarray(0, at + 22 + buffer.readUInt16LE(at + 20));
};

/** What the directory lists before it ends, breaks or reaches the limit, and how it failed. */
const readDirectory = async (
  zip: ZipFile,
  { budget }: ReaderContext,
): Promise<{ entries: readonly Entry[]; failure?: FileError }> => {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      budget.countEntry();
      entries.push(entry);
    }
    return { entries };
  } catch (error) {
    if (error instanceof FileError) return { entries, failure: error };
    return { entries, failure: new FileError('corrupt', '压缩包的目录已损坏', { cause: error }) };
  }
};

/** Whether files share bytes of the archive, as only those do that are made to unpack to far more than they are. */
const isOverlapping = (entries: readonly Entry[], buffer: Buffer): boolean => {
  const ranges = entries
    .map((entry) => ({ start: entry.relativeOffsetOfLocalHeader, end: endOf(entry, buffer) }))
    .sort((a, b) => a.start - b.start);
  return ranges.some(({ start }, i) => i > 0 && start < ranges[i - 1]!.end);
};

const endOf = ({ relativeOffsetOfLocalHeader: start, compressedSize }: Entry, buffer: Buffer): number => {
  if (start + LOCAL_HEADER_BYTES > buffer.length) return start + LOCAL_HEADER_BYTES;
  const names = buffer.readUInt16LE(start + 26) + buffer.readUInt16LE(start + 28);
  return start + LOCAL_HEADER_BYTES + names + compressedSize;
};

const kindOf = (entry: Entry, path: string): PackedEntry['kind'] | 'folder' => {
  const type = UNIX_MAKERS.has(entry.versionMadeBy >> 8)
    ? (entry.externalFileAttributes >>> 16) & 0o170000
    : 0;
  if (type === 0o120000) return 'link';
  if (type === 0o040000 || /[\\/]$/.test(path)) return 'folder';
  return type === 0 || type === 0o100000 ? 'file' : 'special';
};

const packedFile = (
  zip: ZipFile,
  entry: Entry,
  path: string,
  kind: PackedEntry['kind'],
  budget: Budget,
): PackedEntry => ({
  path,
  kind,
  declaredBytes: entry.uncompressedSize,
  async *content() {
    if (entry.isEncrypted()) throw new FileError('encrypted');
    let checksum = 0;
    try {
      for await (const chunk of unpacked(zip, entry)) {
        budget.countBytes(chunk.length);
        checksum = crc32(chunk, checksum);
        yield chunk;
      }
    } catch (error) {
      if (error instanceof FileError) throw error;
      throw new FileError('corrupt', '', { cause: error });
    }
    if (checksum !== entry.crc32) throw new FileError('corrupt', '校验和不符');
  },
});

async function* unpacked(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.canDecodeFileData()) yield* await zip.openReadStreamPromise(entry);
  else {
    const packed: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry, { decodeFileData: false }))
      packed.push(chunk as Buffer);
    yield* unpackByLibarchive(entry, Buffer.concat(packed));
  }
}
