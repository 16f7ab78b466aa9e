import { readRtf } from '../../../extractors/rtf/read-rtf.js';
import { FileError, type ReasonCode } from '../../../model/index.js';
import { expectSound } from '../word-laws.js';

/** Why a file can not be read; what can be is sound. */
export const codeOf = async (bytes: Uint8Array): Promise<ReasonCode | 'read'> => {
  try {
    expectSound(await readRtf(bytes));
    return 'read';
  } catch (error) {
    if (error instanceof FileError) return error.reason.code;
    throw error;
  }
};
