import { beforeAll, describe, expect, it } from 'vitest';
import type { AuditedDocument } from '../../audit/index.js';
import { DEFAULT_READING } from '../../extractors/index.js';
import { DISTRICT, NATIONAL } from '../pipeline/filed-ledger/tables.js';
import { ABOVE, type LayoutRow, UNIT, valuesOf } from './layouts.js';
import { audited, essence, exampleDocuments, FOUND, ownRows, planted } from './planted.js';
import { PRINTINGS, setLedger } from './printed.js';
import { hasFont, SCANNINGS, scannedPdf } from './scanned.js';

let documents: readonly AuditedDocument[];
beforeAll(async () => {
  documents = await exampleDocuments();
}, 60_000);

const scanned = async (
  scanning: string,
  printing: string,
  headings: readonly string[],
  rows: readonly LayoutRow[],
) => {
  const print = PRINTINGS[printing]!;
  const pages = setLedger(ABOVE, [headings, ...rows.map(valuesOf)], [], print);
  const bytes = await scannedPdf(pages, print.size, SCANNINGS[scanning]!);
  return audited(bytes, documents, { reading: DEFAULT_READING });
};
/** Without what only says how sure it is. */
const found = (line: string): string => line.replace(/请核对$/u, '');

const SHARP = ['200 dpi，印章盖在填报单位上', 'A4横向，首页有表头，行跨页', DISTRICT] as const;
const COARSE = ['150 dpi，印章盖在表格上', 'A4横向，每页有表头', NATIONAL] as const;
/** A busy machine takes minutes for three pages. */
const TIMEOUT = 600_000;

describe.skipIf(!hasFont())('an audit of a scan of a stamped ledger', () => {
  it.each([SHARP, COARSE])(
    'finds what was planted, and calls nothing else wrong: %s, %s',
    async (...how) => {
      const { items, ledgers } = await scanned(...how, planted(documents));
      expect(ledgers.map(({ rows }) => rows)).toEqual([12]);
      expect(ledgers[0]!.unit).toContain(UNIT);
      // Every planted case is there, for sure or as a question …
      expect(items.map(essence).map(found)).toEqual(expect.arrayContaining(FOUND.map(found)));
      // … and what is said for sure was planted.
      expect(FOUND).toEqual(expect.arrayContaining(items.filter(({ certain }) => certain).map(essence)));
      expect(items.length).toBeLessThanOrEqual(FOUND.length + 1);
    },
    TIMEOUT,
  );

  it(
    'accuses nobody of a ledger that is whole and right',
    async () => {
      const { items } = await scanned(...COARSE, ownRows(documents));
      expect(items.filter(({ certain }) => certain).map(essence)).toEqual([]);
      expect(items.length).toBeLessThanOrEqual(1);
    },
    TIMEOUT,
  );
});
