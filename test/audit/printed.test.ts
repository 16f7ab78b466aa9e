import { beforeAll, describe, expect, it } from 'vitest';
import type { AuditedDocument } from '../../audit/index.js';
import { DISTRICT, NATIONAL } from '../pipeline/filed-ledger/tables.js';
import { ABOVE, type LayoutRow, valuesOf } from './layouts.js';
import { audited, essence, exampleDocuments, FOUND, ownRows, planted } from './planted.js';
import { PRINTINGS, printedPdf, setLedger } from './printed.js';

let documents: readonly AuditedDocument[];
beforeAll(async () => {
  documents = await exampleDocuments();
}, 60_000);

const NOTES = ['注：1. “处置方式”栏填写保留、修订、立法、废止之一。', '填表人：张某'];
const printed = (how: string, headings: readonly string[], rows: readonly LayoutRow[]) => {
  const printing = PRINTINGS[how]!;
  return printedPdf(setLedger(ABOVE, [headings, ...rows.map(valuesOf)], NOTES, printing), printing);
};

describe.each([
  ['国家样式', NATIONAL],
  ['区县样式', DISTRICT],
])('an audit of a ledger that was printed as PDF, %s', (_form, headings) => {
  it.each(Object.keys(PRINTINGS))('finds what was planted and nothing else: %s', async (how) => {
    const { items, ledgers } = await audited(await printed(how, headings, planted(documents)), documents);
    expect(ledgers.map(({ rows }) => rows)).toEqual([12]);
    expect(items.map(essence).sort()).toEqual(FOUND);
  });

  it.each(Object.keys(PRINTINGS))('says nothing of one that is whole and right: %s', async (how) => {
    const { items } = await audited(await printed(how, headings, ownRows(documents)), documents);
    expect(items.map(essence)).toEqual([]);
  });
});
