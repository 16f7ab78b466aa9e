import { Buffer } from 'node:buffer';
import { FileError } from '../../model/index.js';
import { decodeName } from '../encoding.js';
import { packedFiles } from './archive-entries.js';
import type { Budget } from './budget.js';
import { Archive } from './libarchive.js';
import { type ContainerReader, type PackedEntry, VOLUME } from './packed-entry.js';
import { type RarFile, type RarHeaders, readRarHeaders } from './rar-headers.js';

/**
 * Stands behind a whole archive. Where a document that is a zip was stored at the end, libarchive would find the zip's
 * end within the last 16 KB and read that zip instead of the archive.
 */
const BEHIND = Buffer.alloc(32 * 1024);
const NOTHING = Buffer.alloc(0);

/**
 * The files of a rar archive of version 4 or 5, the encrypted ones of version 5 first. libarchive unpacks; what it does
 * not tell is read from the headers: names in GBK, checksums, where the archive breaks off, and encrypted files, at
 * which it would end. Throws FileError: encrypted where even the names are; corrupt; unsupported for one volume of several.
 */
export const readRar: ContainerReader = async function* (bytes, { budget }) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headers = readRarHeaders(buffer);
  if (headers.isSealed) throw new FileError('encrypted');
  if (headers.isVolume) throw new FileError('unsupported', VOLUME);
  const sealed = headers.files.filter(isSealedFile);
  for (const file of sealed) yield sealedFile(file, budget);
  const open = headers.files.filter((file) => !isSealedFile(file));
  let given = 0;
  if (open.length > 0 || !headers.isWhole) {
    const archive = await Archive.open(...without(sealed, buffer), headers.isWhole ? BEHIND : NOTHING);
    yield* packedFiles(archive, budget, (index) => {
      given++;
      return factsOf(open[index]);
    });
  }
  if (!isComplete(headers, given, open.length)) throw new FileError('corrupt', '压缩包不完整');
};

/** Files of version 4 have their names decoded by libarchive, which passes over what is encrypted. */
const isSealedFile = (file: RarFile): boolean => file.isEncrypted && file.rawName !== null;

const sealedFile = (file: RarFile, budget: Budget): PackedEntry => {
  budget.countEntry();
  return {
    path: decodeName(file.rawName ?? new Uint8Array()),
    kind: 'file',
    declaredBytes: 0,
    content() {
      throw new FileError('encrypted');
    },
  };
};

const factsOf = (file: RarFile | undefined): { path?: string; crc32: number | null } => ({
  ...(file?.rawName ? { path: decodeName(file.rawName) } : {}),
  crc32: file?.crc32 ?? null,
});

/** The archive around some of its files. */
const without = (files: readonly RarFile[], bytes: Buffer): Buffer[] => {
  const parts: Buffer[] = [];
  let at = 0;
  for (const { start, end } of files) {
    parts.push(bytes.subarray(at, start));
    at = end;
  }
  return [...parts, bytes.subarray(at)];
};

const isComplete = ({ isWhole }: RarHeaders, given: number, expected: number): boolean =>
  isWhole && given >= expected;
