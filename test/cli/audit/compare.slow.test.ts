import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditReport } from '../../../model/index.js';
import type { ResultLine } from '../../../reports/index.js';
import { LAYOUTS, type LayoutRow } from '../../audit/layouts.js';
import { makeFolder, qinggui } from '../run.js';

let folder: string;
let rows: LayoutRow[];
const inFolder = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qinggui-compare-'));
  makeFolder(inFolder('规章'), 6);
  expect((await qinggui(['scan', inFolder('规章'), '--output', inFolder('结果')])).status).toBe(0);
  const lines = (await readFile(inFolder('结果/results.jsonl'), 'utf8')).trim().split('\n');
  rows = lines.flatMap((line) => {
    const read = JSON.parse(line) as ResultLine;
    return read.status === 'read' && read.ledger ? [read.ledger as unknown as LayoutRow] : [];
  });
  expect(rows).toHaveLength(6);
  await writeFile(inFolder('全部.xlsx'), await LAYOUTS.国家样式!(rows));
  await writeFile(inFolder('缺一.docx'), await LAYOUTS.Word表格!(rows.slice(1)));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const compare = (ledger: string, ...args: string[]) =>
  qinggui(['audit', 'compare', inFolder(ledger), '--against', inFolder('结果'), ...args]);

describe('qinggui audit compare', () => {
  it('names what a ledger leaves out, and ends with 1', async () => {
    const run = await compare('缺一.docx', '--json');
    expect(run.status).toBe(1);
    const { items } = JSON.parse(run.stdout) as AuditReport;
    expect(items.map(({ kind, document }) => `${kind} ${document?.name}`)).toEqual([
      `omitted ${rows[0]!.document}`,
    ]);
  });

  it('writes the workbook and the letter beside what it says', async () => {
    const run = await compare('缺一.docx', '--xlsx', inFolder('反馈.xlsx'), '--docx', inFolder('反馈.docx'));
    expect(run.stdout).toContain('应纳入未纳入1项');
    for (const name of ['反馈.xlsx', '反馈.docx']) {
      expect(run.stdout).toContain(`已写出：`);
      expect((await readFile(inFolder(name))).subarray(0, 2).toString()).toBe('PK');
    }
  });

  it('ends with 0 where nothing is wrong, also when the scanned folder is named', async () => {
    expect((await compare('全部.xlsx')).status).toBe(0);
    const args = ['--against', inFolder('规章'), '--output', inFolder('结果')];
    expect((await qinggui(['audit', 'compare', inFolder('全部.xlsx'), ...args])).status).toBe(0);
  });

  it('says which units have filed none', async () => {
    await writeFile(inFolder('名单.txt'), '清水市水务局\r\n青岭区发展和改革局\n');
    const run = await compare('全部.xlsx', '--units', inFolder('名单.txt'));
    expect(run.stdout).toContain('未报送台账1项');
    expect(run.stdout).toContain('清水市水务局');
  });

  it('says of a file without a ledger that there is none, and reports nothing', async () => {
    const run = await compare('规章/第0科/000.html');
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('没有在文件中找到已填报的台账');
    expect(run.stdout).toBe('');
  });

  it.each([
    [['--against', '/nowhere'], '找不到数据库'],
    [['--against', '.', '--since', '2021-2-30'], '日期应形如'],
    [[], '--against'],
  ])('says what is wrong with %j', async (args, words) => {
    const run = await qinggui(['audit', 'compare', inFolder('全部.xlsx'), ...args]);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(words);
  });
});
