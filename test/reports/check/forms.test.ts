import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extract } from '../../../extractors/index.js';
import { checkJson, checkReport, writeCheckDocx } from '../../../reports/index.js';
import { atTwoTimes } from '../../clock.js';
import { checked, found, report, setAside, unread } from './report.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qinggui-check-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const law = { name: '《供水法》', level: '法律', breaches: null };
const full = report(
  checked({
    path: '供水\u0007办法.txt',
    notes: ['修订痕迹按已接受处理'],
    documents: [{ name: '《清水市供水管理办法》', level: '规范性文件', breaches: [found, setAside] }, law],
  }),
  unread,
);

describe('the findings as JSON', () => {
  it('are what the contract says, and count as they stand', () => {
    const json = checkJson(full);
    expect(checkReport.parse(json)).toEqual(json);
    expect(json.counts).toEqual({ error: 0, warning: 1, note: 0, suppressed: 1, unread: 1 });
    expect(json.files[0]!.documents[1]!.breaches).toBeNull();
    expect(json.files[0]!.documents[0]!.breaches![1]!.suppression).toEqual(setAside.suppression);
    expect(json.files[1]!.reason!.code).toBe('encrypted');
  });
});

describe('the report as a Word document', () => {
  const write = async (name: string): Promise<Buffer> => {
    const path = join(folder, name);
    await writeCheckDocx(path, full);
    return readFileSync(path);
  };

  it('holds findings with quotes, what was set aside with its reason, and the rules that ran', async () => {
    const { text } = await extract(await write('a.docx'), 'docx');
    for (const words of [
      '失信约束措施规则审查意见',
      '已用2条规则检查1份文件：错误0条，警告1条，提示0条。',
      '失信用户【在小区公告栏公】布',
      '依据：国办发〔2020〕49号（五）',
      '不作修改，理由：市条例第九条·[31m另有规定',
      '说明：修订痕迹按已接受处理。',
      '该层级的文件不在规则检查范围内。',
      '未能读取：文件已加密',
      '信用修复不得收费（49-12-repair-fee）',
      '供水·办法.txt',
    ])
      expect(text).toContain(words);
  });

  it('is the same for the same findings, whatever the clock says', async () => {
    const names = ['a.docx', 'b.docx'];
    const [first, second] = await atTwoTimes(() => write(names.shift()!));
    expect(second.equals(first)).toBe(true);
  });
});
