import cfb from 'cfb';
import type { FileFormat } from '../../model/index.js';
import { checkCompoundFile } from '../package/compound-check.js';

/** Streams at the top of a compound file, and what they make it. Order decides where several stand side by side. */
const STREAMS: readonly (readonly [RegExp, FileFormat])[] = [
  // An encrypted OOXML package ([MS-OFFCRYPTO] 2.3.4): its extractor says that it needs a password.
  [/^EncryptedPackage$/i, 'docx'],
  [/^WordDocument$/i, 'doc'],
  [/^(?:Workbook|Book)$/i, 'xls'],
  [/^PowerPoint Document$/i, 'ppt'],
  [/^__properties_version1\.0$/i, 'msg'],
  [/^(?:MatOST|WPSDocument|WpsContent)$/i, 'wps'],
];

/** Which document an OLE compound file is; 'unknown' for installers, drawings and the like. */
export const compoundFormat = (buffer: Buffer): FileFormat => {
  const names = topLevelNames(buffer);
  for (const [name, format] of STREAMS) if (names.some((found) => name.test(found))) return format;
  return 'unknown';
};

const topLevelNames = (buffer: Buffer): string[] => {
  try {
    checkCompoundFile(buffer);
    return cfb
      .read(buffer, { type: 'buffer' })
      .FullPaths.map((path) => path.split('/').filter(Boolean))
      .flatMap((parts) => (parts.length === 2 ? [parts[1]!] : []));
  } catch {
    return namesInDirectoryEntries(buffer);
  }
};

/** A damaged file may still hold its directory: entries of 128 bytes, name in UTF-16 first ([MS-CFB] 2.6.1). */
const namesInDirectoryEntries = (buffer: Buffer): string[] => {
  const names: string[] = [];
  for (let at = 512; at + 128 <= buffer.length; at += 128) {
    const length = buffer.readUInt16LE(at + 64);
    const type = buffer[at + 66]!;
    if (length < 4 || length > 64 || length % 2 !== 0 || (type !== 1 && type !== 2)) continue;
    const name = buffer.toString('utf16le', at, at + length - 2);
    if (/^[\x20-\x7e]+$/.test(name)) names.push(name);
  }
  return names;
};
