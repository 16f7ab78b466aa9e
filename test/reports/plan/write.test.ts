import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extract } from '../../../extractors/index.js';
import { type PlanInput, type PlanItem, writePlan } from '../../../reports/index.js';
import { atTwoTimes } from '../../clock.js';
import { readWord } from '../word/xml.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qinggui-plan-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const item = (change: Partial<PlanItem> = {}): PlanItem => ({
  document: '《清水市供水管理办法》（清政发〔2018〕3号）',
  source: '供水办法.docx',
  place: '第八条',
  quotation: '欠费用户列入“黑名单”。',
  problems: ['未见依据（国办发〔2020〕49号（六））。', '以低信用分为由（发改办财金〔2021〕15号一（三））。'],
  basis: ['无'],
  measures: ['修订第八条。'],
  disposal: '修订',
  completion: '2021年6月底',
  responsibleUnit: '清水市水务局',
  responsiblePerson: '张某',
  ...change,
});
const input = (change: Partial<PlanInput> = {}): PlanInput => ({
  unit: '清水市水务局',
  date: '2021-03-16',
  rows: 2,
  confirmedRows: 2,
  unreadFiles: 0,
  items: [item()],
  ...change,
});
const write = async (change: Partial<PlanInput> = {}): Promise<{ bytes: Buffer; text: string }> => {
  const path = join(folder, 'plan.docx');
  await writePlan(path, input(change));
  const bytes = readFileSync(path);
  return { bytes, text: (await extract(bytes, 'docx')).text };
};

describe('the plan as a Word document', () => {
  it('says what it rests on, lists the items, and leaves room for the stamp', async () => {
    const { text } = await write();
    for (const words of [
      '失信约束措施规范完善方案',
      '国办发〔2020〕49号',
      '发改办财金〔2021〕15号',
      '共涉及1件文件、1个事项，按处置方式：“修订”1件。',
      '填报单位（盖章）：清水市水务局',
      '2021年3月16日',
      '规范完善事项清单',
      '“欠费用户列入“黑名单”。”',
      '未见依据（《指导意见》（六））。',
      '以低信用分为由（《通知》一（三））。',
      '修订第八条。',
      '2021年6月底',
      '张某',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('尚未经人工确认');
  });

  it('counts documents, not items, by their disposal', async () => {
    const { text } = await write({
      items: [item(), item({ place: '第九条' }), item({ source: 'b.docx', disposal: '待核实' })],
    });
    expect(text).toContain('共涉及2件文件、3个事项，按处置方式：“修订”1件，处置方式待核实1件。');
  });

  it('says what it does not cover', async () => {
    const { text } = await write({ confirmedRows: 1, unreadFiles: 3 });
    expect(text).toContain('台账列有2件文件，其中1件尚未经人工确认，有关事项以确认后为准。');
    expect(text).toContain('另有3份文件未能读取且尚未人工查阅，其内容不在本方案之内。');
  });

  it.each([
    [0, 0, '台账没有列入文件，无须规范完善的事项。'],
    [2, 2, '台账所列2件文件均已经人工确认，未见须规范完善的事项。'],
    [2, 1, '台账列有2件文件，其中1件尚未经人工确认；目前未见须规范完善的事项。'],
  ])('without items says so: %i rows, %i confirmed', async (rows, confirmedRows, words) => {
    const { text } = await write({ rows, confirmedRows, items: [] });
    expect(text).toContain(words);
    expect(text).not.toContain('事项清单');
  });

  it('bears the mark of a draft on every page where it is one, and only there', async () => {
    const marks = async (draft: boolean): Promise<number> => {
      await write({ draft });
      const { headers } = await readWord(join(folder, 'plan.docx'));
      return headers.filter((xml) => xml.includes('草稿')).length;
    };
    expect(await marks(true)).toBe(2);
    expect(await marks(false)).toBe(0);
  });

  it('takes 300 items and any characters, and is the same for the same items, whatever the clock says', async () => {
    const items = Array.from({ length: 300 }, (_, index) =>
      item({ source: `${index}.docx`, document: `<a&b>\u0007\uD800${index}`, quotation: '=1+1\u0000' }),
    );
    const [first, second] = await atTwoTimes(() => write({ items, unit: '<单位>&"' }));
    expect(first.text).toContain('<a&b>··299');
    expect(first.text).toContain('共涉及300件文件、300个事项');
    expect(second.bytes.equals(first.bytes)).toBe(true);
  });

  it('leaves nothing behind where the date is none', async () => {
    await expect(writePlan(join(folder, 'bad.docx'), input({ date: '16.3.2021' }))).rejects.toThrow(
      RangeError,
    );
    expect(readdirSync(folder)).not.toContain('bad.docx');
    expect(readdirSync(folder)).not.toContain('bad.docx.partial');
  });
});
