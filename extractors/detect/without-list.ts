import { Buffer } from 'node:buffer';
import { parse } from 'cfb';
import { checkCompoundFile } from '../package/compound-check.js';

const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const END_OF_ZIP = Buffer.from('PK\x05\x06', 'latin1');

/**
 * Whether a container has lost the list of what is in it, so that nobody can say what document it was: it was cut off
 * before it, or the list leads in circles. Never throws.
 */
export const isWithoutList = (bytes: Uint8Array): boolean => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, ZIP.length).equals(ZIP)) return !buffer.includes(END_OF_ZIP);
  if (!buffer.subarray(0, COMPOUND.length).equals(COMPOUND)) return false;
  try {
    checkCompoundFile(buffer);
    parse(buffer);
    return false;
  } catch {
    return true;
  }
};
