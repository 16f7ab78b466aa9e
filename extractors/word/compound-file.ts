import { Buffer } from 'node:buffer';
import { find, parse } from 'cfb';
import { FileError } from '../../model/index.js';
import { checkCompoundFile } from '../package/compound-check.js';

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const isCompoundFile = (bytes: Uint8Array): boolean => MAGIC.every((byte, index) => bytes[index] === byte);

/** The streams of an OLE compound file, the container of .doc and of password-protected .docx. */
export interface CompoundFile {
  /** The bytes of a stream below the root, or undefined. */
  stream(name: string): Buffer | undefined;
}

/** Opens a compound file. Throws FileError('corrupt') where it is none or its sector chains are broken. */
export const openCompoundFile = (bytes: Uint8Array): CompoundFile => {
  if (!isCompoundFile(bytes)) throw new FileError('corrupt', '不是 Word 97-2003 文档的结构');
  checkCompoundFile(bytes);
  try {
    const container = parse(bytes);
    return {
      stream(name) {
        const entry = find(container, `/${name}`);
        return entry?.content ? Buffer.from(entry.content) : undefined;
      },
    };
  } catch (error) {
    throw new FileError('corrupt', '文件内部结构不完整', { cause: error });
  }
};

/** Whether the bytes are an Office Open XML file behind a password (MS-OFFCRYPTO 2.3.4.4). */
export const isEncryptedPackage = (bytes: Uint8Array): boolean =>
  isCompoundFile(bytes) && openCompoundFile(bytes).stream('EncryptedPackage') !== undefined;
