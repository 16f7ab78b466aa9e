import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readProfile } from '../../cli/profile.js';

const folder = mkdtempSync(join(tmpdir(), 'qinggui-profile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (content: string | Uint8Array): string => {
  const path = join(folder, 'profile.json');
  writeFileSync(path, content);
  return path;
};

describe('the profile', () => {
  it.each([
    [
      'in Chinese',
      '{"单位":"清水市水务局","完成时间":"2026年3月底","责任单位":"法规科","责任人":"科长","电话":12345}',
    ],
    [
      'in English',
      '\uFEFF{"unit":"清水市水务局","completion":"2026年3月底","responsibleUnit":"法规科","responsiblePerson":"科长","phone":"12345"}',
    ],
    [
      "in the form's headings",
      '{"填报单位":" 清水市水务局 ","完成时间":"2026年3月底","责任单位":"法规科","责任人姓名及职务":"科长","联系电话":"12345"}',
    ],
  ])('is read %s', async (_, content) => {
    expect(await readProfile(file(content))).toEqual({
      unit: '清水市水务局',
      completion: '2026年3月底',
      responsibleUnit: '法规科',
      responsiblePerson: '科长',
      phone: '12345',
    });
  });

  it.each([
    ['GBK', Buffer.from([...Buffer.from('{"unit":"'), 0xcb, 0xae, 0xbe, 0xd6, ...Buffer.from('"}')])],
    ['UTF-16', Buffer.from('\uFEFF{"unit":"水局"}', 'utf16le')],
  ])('is read as %s too, as editors on Windows save it', async (_, bytes) => {
    expect(await readProfile(file(bytes))).toMatchObject({ unit: '水局' });
  });

  it('stands in one line of the form', async () => {
    expect(await readProfile(file('{"责任人":"甲\\n乙"}'), '清水市\n某局\u001b')).toMatchObject({
      unit: '清水市 某局',
      responsiblePerson: '甲 乙',
    });
    await expect(readProfile(undefined, '长'.repeat(501))).rejects.toMatchObject({ name: 'UsageError' });
  });

  it('is empty without a file, and --unit goes before it', async () => {
    expect(await readProfile()).toMatchObject({ unit: '', phone: '' });
    expect(await readProfile(undefined, ' 某局 ')).toMatchObject({ unit: '某局' });
    expect(await readProfile(file('{"单位":"旧名","电话":"1"}'), '新名')).toMatchObject({
      unit: '新名',
      phone: '1',
    });
  });

  it.each([
    ['text that is no JSON', '单位：某局', '不是有效的 JSON'],
    ['a list', '["某局"]', '应为一个 JSON 对象'],
    ['a nested value', '{"单位":{"名称":"某局"}}', '“单位”应为不超过 500 字的文字'],
    ['a value beyond all measure', JSON.stringify({ 电话: '1'.repeat(501) }), '“电话”应为'],
    ['a name that it does not know', '{"单位":"某局","传真":"1"}', '不认识的项目：传真'],
  ])('refuses %s with advice', async (_, content, message) => {
    await expect(readProfile(file(content))).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining(message),
      advice: expect.stringMatching(/项目|JSON|\{/u),
    });
  });

  it('refuses a file that is not there', async () => {
    await expect(readProfile(join(folder, 'none.json'))).rejects.toMatchObject({ name: 'UsageError' });
  });
});
