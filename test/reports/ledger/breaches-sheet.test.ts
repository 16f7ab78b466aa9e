import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeLedger } from '../../../reports/index.js';
import { breach, document, input, row } from '../samples.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qinggui-breaches-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const rowsOf = async (...documents: ReturnType<typeof document>[]): Promise<string[][]> => {
  const path = join(folder, '台账.xlsx');
  await writeLedger(path, input({ documents: () => documents }));
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const rows: string[][] = [];
  book.getWorksheet('规则检查')!.eachRow((each) => {
    rows.push(Array.from({ length: 12 }, (_, index) => each.getCell(index + 1).text));
  });
  return rows;
};

it('the sheet 规则检查 gives each breach with its place, words, advice and what a person said of it', async () => {
  const also = [{ place: '第十五条', sourcePlace: '第20段', span: { start: 0, end: 1 } }];
  const rows = await rowsOf(
    document({ row: null, evidence: [], breaches: [breach({ rule: '49-4-masking', severity: 'error' })] }),
    document({
      row: row(),
      breaches: [breach({ severity: 'note', also }), breach({ suppression: { reason: '=市条例另有规定' } })],
    }),
  );
  expect(rows[0]).toEqual([
    '台账序号',
    '文件名称（含文号）',
    '源文件',
    '条款',
    '原文位置',
    '程度',
    '问题',
    '原文摘录（【】内为判断所据文字）',
    '修改建议',
    '规则依据',
    '处理情况',
    '规则编号',
  ]);
  expect(rows.slice(1, 4).map((cells) => [cells[0], cells[3], cells[5], cells[10], cells[11]])).toEqual([
    ['1', '第十二条第一款\n另涉及：第十五条', '提示', '待处理', '49-5-channel'],
    ['1', '第十二条第一款', '警告', '不作修改：=市条例另有规定', '49-5-channel'],
    ['—', '第十二条第一款', '错误', '待处理', '49-4-masking'],
  ]);
  expect(rows[1]![7]).toBe('失信用户【在小区公告栏公】布。');
  expect(rows[4]![0]).toBe(
    '合计：错误1条，警告0条，提示1条；另有1条已说明理由，不再提示。错误是条文自身显示的问题；警告是本文件未见、可能由其他文件规定的内容；提示须人工核对。没有列出的，不等于没有问题。',
  );
});
