import { describe, expect, it } from 'vitest';
import type { MetadataField, Regulation } from '../../model/index.js';
import { segment } from '../../pipeline/segment/segment.js';
import { unitsOf } from '../../pipeline/segment/units.js';
import { manuscriptOf } from '../manuscripts.js';

const page = (title: string): MetadataField => ({ name: 'title', value: title, from: 'meta' });

const read = (text: string, metadata: readonly MetadataField[] = []): Regulation[] =>
  segment({ ...manuscriptOf(text), metadata });

describe('titles', () => {
  const cases: [text: string, titles: (string | null)[], why: string][] = [
    [
      '清水市居住登记办法\n（2008年5月1日清水市人民政府令第12号发布 根据2011年4月2日\n《清水市人民政府关于修改〈清水市居住登记办法〉的决定》修正）\n第一条 甲。',
      ['清水市居住登记办法'],
      'the note of adoption and amendment, broken over lines, is none',
    ],
    [
      '（2008年5月1日清水市人民政府令第12号发布 根据2011年4月2日\n《清水市人民政府关于修改〈清水市居住登记办法〉的决定》修正）\n第一条 甲。',
      ['清水市居住登记办法'],
      'where only the note is there, it names the text that was amended',
    ],
    [
      '云川省住房厅厅长 某某\n二〇一二年五月二十八日\n云川省公租房管理办法\n第一条 甲。',
      ['云川省公租房管理办法'],
      'a date above is no part of it',
    ],
    [
      '云川省流动人口条例\n省人大常委会公告\n（第61号）\n《云川省流动人口条例》已审议通过，现予公布。\n第一条 甲。',
      ['云川省流动人口条例'],
      'the announcement of a law is no document of its own',
    ],
    [
      '清水市教育局关于印发《随迁子女在清水市\n入学办法》的通知\n各学校：\n现将《随迁子女在清水市入学办法》印发给你们。\n清水市教育局\n2015年3月1日\n随迁子女在清水市\n入学办法\n第一条 甲。',
      ['清水市教育局关于印发《随迁子女在清水市入学办法》的通知', '随迁子女在清水市入学办法'],
      'lines are joined where the notice says the whole name',
    ],
    [
      '清水市建设局印发《清水市城乡规划\n各镇人民政府：\n现将《清水市城乡规划督察办法》印发给你们。\n清水市建设局\n2008年7月14日',
      ['清水市建设局印发《清水市城乡规划督察办法》'],
      'a headline cut off inside 《 is completed from the text',
    ],
    [
      '《清水市养老保险办法》全文如下：\n一、甲\n二、乙',
      ['清水市养老保险办法'],
      'an announcement of the text',
    ],
    [
      '附件：\n清水市积分指标及分值表\n指标\t说明\n学历\t说明\n甲\t20分',
      ['清水市积分指标及分值表'],
      'cells below the title of a form are none',
    ],
    [
      '清水市人民政府印发关于收回土地的意见的通知\n各县：\n现印发给你们。\n二○○八年四月十八日\n关于收回土地的意见\n一、甲\n二、乙',
      ['清水市人民政府印发关于收回土地的意见的通知'],
      'a date without names ends a notice only where the notice names what follows in 《》',
    ],
    [
      '各县（区）人民政府：\n《清水市收回土地办法》已经市政府同意，现印发给你们。\n二○○八年四月十八日\n清水市收回土地办法\n一、甲\n二、乙',
      [null, '清水市收回土地办法'],
      'as it does here',
    ],
    [
      '2016年7月10日 星期日\n设为首页\n当前位置：首页 > 新闻\n清水市有关负责人就积分落户答记者问\n一、甲\n二、乙',
      ['清水市有关负责人就积分落户答记者问'],
      'what a site puts above a text is none',
    ],
  ];
  it.each(cases)('%j are %j: %s', (text, titles) => {
    expect(read(text).map(({ header }) => header.title?.value ?? null)).toEqual(titles);
  });
});

