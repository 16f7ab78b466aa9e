import { Buffer } from 'node:buffer';
import type { Entry } from 'yauzl';
import { Archive } from './libarchive.js';

/** Name and flags of the one entry; of the entry's own flags those stay that belong to its method (APPNOTE 4.4.4). */
const NAME = Buffer.from('x');
const METHOD_FLAGS = 0b110;

/**
 * Unpacks an entry whose method yauzl does not have (bzip2, LZMA, xz, PPMd), through libarchive and as an archive of
 * its own, so that the other entries need not be read. Throws FileError: unsupported for Deflate64 and others, corrupt.
 */
export async function* unpackByLibarchive(entry: Entry, packed: Buffer): AsyncGenerator<Buffer> {
  const archive = await Archive.open(...archiveOf(entry, packed));
  archive.next();
  for (const piece of archive.content()) yield Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
}

const archiveOf = (entry: Entry, packed: Buffer): Buffer[] => {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(entry.versionNeededToExtract, 0);
  fields.writeUInt16LE(entry.generalPurposeBitFlag & METHOD_FLAGS, 2);
  fields.writeUInt16LE(entry.compressionMethod, 4);
  fields.writeUInt32LE(entry.crc32, 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(Math.min(entry.uncompressedSize, 0xffffffff), 18);
  fields.writeUInt16LE(NAME.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, NAME]);
  const directory = Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), fields, Buffer.alloc(14), NAME]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return [local, packed, directory, end];
};
