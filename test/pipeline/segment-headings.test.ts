import { describe, expect, it } from 'vitest';
import type { Block, Manuscript } from '../../model/index.js';
import { segment } from '../../pipeline/segment/segment.js';
import { unitsOf } from '../../pipeline/segment/units.js';
import { manuscriptOf } from '../manuscripts.js';
import { processorTime } from '../processor-time.js';

/** Label, path below the title, and first words of every unit of a manuscript. */
const read = (manuscript: Manuscript): string[] =>
  segment(manuscript).flatMap((regulation) =>
    unitsOf(regulation, manuscript).map(({ label, path, text }) => {
      const above = path.slice(regulation.header.title ? 1 : 0).join(' > ');
      return `${label} [${above}] ${text.replace(/\n/g, ' ')}`;
    }),
  );

/** The manuscript with some lines set apart by style. */
const styled = (text: string, styles: Readonly<Record<string, Partial<Block>>>): Manuscript => {
  const manuscript = manuscriptOf(text);
  const blocks = manuscript.blocks.map((block) => ({
    ...block,
    ...styles[manuscript.text.slice(block.span.start, block.span.end)],
  }));
  return { ...manuscript, blocks };
};

describe('headings without numbers', () => {
  it('stand in the paths of what follows them, and the score is read with its rule', () => {
    const manuscript = manuscriptOf(`清水市居民信用积分标准
各镇应当按照下列标准记分。
失信信息
title_c: 公共秩序
占用消防通道停车的 |
-5 |
高空抛物的 |
-10 |
title_c: 邻里关系
散布谣言、侮辱他
人的 |
-5 |`);
    expect(read(manuscript)).toEqual([
      '正文第1段 [] 各镇应当按照下列标准记分。',
      '“失信信息” [] 失信信息',
      '“失信信息”“公共秩序” [失信信息] title_c: 公共秩序',
      '“失信信息”“公共秩序”第1段 [失信信息 > 公共秩序] 占用消防通道停车的 | -5 |',
      '“失信信息”“公共秩序”第2段 [失信信息 > 公共秩序] 高空抛物的 | -10 |',
      '“失信信息”“邻里关系” [失信信息] title_c: 邻里关系',
      '“失信信息”“邻里关系”第1段 [失信信息 > 邻里关系] 散布谣言、侮辱他 人的 | -5 |',
    ]);
  });

  it('hold numbers that begin anew below them, and not numbers that go on', () => {
    const manuscript = styled(
      `清水市人才公寓申请指南
一、适用范围
本指南适用于人才公寓的申请。
二、办理程序
网上办理
申请人登录系统提交材料。
三、监督管理
对弄虚作假的申请人，取消资格。
申请须知
一、申请人应当如实填报。
二、申请人应当按时缴费。`,
      { 网上办理: { bold: true }, 申请须知: { align: 'center' } },
    );
    expect(read(manuscript)).toEqual([
      '一、 [] 一、适用范围 本指南适用于人才公寓的申请。',
      '二、 [] 二、办理程序',
      '二、“网上办理” [办理程序] 网上办理',
      '二、“网上办理”第1段 [办理程序 > 网上办理] 申请人登录系统提交材料。',
      '三、 [] 三、监督管理 对弄虚作假的申请人，取消资格。',
      '“申请须知” [] 申请须知',
      '“申请须知”一、 [申请须知] 一、申请人应当如实填报。',
      '“申请须知”二、 [申请须知] 二、申请人应当按时缴费。',
    ]);
  });

  it('stand above the rows of tables', () => {
    const manuscript = manuscriptOf(`清水市物业服务企业信用评价办法
第一条 信用评价按照附件的标准进行。
附件2
物业服务企业失信行为扣分表
行为\t扣分
拒不移交资料\t10`);
    expect(read(manuscript).slice(-2)).toEqual([
      '附件2表1第1行 [附件2 > 物业服务企业失信行为扣分表] 行为 扣分',
      '附件2表1第2行 [附件2 > 物业服务企业失信行为扣分表] 拒不移交资料 10',
    ]);
  });

  it('end an article when they are set apart, and a short 款 does not', () => {
    const text = `清水市公园管理办法
第一条 公园分为下列各类：
综合公园
专类公园，包括植物园和动物园。
罚则
第二条 违反本办法的，由园林部门责令改正。`;
    expect(read(styled(text, { 罚则: { headingLevel: 3 } }))).toEqual([
      '第一条 [] 第一条 公园分为下列各类： 综合公园 专类公园，包括植物园和动物园。',
      '“罚则” [] 罚则',
      '第二条 [罚则] 第二条 违反本办法的，由园林部门责令改正。',
    ]);
  });
});

