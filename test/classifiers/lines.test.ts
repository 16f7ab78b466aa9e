import { expect, test } from 'vitest';
import { classifyByCues } from '../../classifiers/index.js';
import { markBreaks } from '../../classifiers/lines.js';

test.each([
  ['a heading above its paragraph', '信息归集\n各镇应当在每月底前报送本地绿化养护的进度。', '信息归集。'],
  [
    'a label with its value',
    '更新：\n创建者：云川编辑部\n企业名册每年印制一次，由各镇领取。',
    '更新：\n创建者：云川编辑部。',
  ],
  ['an entry of a list', '（一）擅自停业\n（二）哄抬价格', '（一）擅自停业。'],
  ['a cell of a table in plain text', '伪造票据的 |\n降为C级', '伪造票据的 |。'],
])('a break behind %s ends a sentence', (_name, text, begin) => {
  const marked = markBreaks(text);
  expect(marked.startsWith(begin)).toBe(true);
  expect(marked).toHaveLength(text.length);
});

test.each([
  ['a word', '清水市供热经营企业的违约情况记入其信用\n档案并且由主管部门每年公布。'],
  ['a clause', '清水市供热经营企业有下列情形之一的，\n由主管部门记入信用档案。'],
  ['本条例 and its article', '清水市供热经营企业违反本办法\n第十二条规定的，依法处理。'],
])('a break within %s ends none', (_name, text) => {
  expect(markBreaks(text)).toBe(text);
});

test('a label does not join the line below it', () => {
  expect(classifyByCues({ text: '更新：\n创建者：云川编辑部\n企业信用信息' }).labels).toEqual([]);
});

test('a word cut by a hard wrap is found, and its evidence stands in the original', () => {
  const text = '清水市供热经营企业违约的，由主管部门记入信\n用档案。';
  const { evidence } = classifyByCues({ text });
  expect(evidence[0]?.text).toBe('记入信\n用档案');
});

test.each(['第二章 信息归集', '一、完善公共信用信息归集', '信用档案管理', '第四章　失信惩戒'])(
  'a heading alone is not flagged: %s',
  (text) => {
    expect(classifyByCues({ text, path: ['清水市社会信用管理办法'] }).labels).toEqual([]);
  },
);

test.each([
  ['列入黑名单', 'B'],
  ['记入信用档案', 'D'],
  ['扣信用分5分', 'P'],
] as const)('a short cell that orders something is flagged: %s', (text, label) => {
  expect(classifyByCues({ text }).labels).toContain(label);
});
