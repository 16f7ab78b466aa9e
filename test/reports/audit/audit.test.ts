import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { detectFormat, extract } from '../../../extractors/index.js';
import type { AuditItem, AuditReport } from '../../../model/index.js';
import { auditText, writeAuditLetter, writeAuditWorkbook } from '../../../reports/index.js';

const item = (change: Partial<AuditItem> = {}): AuditItem => ({
  id: 'a1b2c3d4e5f6',
  kind: 'omitted',
  certain: true,
  unit: '清水市水务局',
  row: null,
  column: null,
  document: { name: '《清水市节约用水办法》（清水发〔2019〕4号）', source: '水务/节水.docx' },
  said: '',
  found: '涉及“黑名单”认定',
  evidence: [{ provision: '第八条', place: '第2页第9段', text: '浪费用水的，列入“黑名单”' }],
  reason: '该文件涉及“黑名单”认定，台账中没有',
  ...change,
});
const row = { ledger: '台账.xlsx', index: 2, number: '5', document: '=1+1《清水市供水办法》' };
const items = [
  item(),
  item({
    id: 'b',
    kind: 'cell',
    row,
    column: 'punishment',
    said: '否',
    found: '是',
    reason: '台账填“否”，而第三条涉及',
  }),
  item({
    id: 'c',
    kind: 'cell',
    certain: false,
    row,
    column: 'blacklist',
    said: '是',
    evidence: [],
    reason: '请核对',
  }),
  item({
    id: 'd',
    kind: 'not-handed-in',
    unit: '清水市园林局',
    row,
    column: 'document',
    document: null,
    reason: '没有该文件\u001b[2J',
  }),
];
const report: AuditReport = {
  ledgers: [
    { source: '台账.xlsx', unit: '清水市水务局', date: '2021-01-19', rows: 2, empty: ['phone'] },
    { source: '园林.docx', unit: '清水市园林局', date: null, rows: 1, empty: [] },
  ],
  documents: 9,
  flagged: 3,
  unread: 1,
  since: null,
  units: [],
  issuer: '',
  matches: [
    {
      rows: [row],
      document: { name: '《清水市供水办法》', source: '供水.docx' },
      by: 'title',
      differs: '台账未写文号',
    },
  ],
  items,
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audit-'));
});
afterAll(() => rm(folder, { recursive: true }));

const letterText = async (given: AuditReport, date?: string): Promise<string> => {
  const path = join(folder, '反馈意见.docx');
  await writeAuditLetter(path, given, date);
  const bytes = await readFile(path);
  return (await extract(bytes, await detectFormat(bytes))).text;
};

describe('the report of an audit', () => {
  it('says on the screen what was compared and each item once, in numbers that add up', () => {
    const text = auditText(report);
    expect(text).toContain(
      '核对台账2份，共3行；所据文件中有公文9件，其中涉及失信约束措施的3件，另有1个文件未能读取',
    );
    expect(text).toContain('台账中1行与文件对应，2行没有对应的文件或者不能确定。');
    expect(text).toContain('共4项：发现问题3项，请核对1项。');
    expect(text).toContain('所填与梳理结果不一致1项，另有1项请核对');
    const counted = [...text.matchAll(/^ {2}\D+?(\d+)项(?:，另有(\d+)项)?/gmu)];
    expect(counted.reduce((sum, [, a, b]) => sum + Number(a) + Number(b ?? 0), 0)).toBe(items.length);
    for (const { reason } of items)
      expect(text.split(reason.replace('\u001b', '·')).length).toBeGreaterThan(1);
    expect(text).not.toContain('\u001b');
  });

  it('is a workbook with room for the answer to each item, and the same bytes each time', async () => {
    const path = join(folder, '反馈事项.xlsx');
    await writeAuditWorkbook(path, report);
    const first = await readFile(path);
    await writeAuditWorkbook(path, report);
    expect((await readFile(path)).equals(first)).toBe(true);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    const [sheet, matches] = book.worksheets as [ExcelJS.Worksheet, ExcelJS.Worksheet];
    const heads = (sheet.getRow(1).values as string[]).slice(1);
    expect(heads).toContain('单位答复（采纳/说明/不采纳）');
    expect(heads).toContain('后续');
    const column = (heading: string): unknown[] =>
      items.map((_, at) => sheet.getRow(at + 2).getCell(heads.indexOf(heading) + 1).value);
    expect(column('编号（请勿改动）')).toEqual(items.map(({ id }) => id));
    expect(column('程度')).toEqual(['问题', '问题', '请核对', '问题']);
    expect(column('行')).toEqual([null, '第2行（序号5）', '第2行（序号5）', '第2行（序号5）']);
    expect(column('文件名称（文号）')[3]).toBe("'=1+1《清水市供水办法》");
    expect(sheet.getRow(items.length + 2).getCell(1).value).toContain('共4项');
    expect(matches.getRow(2).getCell(6).value).toBe('名称');
  });

  it('is one letter a unit, with its own items alone', async () => {
    const text = await letterText(report, '2021-02-01');
    const [water, garden] = text.split('清水市园林局：') as [string, string];
    expect(water).toContain('清水市水务局：');
    expect(water).toContain('台账1份，共2行');
    expect(water).toContain('需要反馈的事项3项，其中发现问题2项，请你单位核对1项');
    expect(water).not.toContain('没有该文件');
    expect(garden).toContain('需要反馈的事项1项，其中发现问题1项，请你单位核对0项');
    expect(text).toContain('2021年2月1日');
  });

  it('writes a letter where nothing was found', async () => {
    expect(await letterText({ ...report, items: [] })).toContain('没有发现需要反馈的事项。');
  });
});
