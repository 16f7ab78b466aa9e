import { Buffer } from 'node:buffer';
import { FileError } from '../../model/index.js';
import { packedFiles } from './archive-entries.js';
import { Archive } from './libarchive.js';
import { type ContainerReader, VOLUME } from './packed-entry.js';

const START_HEADER_BYTES = 32;

/**
 * The files of a 7z archive. Throws FileError: encrypted where even the names are; corrupt; unsupported for one volume
 * of several.
 */
export const readSevenZip: ContainerReader = async function* (bytes, { budget, name }) {
  if (isCutOff(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))
    throw /\.\d{3,}$/.test(name)
      ? new FileError('unsupported', VOLUME)
      : new FileError('corrupt', '压缩包不完整，可能没有下载完整，或是分卷压缩包的一卷');
  yield* packedFiles(await Archive.open(bytes), budget);
};

/** The header stands at the end, and the beginning says where. */
const isCutOff = (bytes: Buffer): boolean => {
  if (bytes.length < START_HEADER_BYTES) return true;
  const end = bytes.readBigUInt64LE(12) + bytes.readBigUInt64LE(20);
  return BigInt(START_HEADER_BYTES) + end > BigInt(bytes.length);
};
