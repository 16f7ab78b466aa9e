import { type FileHandle, open } from 'node:fs/promises';

/** 1980-01-01 00:00:00, the first moment that a zip file can name: time 0, then day 1 of month 1. */
const EPOCH = Buffer.from([0x00, 0x00, 0x21, 0x00]);
const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_TIME = 10;
const ENTRY_TIME = 12;

/**
 * Sets the time of every entry of a zip file without comment to the same fixed moment, so that the same
 * content gives the same bytes whenever it is written. Throws an Error where the file is no such zip.
 */
export const fixZipDates = async (path: string): Promise<void> => {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    const end = await readAt(file, Math.max(0, size - END_LENGTH), END_LENGTH);
    if (end.readUInt32LE(0) !== END_SIGNATURE) throw new Error(`no zip end record in ${path}`);
    const directory = await readAt(file, end.readUInt32LE(16), end.readUInt32LE(12));
    for (let at = 0; at + ENTRY_LENGTH <= directory.length; ) {
      if (directory.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new Error(`broken zip directory in ${path}`);
      EPOCH.copy(directory, at + ENTRY_TIME);
      await file.write(EPOCH, 0, EPOCH.length, directory.readUInt32LE(at + 42) + LOCAL_TIME);
      at +=
        ENTRY_LENGTH +
        directory.readUInt16LE(at + 28) +
        directory.readUInt16LE(at + 30) +
        directory.readUInt16LE(at + 32);
    }
    await file.write(directory, 0, directory.length, end.readUInt32LE(16));
  } finally {
    await file.close();
  }
};

const readAt = async (file: FileHandle, position: number, length: number): Promise<Buffer> => {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead < length) throw new Error('zip file ends early');
  return buffer;
};
