import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type AuditedDocument, auditedDocuments, compareLedgers } from '../../audit/index.js';
import { detectFormat, extract } from '../../extractors/index.js';
import type { AuditItem, AuditReport } from '../../model/index.js';
import { analyse } from '../../pipeline/analyse.js';
import { readFiledLedgers } from '../../pipeline/index.js';
import { WITHOUT_OCR } from '../reading.js';
import { LAYOUTS, type LayoutRow } from './layouts.js';

const EXAMPLES = 'corpus/examples';
const documents: AuditedDocument[] = [];
beforeAll(async () => {
  // The fifteenth is a scan without any measure.
  for (const name of readdirSync(EXAMPLES).sort().slice(0, 14)) {
    const bytes = readFileSync(join(EXAMPLES, name));
    const manuscript = await extract(bytes, await detectFormat(bytes), WITHOUT_OCR);
    documents.push(...auditedDocuments(name, analyse(manuscript)));
  }
});

const audited = async (layout: string, rows: readonly LayoutRow[], since?: string): Promise<AuditReport> => {
  const bytes = await LAYOUTS[layout]!(rows);
  const ledgers = readFiledLedgers(await extract(bytes, await detectFormat(bytes)));
  return compareLedgers({
    ledgers: ledgers.map((ledger) => ({ source: '台账', ledger })),
    documents,
    unread: 0,
    units: [],
    ...(since && { since }),
  });
};

const ownRows = (): LayoutRow[] => documents.flatMap(({ row }) => row ?? []);
const essence = ({ kind, column, row, document, certain }: AuditItem): string =>
  [
    kind,
    column ?? '',
    (document?.name ?? row!.document).replace(/[《》〔〕[\]]/gu, ''),
    certain ? '' : '请核对',
  ].join(' ');

/** What is done to a ledger that the tool itself would have drafted, by document, and what an audit has to say of it. */
const CHANGES: Readonly<Record<string, Partial<LayoutRow>>> = {
  清水市交通运输局关于加强交通运输信用管理的通知: { punishment: '否' },
  青岭区生活垃圾分类管理办法: { blacklist: '否', punishment: '是' },
  青岭区城市管理局关于规范户外广告设置秩序的通知: { nationalBasis: '是', basisContent: '国家有规定' },
  青岭区交通运输局关于加强交通运输信用管理的通知: {
    localBasis: '是',
    basisContent: '《云川省社会信用条例》第二十一条',
  },
  青岭区个人信用信息积分管理办法: { disposal: '保留' },
  清水市市场监督管理局关于落实食品生产经营者信用档案制度的通知: { nationalBasis: '否' },
  清水市政府采购供应商管理暂行办法: { disclosure: '' },
};
const DROPPED = ['清水市个人信用信息管理办法', '清水市劳务市场诚信管理办法'];
const STRANGER = '《清水市公园开放时间表》（清政发〔2016〕2号）';
const FOUND = [
  // A statute that the document does not cite has not been checked.
  'basis localBasis 青岭区交通运输局关于加强交通运输信用管理的通知（青交202012号） 请核对',
  'basis nationalBasis 青岭区城市管理局关于规范户外广告设置秩序的通知（青城管201822号） ',
  'cell blacklist 青岭区生活垃圾分类管理办法（青政规20195号） ',
  // Emptied.
  'cell disclosure 清水市政府采购供应商管理暂行办法（清财采202015号） ',
  'cell nationalBasis 清水市市场监督管理局关于落实食品生产经营者信用档案制度的通知（清市监食20218号） ',
  'cell punishment 清水市交通运输局关于加强交通运输信用管理的通知（清交发201936号） ',
  // What the tool has not found may be there.
  'cell punishment 青岭区生活垃圾分类管理办法（青政规20195号） 请核对',
  'kept-in-breach disposal 青岭区个人信用信息积分管理办法 ',
  'not-handed-in document 清水市公园开放时间表（清政发20162号） ',
  'omitted  清水市个人信用信息管理办法 ',
  'omitted  清水市劳务市场诚信管理办法（清政办发201764号） ',
];

const planted = (): LayoutRow[] => {
  const rows = ownRows()
    .filter(({ document }) => !DROPPED.some((title) => document.startsWith(`《${title}》`)))
    .map((row) => ({
      ...row,
      ...Object.entries(CHANGES).find(([title]) => row.document.startsWith(`《${title}》`))?.[1],
    }));
  return [...rows, { ...rows[0]!, document: STRANGER }];
};

describe('an audit of a filed ledger', () => {
  it.each(Object.keys(LAYOUTS))('finds what was planted in it and nothing else: %s', async (layout) => {
    const rows = planted();
    const { items, ledgers, flagged } = await audited(layout, rows);
    expect(flagged).toBe(13);
    expect(ledgers.reduce((sum, each) => sum + each.rows, 0)).toBe(12);
    expect(items.map(essence).sort()).toEqual(FOUND);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it.each(Object.keys(LAYOUTS))('says nothing of one that is whole and right: %s', async (layout) => {
    expect((await audited(layout, ownRows())).items).toEqual([]);
  });

  it('quotes the provision of what was left out, with its place', async () => {
    const { items } = await audited('国家样式', planted());
    const omitted = items.find(({ kind }) => kind === 'omitted')!;
    expect(omitted.document!.source).toMatch(/^03 /u);
    expect(omitted.evidence[0]).toMatchObject({ provision: '第二条' });
    expect(omitted.evidence[0]!.place).not.toBe('');
  });

  it('names exactly those of every third document that was dropped', async () => {
    const own = ownRows();
    const { items } = await audited(
      'Word表格',
      own.filter((_, at) => at % 3 !== 0),
    );
    expect(items.map(({ kind, document }) => `${kind} ${document!.name}`)).toEqual(
      own.filter((_, at) => at % 3 === 0).map(({ document }) => `omitted ${document}`),
    );
  });

  it('asks about what was issued after a date', async () => {
    const { items } = await audited('国家样式', ownRows(), '2022-01-01');
    expect(items.map(essence)).toEqual([
      'new  清水市建筑施工企业信用修复管理规定（清建规20223号） 请核对',
      'new  2023年社会信用体系建设工作要点（清发改信用202311号） 请核对',
    ]);
  });
});
