import { beforeAll, describe, expect, it } from 'vitest';
import type { AuditedDocument } from '../../audit/index.js';
import type { AuditReport } from '../../model/index.js';
import { LAYOUTS, type LayoutRow } from './layouts.js';
import { audited as auditedFile, essence, exampleDocuments, FOUND, ownRows, planted } from './planted.js';

let documents: readonly AuditedDocument[];
beforeAll(async () => {
  documents = await exampleDocuments();
}, 60_000);
const audited = async (layout: string, rows: readonly LayoutRow[], since?: string): Promise<AuditReport> =>
  auditedFile(await LAYOUTS[layout]!(rows), documents, since === undefined ? {} : { since });

describe('an audit of a filed ledger', () => {
  it.each(Object.keys(LAYOUTS))('finds what was planted in it and nothing else: %s', async (layout) => {
    const rows = planted(documents);
    const { items, ledgers, flagged } = await audited(layout, rows);
    expect(flagged).toBe(13);
    expect(ledgers.reduce((sum, each) => sum + each.rows, 0)).toBe(12);
    expect(items.map(essence).sort()).toEqual(FOUND);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it.each(Object.keys(LAYOUTS))('says nothing of one that is whole and right: %s', async (layout) => {
    expect((await audited(layout, ownRows(documents))).items).toEqual([]);
  });

  it('quotes the provision of what was left out, with its place', async () => {
    const { items } = await audited('国家样式', planted(documents));
    const omitted = items.find(({ kind }) => kind === 'omitted')!;
    expect(omitted.document!.source).toMatch(/^03 /u);
    expect(omitted.evidence[0]).toMatchObject({ provision: '第二条' });
    expect(omitted.evidence[0]!.place).not.toBe('');
  });

  it('names exactly those of every third document that was dropped', async () => {
    const own = ownRows(documents);
    const { items } = await audited(
      'Word表格',
      own.filter((_, at) => at % 3 !== 0),
    );
    expect(items.map(({ kind, document }) => `${kind} ${document!.name}`)).toEqual(
      own.filter((_, at) => at % 3 === 0).map(({ document }) => `omitted ${document}`),
    );
  });

  it('asks about what was issued after a date', async () => {
    const { items } = await audited('国家样式', ownRows(documents), '2022-01-01');
    expect(items.map(essence)).toEqual([
      'new  清水市建筑施工企业信用修复管理规定清建规20223号 请核对',
      'new  2023年社会信用体系建设工作要点清发改信用202311号 请核对',
    ]);
  });
});