it('a page that gives its facts before the text is one document with all of them', () => {
  const regulations = read(
    `《清水市养老保险办法》经市政府常务会议审议通过，2014年8月23日清水市人民政府令第87号发布。该办法分总则、参保条件等章，本页收录其全文。
目录
清水市人民政府令
第87号
市长：某某
2014年8月23日
清水市养老保险办法办法
第一条 甲。
第二条 乙。`,
    [page('清水市养老保险办法_百度百科')],
  );
  expect(regulations).toHaveLength(1);
  expect(regulations[0]!.header).toMatchObject({
    title: { value: '清水市养老保险办法' },
    documentNumber: { value: '清水市人民政府令第87号' },
    issuer: { value: '清水市人民政府' },
  });
});

it('the headline of a page, a table of facts and the notice of the same title are one document', () => {
  const title = '关于印发《清水市招生规定》的通知';
  const regulations = read(`信息公开\n${title}\n各区：\n现印发给你们。\n清水市招生办公室\n2015年12月17日`, [
    page(title),
  ]);
  expect(regulations.map(({ header }) => header.title?.value)).toEqual([title]);
});

it('what stands between the title and the first number is read, names and dates are not', () => {
  const manuscript = manuscriptOf(`清水市积分办法
2020年3月1日
行为\t扣分
失信行为\t5
一、甲
二、乙`);
  const [regulation] = segment(manuscript);
  expect(unitsOf(regulation!, manuscript).map(({ text }) => text.replace(/\n/g, ' '))).toEqual([
    '行为 扣分',
    '失信行为 5',
    '一、甲',
    '二、乙',
  ]);
});

it('the date under the names of the issuers counts, not one that the page adds below', () => {
  const [regulation] = read(`关于公园开放的通知
各区：
请遵照执行。
清水市园林局
2018年12月11日
信息发布
发布日期：
2018年12月21日
2018年12月22日`);
  expect(regulation!.header).toMatchObject({
    issuer: { value: '清水市园林局' },
    issuedOn: { value: '2018-12-11' },
  });
});

it('a title in quotation marks, as heads of data files have it, is read without them', () => {
  const [regulation] = read('第一条 甲。', [page('"清水市教育局关于甲的规定"')]);
  expect(regulation!.header).toMatchObject({
    title: { value: '清水市教育局关于甲的规定' },
    issuer: { value: '清水市教育局' },
  });
});

it('the desk that keeps a page did not issue its document', () => {
  const [regulation] = read('清水市公园办法\n互动中心\n第一条 甲。', [
    { name: 'author', value: '秘书处工作站', from: 'meta' },
  ]);
  expect(regulation!.header.issuer).toBeNull();
});

it('the 文号 in brackets behind a title is the document’s, also of a decree and in the page’s title', () => {
  const numberOf = (text: string, metadata: readonly MetadataField[] = []) =>
    read(text, metadata)[0]!.header.documentNumber?.value;
  expect(numberOf('清水市公园办法（清水市人民政府令第12号）\n第一条 甲。')).toBe('清水市人民政府令第12号');
  expect(numberOf('第一条 甲。', [page('清水市公园办法(清人社规-[2016]4号)-清水网')])).toBe(
    '清人社规〔2016〕4号',
  );
});

it('a law adopted by the Standing Committee of the National People’s Congress is a law', () => {
  const [law] = read(
    '中华人民共和国某法\n（1998年8月29日第九届全国人民代表大会常务委员会第四次会议通过）\n第一条 甲。',
  );
  expect(law!.header.level.value).toBe('law');
});

it('a note of an amendment above the title is no part of it, also with its first bracket missing', () => {
  const [rules] = read(
    '清水市公园办法\n2020年6月24日 清水市人民政府第三次会议《关于修改〈清水市公园办法〉的决定》第二次修正）\n清水市公园办法\n第一条 甲。',
  );
  expect(rules!.header.title?.value).toBe('清水市公园办法');
});
