import { createWriteStream } from 'node:fs';
import type { stream } from 'exceljs';
import { writeWholeZip } from '../whole-zip.js';

/** No clock in a result: the same input gives the same bytes. */
const FIXED = new Date(Date.UTC(2021, 0, 1));

/** What every workbook says of itself. */
export const PROPERTIES = {
  created: FIXED,
  modified: FIXED,
  creator: '清规',
  lastModifiedBy: '清规',
} as const;

type Book = stream.xlsx.WorkbookWriter;

/**
 * Writes a workbook (.xlsx), its rows streamed; the file appears under its name only when it is complete. Rejects with the
 * error of the file system or of `fill`.
 *
 * @param properties beside those that every workbook has.
 * @param fill writes its sheets, each of them to the end.
 */
export const writeWorkbook = (
  path: string,
  fill: (book: Book) => void | Promise<void>,
  properties: Partial<Pick<Book, 'description' | 'views'>> = {},
): Promise<void> =>
  writeWholeZip(path, async (partial) => {
    const output = createWriteStream(partial);
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
    Object.assign(book, PROPERTIES, properties);
    const write = async (): Promise<void> => {
      await fill(book);
      await book.commit();
      await closed;
    };
    try {
      await Promise.race([write(), failed]);
    } finally {
      output.destroy();
    }
  });
