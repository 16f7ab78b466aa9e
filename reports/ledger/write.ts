import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { fixZipDates } from '../zip-dates.js';
import { writeBreachesSheet } from './breaches-sheet.js';
import { writeEvidenceSheet } from './evidence-sheet.js';
import { writeFilesSheet } from './files-sheet.js';
import { writeFormSheet } from './form-sheet.js';
import type { LedgerInput } from './input.js';
import { countTotals } from './totals.js';

/** No clock in a result: the same input gives the same bytes. */
const FIXED = new Date(Date.UTC(2021, 0, 1));

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
  const partial = `${path}.partial`;
  try {
    await writeWorkbook(partial, input);
    await fixZipDates(partial);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
};

const writeWorkbook = async (path: string, input: LedgerInput): Promise<void> => {
  const totals = await countTotals(input);
  const output = createWriteStream(path);
  const failed = new Promise<never>((_, reject) => output.once('error', reject));
  const closed = new Promise<void>((resolve) => output.once('close', resolve));
  // Loaded here, since it is large and most commands write no workbook.
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: output,
    useStyles: true,
    // Inline strings: a table of shared ones would grow in memory with the folder.
    useSharedStrings: false,
  });
  Object.assign(book, {
    created: FIXED,
    modified: FIXED,
    creator: '清规',
    lastModifiedBy: '清规',
    ...(input.remark && { description: input.remark }),
    views: [WINDOW],
  });
  const write = async (): Promise<void> => {
    await writeFormSheet(book, input, totals);
    await writeEvidenceSheet(book, input);
    await writeBreachesSheet(book, input);
    await writeFilesSheet(book, input, totals);
    await book.commit();
    await closed;
  };
  try {
    await Promise.race([write(), failed]);
  } finally {
    output.destroy();
  }
};
