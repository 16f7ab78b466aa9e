import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, qinggui } from '../run.js';
import { confirmRows } from './confirm-rows.js';

let folder: string;
let output: string;
let task: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qinggui-audit-'));
  output = join(folder, '结果');
  task = join(output, '抽查任务.xlsx');
  makeFolder(join(folder, '规章'), 12);
  expect((await qinggui(['scan', join(folder, '规章'), '--output', output])).status).toBe(0);
  // Nothing is confirmed yet: the list of documents is made, and no known positives are there.
  const early = await ours('draw');
  expect(early).toMatchObject({ status: 2 });
  expect(early.stderr).toContain('多于已确认涉及的条款（0 条）');
  await confirmRows(output);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ours = (...args: string[]) => qinggui(['audit', 'sample', ...args, '--output', output]);

/** The task with answers: by the words of a provision. */
const filled = async (name: string, answer: (text: string, row: number) => string): Promise<string> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(task);
  const sheet = book.worksheets[0]!;
  for (let row = 3; row <= sheet.rowCount; row++)
    sheet.getCell(row, 5).value = answer(String(sheet.getCell(row, 4).value), row);
  const path = join(folder, name);
  await book.xlsx.writeFile(path);
  return path;
};
const byWords = (text: string): string => (/黑名单|信用|失信/u.test(text) ? 'DB' : '无');

describe('qinggui audit sample', () => {
  it('draws once, writes a task that shows no score, and refuses to draw again without a reason', async () => {
    const drawn = await ours('draw', '--known', '5', '--seed', '第18期', '--recall', '0.5', '--looks', '1');
    expect(drawn.stderr).toBe('');
    expect(drawn.stdout).toMatch(/样本：\d+ 条中抽 \d+ 条/u);
    expect(drawn.status).toBe(0);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(task);
    expect(book.worksheets[0]!.getRow(2).values).toEqual([
      undefined,
      '编号',
      '文件',
      '位置',
      '条款原文',
      '是否涉及（D/B/P/Q/R/无）',
    ]);
    const again = await ours('draw', '--known', '5');
    expect(again.status).toBe(2);
    expect(again.stderr).toContain('样本只抽一次');
  });

  it('writes the same task again', async () => {
    const copy = join(folder, '又一份.xlsx');
    expect((await ours('task', '--to', copy)).status).toBe(0);
    expect((await readFile(copy)).equals(await readFile(task))).toBe(true);
  });

  it('gives no certificate before all is answered', async () => {
    const run = await ours('certificate');
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('还不能出具证书');
  });

  it('reads answers, keeps the first ones, and tells what it does not understand', async () => {
    const half = await filled('半.xlsx', (text, row) => (row === 3 ? '是' : row === 4 ? '' : byWords(text)));
    const run = await ours('read', half, '--reviewer', '甲');
    expect(run.status).toBe(1);
    expect(run.stdout).toContain('看不懂的填写，没有读入：编号 1。');
    expect((await ours('status')).stdout).toMatch(/未答：编号 1、2\n/u);
    expect((await ours('read', await filled('全.xlsx', byWords), '--reviewer', '甲')).status).toBe(0);
    const other = await ours('read', await filled('改.xlsx', () => '无'));
    expect(other.status).toBe(1);
    expect(other.stdout).toContain('先前的保留');
  });

  it('certifies in words and numbers, and the certificate comes out again', async () => {
    const run = await ours('certificate', '--to', join(folder, '证书'));
    expect(run.stdout).toContain('以 95% 的把握');
    const zip = await JSZip.loadAsync(await readFile(join(folder, '证书', '抽查证书.docx')));
    const words = (await zip.file('word/document.xml')!.async('string')).replace(/<[^>]+>/gu, '');
    const path = join(folder, '证书', '抽查证书.json');
    const certificate = JSON.parse(await readFile(path, 'utf8'));
    expect(words).toContain('本库只抽过这一次样');
    expect(words).toContain(certificate.frame.hash);
    const verified = await qinggui(['audit', 'verify', path]);
    expect(verified).toMatchObject({ status: 0, stderr: '' });
    expect(verified.stdout).toContain('证书全部重算一致');
    certificate.tally.strata[0].hits += 1;
    const changed = join(folder, '证书', '改过.json');
    await writeFile(changed, JSON.stringify(certificate));
    const refused = await qinggui(['audit', 'verify', changed]);
    expect(refused.status).toBe(1);
    expect(refused.stdout).toMatch(/^不符 {2}由答案重新计数的结果$/mu);
    expect(refused.stdout).toContain('不能采信');
  });

  it('counts a second draw, and the certificate of either says so', async () => {
    expect((await ours('draw', '--known', '5', '--size', '10', '--again', '总体有误')).status).toBe(0);
    await ours('certificate', '--number', '1', '--to', join(folder, '再'));
    const certificate = JSON.parse(await readFile(join(folder, '再', '抽查证书.json'), 'utf8'));
    expect(certificate.draws).toMatchObject({
      number: 1,
      of: 2,
      others: [{ number: 2, reason: '总体有误' }],
    });
    expect(certificate.statement.picked).not.toBeNull();
    expect((await qinggui(['audit', 'verify', join(folder, '再', '抽查证书.json')])).status).toBe(0);
  });
});
