import { describe, expect, it } from 'vitest';
import type { Provision, Regulation } from '../../model/index.js';
import { findDates } from '../../pipeline/segment/dates.js';
import { markOf } from '../../pipeline/segment/marks.js';
import { segment } from '../../pipeline/segment/segment.js';
import { unitsOf } from '../../pipeline/segment/units.js';
import { manuscriptOf } from '../manuscripts.js';

describe('numbers at the start of a line', () => {
  const cases: [line: string, expected: string | null, why: string][] = [
    ['第十二条　本市实行登记制度。', '第十二条', 'the plain form'],
    ['第 三 条 本市实行登记制度。', '第三条', 'spaces between the characters'],
    ['第12条 本市实行登记制度。', '第12条', 'Arabic numerals'],
    ['第五条本办法所称经营者，是指…', '第五条', 'no space behind the sign'],
    ['第五条第二款规定的情形，由市政府决定。', null, 'a reference at the start of a sentence'],
    ['第四条规范性文件应当公布。', '第四条', 'no space, and a word that begins like a reference'],
    ['第五条规定的情形，由市政府决定。', null, 'a reference without a paragraph'],
    ['第五条 规定面积以上的场所应当备案。', '第五条', 'set off by a space, the same word begins the article'],
    ['第二十条之一　新增加的内容。', '第二十条之一', 'inserted articles'],
    ['第三章　法律责任', '第三章', 'a chapter'],
    ['一、总体要求', '一、', 'a notice heading'],
    ['（二）基本原则。', '（二）', 'a bracketed heading'],
    ['(三)保障措施', '（三）', 'half-width brackets'],
    ['1．加强领导', '1.', 'a full-width stop'],
    ['1.5公里范围内', null, 'a decimal number is no numbering'],
    ['（1）申请表；', '（1）', 'bracketed Arabic numerals'],
    ['②身份证明', '②', 'circled numerals'],
    ['“第三条　修改后的内容”', null, 'quoted articles of an amendment'],
    ['一百二十人参加了培训。', null, 'a number in a sentence'],
  ];
  it.each(cases)('reads %j as %j: %s', (line, expected) => {
    expect(markOf(line)?.number ?? null).toBe(expected);
  });
});

describe('dates', () => {
  const cases: [text: string, expected: string[]][] = [
    ['2021年1月14日', ['2021-01-14']],
    ['二〇二一年一月十四日', ['2021-01-14']],
    ['二○○四年六月十九日', ['2004-06-19']],
    ['二OO九年十二月三十一日', ['2009-12-31']],
    ['２０２０年１１月５日', ['2020-11-05']],
    ['发布时间：2015-04-13', ['2015-04-13']],
    ['2015.4.3', ['2015-04-03']],
    ['2021年2月30日', []],
    ['2021年13月1日', []],
    ['版本1.2.3', []],
  ];
  it.each(cases)('finds in %j the dates %j', (text, expected) => {
    expect(findDates(text).map((found) => found.date)).toEqual(expected);
  });
});

const NOTICE = `云川省财政厅文件
云财规〔2020〕7号
云川省财政厅关于印发
《云川省专项资金管理办法》的通知
各市、县财政局，省直有关单位：
现将《云川省专项资金管理办法》印发给你们，请遵照执行。
附件：1. 项目申报表
2. 绩效目标表
云川省财政厅
2020年3月5日
云川省专项资金管理办法
第一章 总则
第一条 为加强专项资金管理，根据《中华人民共和国预算法》，制定本办法。
第二条 本办法所称专项资金，是指由省级财政安排的资金。
专项资金实行项目管理。
申报单位应当符合下列条件：
（一）依法登记；
（二）无下列情形：
1.被列入严重失信主体名单的；
2.近三年受过行政处罚的。
第二章 附则
第三条 本办法自2020年4月1日起施行。
附件1
项目申报表
项目名称\t申报单位\t金额
示范项目\t某单位\t10
云川省财政厅办公室 2020年3月6日印发`;

const labels = (provisions: readonly Provision[]): string[] =>
  provisions.flatMap((provision) => [provision.label, ...labels(provision.children)]);

