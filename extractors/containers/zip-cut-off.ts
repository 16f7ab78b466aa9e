import type { Buffer } from 'node:buffer';
import { decodeName } from '../encoding.js';
import { packedFiles } from './archive-entries.js';
import type { Budget } from './budget.js';
import { Archive } from './libarchive.js';
import type { PackedEntry } from './packed-entry.js';

const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
/** The sizes stand behind the data. */
const SIZES_FOLLOW = 0x8;

/** The files of a zip archive without its directory, by the headers before each of them. Throws FileError('corrupt'). */
export async function* filesBeforeCut(bytes: Buffer, budget: Budget): AsyncGenerator<PackedEntry> {
  const names = namesInHeaders(bytes);
  yield* packedFiles(await Archive.open(bytes), budget, (index) => {
    const rawName = names[index];
    return rawName ? { path: decodeName(rawName) } : {};
  });
}

/** The names that can be found without unpacking: up to the first file whose size is not said before it. */
const namesInHeaders = (bytes: Buffer): Uint8Array[] => {
  const names: Uint8Array[] = [];
  for (let at = 0; at + LOCAL_HEADER_BYTES <= bytes.length && bytes.readUInt32LE(at) === LOCAL_HEADER; ) {
    const nameEnd = at + LOCAL_HEADER_BYTES + bytes.readUInt16LE(at + 26);
    names.push(bytes.subarray(at + LOCAL_HEADER_BYTES, nameEnd));
    if (bytes.readUInt16LE(at + 6) & SIZES_FOLLOW) break;
    at = nameEnd + bytes.readUInt16LE(at + 28) + bytes.readUInt32LE(at + 18);
  }
  return names;
};
