import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import type { Entry } from 'yauzl';
import { decodeName, decodeText } from '../encoding.js';

/** Info-ZIP's field with the name in UTF-8 beside one in another encoding (APPNOTE 4.6.9). */
const UNICODE_PATH = 0x7075;
const UTF8_FLAG = 0x800;

/** The encoding that the names without a declared one have in common; undefined where there are none. */
export const namesEncoding = (entries: readonly Entry[]): string | undefined => {
  const undeclared = entries.filter((entry) => declaredName(entry) === null);
  if (undeclared.length === 0) return undefined;
  return decodeText(Buffer.concat(undeclared.flatMap(({ fileNameRaw }) => [fileNameRaw, LINE_END]))).encoding;
};

const LINE_END = Buffer.from('\n');

/** An entry's name as it was meant: declared UTF-8 where that holds, else UTF-8, GBK or Big5 by its bytes. */
export const zipEntryName = (entry: Entry, encoding?: string): string =>
  declaredName(entry) ?? decodeName(entry.fileNameRaw, encoding);

const declaredName = ({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string | null => {
  for (const { id, data } of extraFields)
    if (
      id === UNICODE_PATH &&
      data.length > 5 &&
      data[0] === 1 &&
      data.readUInt32LE(1) === crc32(fileNameRaw)
    )
      return strictUtf8(data.subarray(5));
  return generalPurposeBitFlag & UTF8_FLAG ? strictUtf8(fileNameRaw) : null;
};

/** Null where the bytes are none: the flag is set by programs that write GBK, too. */
const strictUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};
