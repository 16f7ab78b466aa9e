import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { detectFormat, extract } from '../../../extractors/index.js';
import { type FiledLedger, LEDGER_FIELDS, type LedgerForm } from '../../../model/index.js';
import { readFiledLedgers } from '../../../pipeline/index.js';
import { writeLedger } from '../../../reports/index.js';
import { installedOffice, saveAs } from '../../office.js';
import { input } from '../../reports/samples.js';
import { filedDocuments } from './documents.js';

const OFFICE = installedOffice();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saved-as-'));
});
afterAll(() => rm(folder, { recursive: true }));

const written = async (form: LedgerForm): Promise<Uint8Array> => {
  const path = join(folder, `${form}.xlsx`);
  await writeLedger(path, input({ form, date: '2021-01-19', documents: filedDocuments }));
  return new Uint8Array(await readFile(path));
};
const ledgersOf = async (bytes: Uint8Array): Promise<FiledLedger[]> =>
  readFiledLedgers(await extract(bytes, await detectFormat(bytes)));
const shown = ({ form, unit, date, rows }: FiledLedger) => ({
  form,
  unit,
  date,
  rows: rows.map(({ cells }) => LEDGER_FIELDS.map((field) => cells[field].text.replace(/\s+/gu, ''))),
});

/** From the workbook to the format, as a person would save it; a text program gets it through a page. */
const WAYS: readonly (readonly [string, (book: Uint8Array) => Promise<Uint8Array>])[] = [
  ['xls', (book) => saveAs(OFFICE!, book, 'xlsx', 'xls:MS Excel 97')],
  ['ods', (book) => saveAs(OFFICE!, book, 'xlsx', 'ods')],
  ['html', (book) => saveAs(OFFICE!, book, 'xlsx', 'html')],
  ['pdf', (book) => saveAs(OFFICE!, book, 'xlsx', 'pdf')],
  [
    'docx',
    async (book) =>
      saveAs(
        OFFICE!,
        await saveAs(OFFICE!, book, 'xlsx', 'html'),
        'html',
        'docx:MS Word 2007 XML',
        'HTML (StarWriter)',
      ),
  ],
];

describe.skipIf(!OFFICE)(
  'a ledger that the tool has written and a person has saved as another format',
  () => {
    it.each(WAYS)('comes back row by row from .%s in both forms', async (_format, save) => {
      for (const form of ['national', 'district'] as const) {
        const book = await written(form);
        const [before] = await ledgersOf(book);
        const after = await ledgersOf(await save(book));
        expect(after.map(shown)).toEqual([shown(before!)]);
      }
    });
  },
);
