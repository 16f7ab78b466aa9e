import { label, record, sharedStrings, words, workbookStream, xlsFile } from '../../fixtures/xls.js';
import { rowsXml, xlsxBytes } from '../../fixtures/xlsx.js';
import { type FormatSamples, PLAIN, SEVERAL, TABLE } from '../sample.js';
import { encryptedPackage } from './word.js';

type Rows = readonly (readonly string[])[];

const column = (texts: readonly string[]): Rows => texts.map((text) => [text]);

const xlsx = (rows: Rows): Promise<Uint8Array> =>
  xlsxBytes({ sheets: [{ name: 'Sheet1', xml: rowsXml(rows) }] });

export const XLSX: FormatSamples = {
  name: 'xlsx',
  extension: 'xlsx',
  plain: () => xlsx(column(PLAIN)),
  table: () => xlsx(TABLE),
  numbered: { none: 'cells have no automatic numbers' },
  several: () => xlsx(column(SEVERAL)),
  empty: { make: () => xlsx([]), refused: 'no-text' },
  encrypted: { make: encryptedPackage, refused: 'encrypted' },
  truncated: ['corrupt'],
};

const xls = (rows: Rows, globals: readonly Buffer[] = []): Uint8Array => {
  const texts = rows.flat();
  let next = 0;
  const records = rows.flatMap((cells, at) => cells.map((_, index) => label(at, index, next++)));
  return xlsFile(workbookStream([{ name: 'Sheet1', records }], [...globals, sharedStrings(texts)]));
};

const XLS_ROW: Omit<FormatSamples, 'name' | 'extension'> = {
  plain: () => xls(column(PLAIN)),
  table: () => xls(TABLE),
  numbered: { none: 'cells have no automatic numbers' },
  several: () => xls(column(SEVERAL)),
  empty: { make: () => xls([]), refused: 'no-text' },
  encrypted: { make: () => xls(TABLE, [record(0x002f, words(0, 0, 0))]), refused: 'encrypted' },
  truncated: ['corrupt', 'whole'],
};

export const XLS: FormatSamples = { name: 'xls', extension: 'xls', ...XLS_ROW };
/** Kingsoft Spreadsheets writes the structure of Excel. */
export const ET: FormatSamples = { name: 'et', extension: 'et', ...XLS_ROW };
