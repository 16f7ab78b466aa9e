import { rename, rm } from 'node:fs/promises';
import { fixZipDates } from './zip-dates.js';

/**
 * Writes a zip file, such as .docx or .xlsx, that appears under its name only when it is complete; the same content gives the
 * same bytes whenever it is written.
 *
 * @param write writes it to the path given to it. What it throws is thrown here.
 */
export const writeWholeZip = async (
  path: string,
  write: (partial: string) => Promise<void>,
): Promise<void> => {
  const partial = `${path}.partial`;
  try {
    await write(partial);
    await fixZipDates(partial);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
};
