import { mkdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FollowedItem } from '../../../model/index.js';
import { ANSWER_HEADS, type AuditOutput, type ResultLine } from '../../../reports/index.js';
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
  qinggui(['audit', inFolder(ledger), '--against', inFolder('结果'), ...args]);

describe('qinggui audit compare', () => {
  it('names what a ledger leaves out, and ends with 1', async () => {
    const run = await compare('缺一.docx', '--json');
    expect(run.status).toBe(1);
    const { items } = JSON.parse(run.stdout) as AuditOutput;
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

  it('reads every ledger of a folder, and says which files hold none', async () => {
    mkdirSync(inFolder('报送/水务'), { recursive: true });
    await writeFile(inFolder('报送/水务/台账.xlsx'), await LAYOUTS.国家样式!(rows.slice(0, 3)));
    await writeFile(inFolder('报送/其余.docx'), await LAYOUTS.Word表格!(rows.slice(3)));
    await writeFile(inFolder('报送/~$其余.docx'), '');
    const run = await compare('报送');
    expect([run.status, run.stderr]).toEqual([0, '']);
    expect(run.stdout).toContain('核对台账2份，共6行');
    await writeFile(inFolder('报送/说明.txt'), '本单位已按要求报送。');
    expect(await compare('报送')).toMatchObject({ status: 2, stderr: expect.stringContaining('说明.txt') });
  });

  it('says of a file without a ledger that there is none, and reports nothing', async () => {
    const run = await compare('规章/第0科/000.html');
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('没有在文件中找到已填报的台账');
    expect(run.stdout).toBe('');
  });

  it('holds a ledger against the documents of one unit', async () => {
    const args = ['--output', inFolder('结果'), '--json'];
    const run = await qinggui(['audit', inFolder('缺一.docx'), '--against', '清水市人民政府', ...args]);
    const { issuer, items } = JSON.parse(run.stdout) as AuditOutput;
    expect([issuer, items.map(({ kind }) => kind)]).toEqual(['清水市人民政府', ['omitted']]);
    const other = await qinggui(['audit', inFolder('缺一.docx'), '--against', '清水市园林局', ...args]);
    expect([other.status, other.stdout]).toEqual([2, '']);
    expect(other.stderr).toContain('扫描过的文件中没有清水市园林局印发的');
    expect(other.stderr).toContain('清水市人民政府');
  });

  it('scans a folder of which nothing is known yet, and writes nothing else to standard output', async () => {
    const args = ['--against', inFolder('规章'), '--output', inFolder('新结果'), '--json'];
    const run = await qinggui(['audit', inFolder('缺一.docx'), ...args]);
    expect(run.stderr).toContain('还没有扫描，先扫描');
    expect((JSON.parse(run.stdout) as AuditOutput).items).toHaveLength(1);
  });

  it.each([
    [['--against', '/nowhere'], '找不到 /nowhere'],
    [['--against', '.', '--since', '2021-2-30'], '日期应形如'],
    [[], '--against'],
  ])('says what is wrong with %j', async (args, words) => {
    const run = await qinggui(['audit', 'compare', inFolder('全部.xlsx'), ...args]);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(words);
  });
});

describe('what a unit answers', () => {
  const output = ['--output', ''];
  beforeAll(async () => {
    output[1] = inFolder('跟踪');
    expect((await qinggui(['scan', inFolder('规章'), ...output])).status).toBe(0);
    await writeFile(inFolder('缺二.xlsx'), await LAYOUTS.国家样式!(rows.slice(2)));
  });
  const audit = (ledger: string, ...args: string[]) =>
    qinggui(['audit', inFolder(ledger), '--against', output[1]!, ...args]);

  it('comes back by the workbook and the letter, and is followed until the ledger is corrected', async () => {
    const [book, letter] = [inFolder('反馈2.xlsx'), inFolder('反馈2.docx')];
    expect((await audit('缺二.xlsx', '--xlsx', book, '--docx', letter)).status).toBe(1);
    await fillIn(book, [
      ['采纳', '已补报'],
      ['看看再说', ''],
    ]);
    const read = await qinggui(['audit', 'answers', book, ...output, '--reviewer', '李某']);
    expect(read.status).toBe(1);
    expect(read.stdout).toContain('读入答复 1 项（采纳 1）');
    expect(read.stdout).toContain('看不懂的答复');
    // The letter as it was written: nothing filled in, nothing taken.
    expect((await qinggui(['audit', 'answers', letter, ...output])).stdout).toContain('读入答复 0 项');

    const again = await audit('缺二.xlsx', '--xlsx', book);
    expect(again.stdout).toMatch(/已采纳，待更正，采纳（\d{4}-\d{2}-\d{2}，李某）：已补报/u);
    // What the tool itself has written there is no new answer.
    expect((await qinggui(['audit', 'answers', book, ...output])).stdout).toContain('读入答复 0 项');

    const corrected = await audit('缺一.docx');
    expect(corrected.stdout).toContain('新提出0项，以前提出、现在仍有1项，已更正1项');
    const list = await qinggui(['audit', 'follow', ...output, '--json']);
    const [open, gone] = JSON.parse(list.stdout) as [FollowedItem, FollowedItem];
    expect([open.state, gone.state]).toEqual(['accepted', 'corrected']);

    const closed = ['--as', '办结', '--words', '另案处理', '--reviewer', '李某'];
    expect((await qinggui(['audit', 'follow', open.item.id, ...output, ...closed])).status).toBe(0);
    expect((await audit('缺一.docx')).status).toBe(0);
  });

  it.each([
    [['follow', '000000000000', '--as', '办结'], '没有这些事项'],
    [['follow', '--as', '办结'], '要写明编号'],
    [['follow', '--as', '算了'], '应为：采纳、说明、不采纳、办结、继续督办'],
    [['answers', '/nowhere.xlsx'], '读不到文件'],
  ])('is asked for properly: %j', async (args, words) => {
    const run = await qinggui(['audit', ...args, ...output]);
    expect([run.status, run.stderr]).toEqual([2, expect.stringContaining(words)]);
  });
});

/** Fills in the answers to the first items of a workbook, in order. */
const fillIn = async (path: string, answers: readonly (readonly [string, string])[]): Promise<void> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const sheet = book.worksheets[0]!;
  const heads = (sheet.getRow(1).values as string[]).slice(1);
  for (const [at, [answer, words]] of answers.entries()) {
    sheet.getRow(at + 2).getCell(heads.indexOf(ANSWER_HEADS.answer) + 1).value = answer;
    sheet.getRow(at + 2).getCell(heads.indexOf(ANSWER_HEADS.words) + 1).value = words;
  }
  await book.xlsx.writeFile(path);
};
