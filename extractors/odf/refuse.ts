import { FileError, type Manuscript } from '../../model/index.js';
import { OpenDocument } from './package.js';

/** There is no reader of our own for OpenDocument sheets and slides. Throws FileError: encrypted, corrupt, unsupported. */
export const refuse = async (bytes: Uint8Array): Promise<Manuscript> => {
  await OpenDocument.open(bytes);
  throw new FileError('unsupported', 'OpenDocument 表格或演示文稿');
};