it('what a site puts below a text is no part of its last article', () => {
  const manuscript = manuscriptOf(`清水市公园管理办法
第一条 为加强公园管理，制定本办法。
第二条 本办法自2020年1月1日起施行。
参考资料
清水日报2020年1月2日第2版
词条标签：公园`);
  expect(read(manuscript).slice(1)).toEqual([
    '第二条 [] 第二条 本办法自2020年1月1日起施行。',
    '正文第1段 [] 参考资料',
    '正文第2段 [] 清水日报2020年1月2日第2版',
    '正文第3段 [] 词条标签：公园',
  ]);
});

describe('paths in words', () => {
  const cases: [text: string, labels: string[], why: string][] = [
    [
      '甲办法\n第一条 甲。\n附件1\n1. 甲的要求。\n2. 乙的要求。',
      ['第一条', '附件1', '附件1 1.', '附件1 2.'],
      'numbers do not run together',
    ],
    [
      '甲办法\n第一条 甲。\n附件一\n一、甲的要求。',
      ['第一条', '附件一', '附件一 一、'],
      'nor do Chinese ones',
    ],
    [
      '甲通知\n一、甲\n（一）乙。\n1. 丙。',
      ['一、', '一、（一）'],
      'signs of different kinds need nothing between them',
    ],
    [
      '甲办法\n第一章 总则\n甲的说明。\n第二章 附则\n乙的说明。',
      ['第一章', '第一章第1段', '第二章', '第二章第1段'],
      'paragraphs are counted inside their chapter',
    ],
  ];
  it.each(cases)('%j has %j: %s', (text, labels) => {
    const manuscript = manuscriptOf(text);
    const [regulation] = segment(manuscript);
    expect(unitsOf(regulation!, manuscript).map(({ label }) => label)).toEqual(labels);
  });
});

describe('what only looks like the frame of a document', () => {
  it('a list of documents at the head of a file is read, row by row, and is no table of header facts', () => {
    const table = manuscriptOf(`名称\t文号\t发布日期\t措施
甲办法\t清政发〔2018〕1号\t2018年1月1日\t列入失信名单
乙办法\t清政发〔2019〕2号\t2019年1月1日\t限制申报资金`);
    expect(read(table).join('\n')).toMatch(/列入失信名单[\s\S]*限制申报资金/);
  });

  it('a table of header facts is taken off the text', () => {
    const manuscript = manuscriptOf(`索引号\tQS-001\t发文机关\t清水市人民政府
成文日期\t2018年1月1日\t文号\t清政发〔2018〕1号
清水市垃圾投放办法
第一条 不按规定投放垃圾的，列入失信名单。`);
    const [regulation] = segment(manuscript);
    expect(regulation!.header.documentNumber?.value).toBe('清政发〔2018〕1号');
    expect(read(manuscript)).toHaveLength(1);
  });

  it('a sentence that begins as the foot of a notice does is text when it orders something', () => {
    const words = read(
      manuscriptOf(`关于加强垃圾投放管理的通知
各镇人民政府：
一、检查结果及时通报。
抄送人民银行的名单应当同时记入信用档案。
抄送：市委办公室，市人大常委会办公室。`),
    ).join('\n');
    expect(words).toContain('记入信用档案');
    expect(words).not.toContain('市委办公室');
  });
});

it('a line that opens one quotation after the other costs no time', () => {
  const line = `通知${'“》'.repeat(43)}甲`;
  const spent = processorTime();
  segment(manuscriptOf(Array.from({ length: 200 }, () => line).join('\n')));
  expect(spent()).toBeLessThan(3000);
});
