import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Contact, writeContactsDocx } from '../../reports/index.js';
import { shared } from '../shared.js';
import { readWord } from './word/xml.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'contacts-'));
});
afterAll(() => rm(folder, { recursive: true }));

const HEADS = ['序号', '姓名', '单位', '职务', '办公电话', '手机号码', '电子邮箱'];
const contact: Contact = {
  name: '张某',
  unit: '清水市云溪区市容管理局',
  position: '副局长',
  officePhone: '0999-12345678',
  mobilePhone: '',
  email: 'zhang@example.cn',
};
const written = async (contacts: readonly Contact[]) => {
  const path = join(folder, '联系人.docx');
  await writeContactsDocx(path, contacts);
  return readWord(path);
};

it('leaves the two rows of the form for the pen where there is no contact', async () => {
  const { texts, rows } = await written([]);
  expect(texts.slice(0, 2)).toEqual(['附件2', '清理规范工作联系人反馈表']);
  expect(rows).toEqual([HEADS, ['1', '', '', '', '', '', ''], ['2', '', '', '', '', '', '']]);
  const notices = shared('seed/notices.txt');
  if (notices)
    expect(await readFile(notices, 'utf8')).toContain(`清理规范工作联系人反馈表\n\n${HEADS.join('\t')}\n`);
});

it('has a row for each contact, in the order given', async () => {
  const { rows } = await written([contact, { ...contact, name: '李某' }, { ...contact, name: '=王某' }]);
  expect(rows.slice(1).map((row) => row.slice(0, 2))).toEqual([
    ['1', '张某'],
    ['2', '李某'],
    ['3', '=王某'],
  ]);
  expect(rows[1]).toEqual([
    '1',
    '张某',
    '清水市云溪区市容管理局',
    '副局长',
    '0999-12345678',
    '',
    'zhang@example.cn',
  ]);
});
