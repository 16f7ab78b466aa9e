import { writeBreachesSheet } from './breaches-sheet.js';
import { writeEvidenceSheet } from './evidence-sheet.js';
import { writeFilesSheet } from './files-sheet.js';
import { writeFormSheet } from './form-sheet.js';
import type { LedgerInput } from './input.js';
import { countTotals } from './totals.js';
import { writeWorkbook } from './workbook.js';

/** Opens on the form. */
const WINDOW = {
  x: 0,
  y: 0,
  width: 24_000,
  height: 14_000,
  firstSheet: 0,
  activeTab: 0,
  visibility: 'visible',
};

/**
 * Writes 台账.xlsx: the official form, the evidence, the breaches, the list of files. Rows are streamed; documents are gone
 * through six times, files twice. The file appears under its name only when it is complete. Rejects with
 * the error of the file system, of the given passes, or RangeError for a date that is not ISO.
 */
export const writeLedger = async (path: string, input: LedgerInput): Promise<void> => {
  const totals = await countTotals(input);
  await writeWorkbook(
    path,
    async (book) => {
      await writeFormSheet(book, input, totals);
      await writeEvidenceSheet(book, input);
      await writeBreachesSheet(book, input);
      await writeFilesSheet(book, input, totals);
    },
    { ...(input.remark && { description: input.remark }), views: [WINDOW] },
  );
};
