import { beforeAll, describe, expect, it } from 'vitest';
import type { AuditedDocument } from '../../audit/index.js';
import { installedOffice, saveAs } from '../office.js';
import { CARRIERS } from './carriers.js';
import { LAYOUTS } from './layouts.js';
import { audited, essence, exampleDocuments, FOUND, planted } from './planted.js';
import { VARIANTS } from './variants.js';

const OFFICE = installedOffice();
let documents: readonly AuditedDocument[];
beforeAll(async () => {
  documents = await exampleDocuments();
}, 60_000);

const variant = (name: string, carrier: string) => () =>
  CARRIERS[carrier]!(VARIANTS[name]!.sheets(planted(documents)));
const layout = (name: string) => () => LAYOUTS[name]!(planted(documents));

/** A ledger, and what a person saves it as. */
const WAYS: readonly (readonly [string, string, string, () => Promise<Uint8Array>])[] = [
  ['Word表格', 'docx', 'pdf', layout('Word表格')],
  ['Word表格', 'docx', 'doc:MS Word 97', layout('Word表格')],
  ['Word表格', 'docx', 'rtf', layout('Word表格')],
  ['两行表头依据合并', 'docx', 'pdf', variant('两行表头依据合并', 'docx')],
  ['每条一行且文件名称合并', 'docx', 'pdf', variant('每条一行且文件名称合并', 'docx')],
  ['两行表头依据合并', 'xlsx', 'xls:MS Excel 97', variant('两行表头依据合并', 'xlsx')],
  ['分组行和合计', 'xlsx', 'xls:MS Excel 97', variant('分组行和合计', 'xlsx')],
];

describe.skipIf(!OFFICE)('an audit of a ledger that LibreOffice has saved', () => {
  it.each(WAYS)('finds what was planted and nothing else: %s, .%s as %s', async (_name, from, to, make) => {
    const bytes = await saveAs(OFFICE!, await make(), from, to);
    expect((await audited(bytes, documents)).items.map(essence).sort()).toEqual(FOUND);
  });
});
