import { readXlsx } from '../../../extractors/xlsx/read-xlsx.js';
import { FileError, type Manuscript, type ReasonCode } from '../../../model/index.js';
import { type WorkbookParts, xlsxBytes } from '../../fixtures/xlsx.js';
import { expectSound } from '../word-laws.js';

/** What is read from a workbook of these parts, found to be sound. */
export const read = async (parts: WorkbookParts): Promise<Manuscript> => {
  const manuscript = await readXlsx(await xlsxBytes(parts));
  expectSound(manuscript);
  return manuscript;
};

/** Why a workbook can not be read. */
export const codeOf = async (bytes: Uint8Array): Promise<ReasonCode | 'read'> => {
  try {
    await readXlsx(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof FileError) return error.reason.code;
    throw error;
  }
};

/** A workbook with one sheet. */
export const one = (xml: string, more: Partial<WorkbookParts> = {}): WorkbookParts => ({
  sheets: [{ name: 'Sheet1', xml }],
  ...more,
});