describe('a notice and the regulation that it issues', () => {
  const [notice, issued, ...rest] = segment(manuscriptOf(NOTICE)) as [Regulation, Regulation];

  it('are two documents', () => {
    expect(rest).toEqual([]);
    expect(notice.header.title?.value).toBe('云川省财政厅关于印发《云川省专项资金管理办法》的通知');
    expect(issued.header.title?.value).toBe('云川省专项资金管理办法');
    expect(issued).toMatchObject({ role: 'issued', parent: 0 });
  });

  it('share the 文号, issuer and date, marked as inherited', () => {
    expect(notice.header).toMatchObject({
      documentNumber: { value: '云财规〔2020〕7号', from: 'text' },
      issuer: { value: '云川省财政厅' },
      issuedOn: { value: '2020-03-05' },
    });
    expect(issued.header).toMatchObject({
      documentNumber: { value: '云财规〔2020〕7号', from: 'inherited' },
      issuedOn: { value: '2020-03-05', from: 'inherited' },
      effectiveOn: { value: '2020-04-01', from: 'text' },
    });
  });

  it('list their attachments', () => {
    expect(notice.attachments.map(({ number, title }) => `${number} ${title}`)).toEqual([
      '1 项目申报表',
      '2 绩效目标表',
    ]);
  });

  it('have provisions with their paths in words', () => {
    expect(labels(issued.provisions)).toEqual([
      '第一章',
      '第一条',
      '第一条',
      '第二条',
      '第二条第一款',
      '第二条第二款',
      '第二条第三款',
      '第二条第三款第（一）项',
      '第二条第三款第（二）项',
      '第二条第三款第（二）项第1目',
      '第二条第三款第（二）项第2目',
      '第二章',
      '第三条',
      '第三条',
      '附件1',
      '附件1',
      '附件1表1',
      '附件1表1第1行',
      '附件1表1第2行',
    ]);
  });
});

it('a decree, its date and the regulation below it are one document', () => {
  const regulations = segment(
    manuscriptOf(`云川省人民政府令
第128号
《云川省渔港管理办法》已经2018年5月3日省人民政府第12次常务会议通过，现予公布，自2018年7月1日起施行。
省长
2018年5月20日
云川省渔港管理办法
（2018年5月20日云川省人民政府令第128号公布）
第一条 为加强渔港管理，制定本办法。
第二条 本办法自2018年7月1日起施行。`),
  );
  expect(regulations).toHaveLength(1);
  expect(regulations[0]!.header).toMatchObject({
    title: { value: '云川省渔港管理办法' },
    documentNumber: { value: '云川省人民政府令第128号' },
    issuer: { value: '云川省人民政府' },
    issuedOn: { value: '2018-05-20' },
    effectiveOn: { value: '2018-07-01' },
    level: { value: 'local-government-rule' },
  });
});

it('headings of a notice that are not too long are read with the paragraphs below them', () => {
  const manuscript = manuscriptOf(`清水市教育局关于规范招生工作的通知
各县（区）教育局：
现将有关事项通知如下：
一、严格程序
（一）公开招生计划。各校应当公布招生计划。
对违规的学校予以通报。
（二）规范录取。
二、加强监督
对弄虚作假的，取消录取资格。
清水市教育局
2016年5月6日`);
  const [regulation] = segment(manuscript);
  const units = unitsOf(regulation!, manuscript);
  expect(units.map((unit) => unit.label)).toEqual(['正文第1段', '一、', '一、（一）', '一、（二）', '二、']);
  expect(units[2]!.text).toBe('（一）公开招生计划。各校应当公布招生计划。\n对违规的学校予以通报。');
  expect(units[2]!.path).toEqual(['清水市教育局关于规范招生工作的通知', '严格程序']);
});

it('a chapter and the article that runs on behind its title are told apart', () => {
  const manuscript = manuscriptOf(`清水市公园管理办法
第一章　总则第一条　为加强公园管理，制定本办法。
第二章　管理第二条　公园实行名录管理。`);
  const [regulation] = segment(manuscript);
  expect(labels(regulation!.provisions)).toEqual([
    '第一章',
    '第一条',
    '第一条',
    '第二章',
    '第二条',
    '第二条',
  ]);
});

it('articles written one after another in a single paragraph are told apart', () => {
  const manuscript = manuscriptOf(`清水市公园管理办法
第一条 为加强公园管理，制定本办法。 第二条 本办法适用于本市公园，公园的范围依照第三条 规定执行。 第三条 公园实行名录管理，名录由市园林部门公布并及时更新。`);
  const [regulation] = segment(manuscript);
  expect(unitsOf(regulation!, manuscript).map((unit) => unit.label)).toEqual(['第一条', '第二条', '第三条']);
});

it('the cells of a spreadsheet are data: no title is taken from them, and its rows stay whole', () => {
  const manuscript = {
    ...manuscriptOf(`地区\t文件名称\t内容
清水市\t清水市公园管理办法\t第一条 为加强公园管理，制定本办法。
青岭区\t青岭区公园管理办法\t第二条 对失信的单位予以通报。`),
    format: 'xlsx' as const,
  };
  const [regulation, ...others] = segment(manuscript);
  expect(others).toEqual([]);
  expect(regulation!.header.title).toBeNull();
  expect(unitsOf(regulation!, manuscript).map((unit) => unit.label)).toEqual([
    '表1第1行',
    '表1第2行',
    '表1第3行',
  ]);
});
