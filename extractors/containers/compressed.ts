import { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { FileError } from '../../model/index.js';
import { decodeName } from '../encoding.js';
import { ByteSource, piecesOf } from './byte-source.js';
import { Archive } from './libarchive.js';
import type { ContainerReader, PackedEntry, ReaderContext } from './packed-entry.js';
import { tarFiles } from './tar.js';
import { isTarHeader, TAR_BLOCK, untilNul } from './tar-header.js';

/** One compressed file, or the files of a compressed tar archive. Throws FileError('corrupt') where it breaks off. */
export const readGzip: ContainerReader = (bytes, context) =>
  compressedFiles(gunzipped(bytes), gzipName(bytes) ?? context.name, context, gzipSize(bytes));

/** As readGzip. */
export const readBzip2: ContainerReader = (bytes, context) =>
  compressedFiles(byLibarchive(bytes, TAR_IN_BZIP2), context.name, context);

/** As readGzip. */
export const readXz: ContainerReader = (bytes, context) => {
  if (!hasXzFooter(bytes)) throw new FileError('corrupt', '压缩包不完整，可能没有下载完整');
  return compressedFiles(byLibarchive(bytes, TAR_IN_XZ), context.name, context);
};

async function* compressedFiles(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
  { budget }: ReaderContext,
  stated = 0,
): AsyncGenerator<PackedEntry> {
  const source = new ByteSource(pieces, budget);
  if (isTarHeader(await source.peek(TAR_BLOCK))) yield* tarFiles(source, budget);
  else {
    budget.countEntry();
    yield {
      path: innerName(name),
      kind: 'file',
      // Wrong where bytes follow the stream, so that nothing is refused for it.
      declaredBytes: Math.min(stated, budget.limits.bytes),
      content: () => source.read(Number.POSITIVE_INFINITY),
    };
  }
}

/** 通知.docx of 内层.zip/通知.docx.gz. */
const innerName = (name: string): string =>
  name.replace(/^.*[\\/]/, '').replace(/\.(?:gz|gzip|bz2|bzip2|xz)$/i, '') || 'content';

async function* gunzipped(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  try {
    yield* Readable.from(piecesOf(bytes)).pipe(createGunzip());
  } catch (error) {
    if (error instanceof FileError) throw error;
    throw new FileError('corrupt', '', { cause: error });
  }
}

const HAS_EXTRA = 0x04;
const HAS_NAME = 0x08;

/** The name of the file before it was packed (RFC 1952, 2.3.1). */
const gzipName = (bytes: Uint8Array): string | null => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < 12 || !(buffer[3]! & HAS_NAME)) return null;
  const at = buffer[3]! & HAS_EXTRA ? 12 + buffer.readUInt16LE(10) : 10;
  return decodeName(untilNul(buffer.subarray(at, at + 1024))) || null;
};

/** The last four bytes say how much was packed (RFC 1952, 2.3.1). */
const gzipSize = (bytes: Uint8Array): number =>
  bytes.length < 18
    ? 0
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).readUInt32LE(bytes.length - 4);

/**
 * libarchive takes compressed streams for the wrapping of an archive only. Before the stream goes the header of a tar
 * archive with one file of 2^50 bytes, compressed alike: streams that follow one another are one stream in these formats,
 * so the content is that file, and the archive "breaks off" where the stream ends.
 */
const TAR_IN_BZIP2 = Buffer.from(
  'QlpoMTFBWSZTWS+sNhIAACDbwNyAQABXAAAA6AAeAEAACAAgAFRQZBpo0NqCU0U9RiNqAe6PzYcGx0rXmSEOJLDsOgKc3UZq6ipbweAFYfF3JFOFCQL6w2Eg',
  'base64',
);
const TAR_IN_XZ = Buffer.from(
  '/Td6WFoAAAFpIt42AgAhAQwAAACPmEGc4AH/ADFdADGAM1AYaImC7aeAafiaSZvjyimRJR5qPQIaBEP4v6qYCDfcN/oxlo730GMO592D6wAAAAAAlN7zigABSYAEAAAAvKiG1T4wDYsCAAAAAAFZWg==',
  'base64',
);
const TAR_FILE_BYTES = 2 ** 50;

async function* byLibarchive(bytes: Uint8Array, tarHeader: Buffer): AsyncGenerator<Uint8Array> {
  const archive = await Archive.open(tarHeader, bytes);
  archive.next();
  yield* archive.contentToEnd(TAR_FILE_BYTES);
}

/** A stream ends in YZ, and zeros may follow it (xz file format, 2.1.2 and 2.2); without it libarchive ends silently. */
const hasXzFooter = (bytes: Uint8Array): boolean => {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return bytes[end - 2] === 0x59 && bytes[end - 1] === 0x5a;
};
