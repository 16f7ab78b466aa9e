import { FileError, type Manuscript } from '../model/index.js';
import { openCompoundFile } from './word/compound-file.js';

/** CurrentUserAtom.headerToken of an encrypted presentation (MS-PPT 2.3.2). */
const ENCRYPTED = 0xf3d1c4df;
const TOKEN_AT = 12;

/** There is no reader of our own for PowerPoint 97-2003. Throws FileError: encrypted, corrupt, unsupported. */
export const refusePpt = async (bytes: Uint8Array): Promise<Manuscript> => {
  const user = openCompoundFile(bytes).stream('Current User');
  if (user && user.length >= TOKEN_AT + 4 && user.readUInt32LE(TOKEN_AT) === ENCRYPTED)
    throw new FileError('encrypted');
  throw new FileError('unsupported', 'PowerPoint 97-2003 演示文稿');
};
