import { describe, expect, it } from 'vitest';
import type { ReadUnit } from '../../model/index.js';
import { assess } from '../../pipeline/assess/assess.js';
import type { CitedUnit } from '../../pipeline/assess/cited-unit.js';
import { type Flags, type HeaderFacts, regulation, unit } from '../builders.js';

const D: Flags = { D: '记入信用记录' };
const QINGSHUI: HeaderFacts = {
  title: '清水市养老服务机构管理办法',
  issuer: '云川省清水市民政局',
};
const HANGZHOU: HeaderFacts = {
  title: '养老服务机构管理办法',
  issuer: '杭州市民政局',
  territory: { province: '浙江省', city: '杭州市' },
};

const basis = (
  text: string,
  { flags = D, facts = QINGSHUI, before = [] as string[], lead = '', kind = 'article' as const } = {},
): ReadUnit => {
  const units = [
    ...before.map((other, at) => unit(`第${'一二三'[at]}条`, other)),
    unit('第九条', text, flags, { lead, kind }),
  ];
  return assess(regulation(facts), units).units.at(-1)!;
};
const answers = ({ assessment }: ReadUnit): string =>
  `${assessment!.national.answer} ${assessment!.local.answer}`;

/** text of the flagged provision, "national local", why the row exists */
type Row = readonly [string, string, string];

describe('the basis of a provision that cites in its own text', () => {
  it.each<Row>([
    [
      '依照《中华人民共和国食品安全法》第一百一十三条的规定，记入信用记录。',
      'yes no',
      'a law with its article',
    ],
    [
      '按照《人力资源市场暂行条例》第三十七条的规定记入信用记录。',
      'yes no',
      '行政法规 whose article the catalogue knows',
    ],
    [
      '按照《企业信息公示暂行条例》第二十条的规定记入信用记录。',
      'unknown no',
      'an article that nobody has read',
    ],
    [
      '按照国务院有关要求和《中华人民共和国食品安全法》第一百一十三条记入信用记录。',
      'yes no',
      'words between 按照 and the title',
    ],
    ['依照《中华人民共和国食品安全法》的规定，记入信用记录。', 'unknown no', 'a law without an article'],
    ['按照《优化营商环境条例》记入信用记录。', 'unknown no', 'no article of it is known to say so'],
    [
      '根据《中华人民共和国统计法》和《中华人民共和国食品安全法》第一百一十三条的规定，记入信用记录。',
      'yes no',
      'a list of titles',
    ],
    [
      '根据国办发〔2020〕49号文件，记入信用记录。',
      'unknown no',
      'a central document: what it says is to be checked',
    ],
    [
      '根据《云川省社会信用条例》第十条，记入信用记录。',
      'no unknown',
      'the province in the issuer’s name; nobody has read it',
    ],
    ['根据《北山省社会信用条例》第十条，记入信用记录。', 'no unknown', 'a place nobody knows'],
    ['根据《浙江省公共信用信息管理条例》第十条，记入信用记录。', 'no unknown', 'own territory not known'],
    [
      '根据《清水市公共信用信息管理办法》，记入信用记录。',
      'no unknown',
      'a local 办法 that may be any level',
    ],
    ['根据《公共信用信息管理条例》，记入信用记录。', 'unknown unknown', 'a bare 条例 not in the catalogue'],
    ['根据清政发〔2018〕3号文件，记入信用记录。', 'no no', 'a normative document'],
    ['根据《市场监督管理行政处罚信息公示规定》，记入信用记录。', 'no no', 'a ministry’s rule is no basis'],
    ['按照联合惩戒有关规定，记入信用记录。', 'no no', 'nothing named'],
    ['依照有关法律、法规的规定，记入信用记录。', 'no no', 'a blanket reference'],
    ['根据法释〔2017〕7号，记入信用记录。', 'unknown no', 'a judicial interpretation is for a person'],
    ['根据《中华人民共和国合同法》第六条，记入信用记录。', 'unknown no', 'a law that ended'],
    ['根据《征信业管理条例》第九十条，记入信用记录。', 'unknown no', 'an article beyond the last'],
    [
      '根据《中华人民共和国民法典》第一千二百条，记入信用记录。',
      'unknown no',
      'an article whose wording nobody has read',
    ],
    ['违反《中华人民共和国食品安全法》规定的，记入信用记录。', 'unknown no', 'the violated law is no ground'],
    ['未按照《中华人民共和国食品安全法》规定报告的，记入信用记录。', 'unknown no', '未按照 is a breach, too'],
    [
      '依照《中华人民共和国食品安全法》第一百二十二条予以处罚，并记入信用记录。',
      'unknown no',
      'ground of the fine',
    ],
    [
      '依照《中华人民共和国食品安全法》的规定，处以罚款，并记入信用记录。',
      'unknown no',
      'a fine stands between',
    ],
    ['记入信用记录，并依照《中华人民共和国食品安全法》予以处罚。', 'unknown no', 'the fine stands behind'],
    [
      '为贯彻落实国办发〔2020〕49号文件，记入信用记录。',
      'unknown no',
      'carrying out is not citing as ground',
    ],
    ['参照《中华人民共和国统计法》记入信用记录。', 'unknown no', 'by analogy only'],
    ['《中华人民共和国统计法》规定的失信情形，记入信用记录。', 'unknown no', 'named without 根据'],
    ['符合本办法第三条的，记入信用记录。', 'no no', 'the document itself'],
    ['根据《清水市养老服务机构管理办法》，记入信用记录。', 'no no', 'the document itself by its title'],
    ['记入信用记录。《中华人民共和国统计法》另有规定的，从其规定。', 'no no', 'a reservation'],
    ['记入信用记录。《清水市养老机构信用条例》同时废止。', 'no no', 'repealed by the provision'],
    ['依据前款规定，记入信用记录。', 'no no', 'a relative reference'],
    [
      '记入信用记录，并在《清水市养老服务手册》中注明。',
      'no no',
      'a document of unknown level, only mentioned',
    ],
    ['违反《养老机构设立许可办法》的，记入信用记录。', 'no no', 'a violated document of unknown level'],
    ['将数据报送《优化营商环境条例》的主管部门，记入信用记录。', 'unknown no', '数据 is no 据'],
  ])('%s → %s (%s)', (text, expected) => {
    const read = basis(text);
    expect(answers(read)).toBe(expected);
    expect(read.assessment!.national.reason).toMatch(/\p{Script=Han}{4}/u);
    expect(read.assessment!.local.reason).toMatch(/\p{Script=Han}{4}/u);
  });

  it.each<Row>([
    ['根据《浙江省公共信用信息管理条例》，记入信用记录。', 'no unknown', 'a province’s 条例 in its city'],
    ['根据《浙江省城市景观风貌条例》第三十条，记入信用记录。', 'no unknown', 'the same, with an article'],
    ['根据《上海市社会信用条例》，记入信用记录。', 'no no', 'another province’s'],
    ['根据《宁波市水资源管理条例》，记入信用记录。', 'no no', 'another city of the same province'],
    ['根据《深圳经济特区社会信用条例》，记入信用记录。', 'no no', 'a zone of another province'],
  ])('in Hangzhou: %s → %s (%s)', (text, expected) => {
    expect(answers(basis(text, { facts: HANGZHOU }))).toBe(expected);
  });

  it('says where a foreign 条例 holds', () => {
    const read = basis('根据《上海市社会信用条例》，记入信用记录。', { facts: HANGZHOU });
    expect(read.assessment!.local.reason).toContain(
      '上海市的地方性法规，不适用于本文件所在地（浙江省杭州市）',
    );
    expect(read.assessment!.weighed).toMatchObject([{ counts: 'neither', level: 'local-regulation' }]);
  });

  it('does not let the basis of one paragraph carry a measure in another', () => {
    const text =
      '依照《中华人民共和国食品安全法》第一百一十三条的规定，记入信用记录。\n情节严重的，限制参加政府采购。';
    const read = basis(text, { flags: { ...D, P: '限制参加政府采购' } });
    expect(answers(read)).toBe('unknown no');
    expect(read.assessment!.national.reason).toContain('失信惩戒');
  });

  it('lets the introducing words of a list carry its entries', () => {
    const text =
      '依照《中华人民共和国食品安全法》第一百一十三条的规定，有下列情形之一的：\n（一）造假的，记入信用记录；\n（二）其他。';
    expect(answers(basis(text))).toBe('yes no');
    const lead = '有下列情形之一的，依照《中华人民共和国食品安全法》第一百一十三条的规定处理：';
    const entry = basis('（一）造假，记入信用记录', { lead });
    expect(answers(entry)).toBe('unknown no');
    const sure = basis('（一）造假，记入信用记录', {
      lead: '依照《中华人民共和国食品安全法》第一百一十三条的规定，对下列情形采取措施：',
    });
    expect(answers(sure)).toBe('yes no');
    expect(sure.assessment!.weighed[0]!.citation).toMatchObject({ start: 0, end: 0 });
  });

  it('takes the ground named in a column of a list of measures', () => {
    const row = unit('表第2行', '记入信用记录\n《中华人民共和国食品安全法》第一百一十三条', D, {
      kind: 'row',
    });
    expect(answers(assess(regulation(QINGSHUI), [row]).units[0]!)).toBe('yes no');
  });

  it('leaves the criteria of a nationwide list in a ministry’s rule to a person', () => {
    const facts: HeaderFacts = { title: '某行业信用管理规定', issuer: '某部', level: 'departmental-rule' };
    const list = basis('造假的，列入黑名单。', { flags: { B: '列入黑名单' }, facts });
    expect(answers(list)).toBe('unknown no');
    expect(list.assessment!.national.reason).toContain('（七）');
    const more = basis('造假的，列入黑名单，限制准入。', {
      flags: { B: '列入黑名单', P: '限制准入' },
      facts,
    });
    expect(answers(more)).toBe('no no');
    expect(more.assessment!.national.reason).toContain('（七）');
  });
});

describe('the basis of a provision that cites nothing', () => {
  const text = '造假的，记入信用记录。';

  it.each<Row>([
    ['根据《中华人民共和国食品安全法》等法律法规，制定本办法。', 'unknown no', 'a law in the 根据 clause'],
    [
      '为了规范管理，依据《中华人民共和国食品安全法》，结合本市实际，制定本办法。',
      'unknown no',
      'with 结合实际',
    ],
    ['根据《云川省社会信用条例》，制定本办法。', 'no unknown', 'a local statute'],
    ['根据《云川省社会信用条例》和国发〔2014〕21号文件，制定本办法。', 'unknown unknown', 'both'],
    ['根据《公共信用条例》，制定本办法。', 'unknown unknown', 'a document of unknown level'],
    ['根据清政发〔2018〕3号文件，制定本办法。', 'no no', 'a normative document'],
    [
      '为贯彻落实国办发〔2020〕49号文件精神，现就有关事项通知如下：',
      'unknown no',
      'the preamble of a notice',
    ],
    ['根据有关法律法规，制定本办法。', 'no no', 'a blanket reference'],
    ['现将《清水市养老服务机构管理办法》印发给你们，请遵照执行。', 'no no', 'the document itself'],
    ['按照《优化营商环境条例》要求，现将有关事项通知如下：', 'unknown no', '按照 … 通知如下'],
    ['本办法适用于养老机构。《中华人民共和国食品安全法》另有规定的除外。', 'no no', 'no 根据 clause'],
  ])('%s → %s (%s)', (clause, expected) => {
    expect(answers(basis(text, { before: [clause] }))).toBe(expected);
  });

  it('names the clause and asks to check, and marks the place', () => {
    const read = basis(text, { before: ['根据《中华人民共和国食品安全法》，制定本办法。'] });
    expect(read.assessment!.national.reason).toBe(
      '制定依据援引了《中华人民共和国食品安全法》（目录收录为法律，2021-04-29版），但本条未直接援引；《中华人民共和国食品安全法》第一百条、第一百一十三条、第一百一十四条规定了记入信用记录（档案）',
    );
    const unread = basis(text, { before: ['根据《中华人民共和国铁路法》，制定本办法。'] });
    expect(unread.assessment!.national.reason).toContain('需核对其是否规定了此类措施');
    expect(read.assessment!.weighed).toMatchObject([{ place: 'enacting-clause', counts: 'national' }]);
  });

  it('does not take the clause for a direct citation where it stands in the flagged provision itself', () => {
    const one = '根据《中华人民共和国食品安全法》，制定本办法，造假的记入信用记录。';
    expect(answers(basis(one))).toBe('unknown no');
  });

  it('lets a purpose clause stand and fall with the provisions that order something', () => {
    const purpose = unit('第一条', '为了建立信用记录制度，制定本办法。', { D: '建立信用记录' });
    const order = unit('第二条', '依照《中华人民共和国食品安全法》第一百一十三条的规定，记入信用记录。', D);
    const both = assess(regulation(QINGSHUI), [purpose, order]);
    expect(both.units.map(answers)).toEqual(['yes no', 'yes no']);
    expect(both.units[0]!.assessment!.national.reason).toContain('制定目的');
    expect(both.proposal!.disposal).toBe('保留');
    expect(assess(regulation(QINGSHUI), [purpose]).units.map(answers)).toEqual(['no no']);
    const orders = unit('第一条', '现决定将失信者列入黑名单，有关事项通知如下：', { B: '列入黑名单' });
    expect(assess(regulation(QINGSHUI), [orders, order]).units.map(answers)).toEqual(['no no', 'yes no']);
  });

  it('does not weigh a form or a receipt that is only mentioned', () => {
    const read = basis('在《清水市养老服务登记表》中注明，记入信用记录。');
    expect(read.assessment!.weighed).toEqual([]);
  });

  it('leaves provisions without ledger labels alone', () => {
    const { units, proposal } = assess(regulation(QINGSHUI), [
      unit('第一条', '三年内不得申请。', { Q: '不得申请' }),
    ]);
    expect(units[0]!.assessment).toBeUndefined();
    expect(proposal).toBeNull();
  });
});

describe('the proposed 处置方式', () => {
  const yes = unit('第二条', '依照《中华人民共和国食品安全法》第一百一十三条的规定，记入信用记录。', D);
  const no = unit('第三条', '造假的，记入信用记录。', D);
  const doubtful = unit('第四条', '根据《公共信用条例》，记入信用记录。', D);
  const ground = unit('第一条', '根据《中华人民共和国食品安全法》，制定本办法。');
  const punishing = unit('第五条', '造假的，限制参加政府采购。', { P: '限制参加政府采购' });
  const plain = (count: number) =>
    Array.from({ length: count }, (_, at) => unit(`第${at + 10}条`, '应当公开收费。'));

  it.each<[string, CitedUnit[], string | null, string]>([
    ['清水市食品管理办法', [yes], '保留', 'every provision has a basis'],
    ['清水市食品管理办法', [yes, no], '修订', 'mixed'],
    ['清水市食品管理办法', [doubtful], null, '保留 or not: only a person can say'],
    ['清水市食品管理办法', [yes, doubtful], null, 'the same with a sure one beside it'],
    ['清水市食品管理办法', [no, doubtful, ...plain(9)], '修订', 'one has to change in any case'],
    ['清水市食品管理办法', [no, doubtful], null, 'the whole document may fall'],
    ['清水市食品管理办法', [ground, no, ...plain(9)], '修订', 'the ground has to be named, or the words go'],
    ['清水市食品管理办法', [ground, punishing, ...plain(9)], '修订', 'also for a punishment'],
    ['清水市食品管理办法', [ground, yes, no, ...plain(9)], '修订', 'one sure, one to be named'],
    ['清水市食品信用管理办法', [ground, no, ...plain(9)], null, '修订 or 废止: credit is what it is about'],
    ['清水市食品信用管理办法', [ground, yes, no, ...plain(9)], '修订', 'a part of it stands in any case'],
    ['清水市食品管理办法', [no, ...plain(9)], '修订', 'incidental provisions'],
    ['清水市食品管理办法', [no, { ...no }, ...plain(1)], '废止', 'most of the document'],
    ['清水市食品安全信用管理办法', [no, ...plain(9)], '废止', 'the title says so'],
    [
      '清水市食品企业信用修复管理规定',
      [no, { ...no }, ...plain(1)],
      '修订',
      'rules of repair have to be made, so they are not repealed',
    ],
    ['清水市信用证管理办法', [no, ...plain(9)], '修订', '信用证 is banking'],
    ['清水市垃圾分类管理条例', [no, ...plain(9)], '修订', 'a 条例 of a congress'],
    ['清水市信用条例（试行）', [no], '修订', 'also where it is about credit'],
  ])('for %s, case %#', (title, units, disposal) => {
    const { proposal } = assess(regulation({ title }), units);
    expect(proposal!.disposal).toBe(disposal);
    expect(proposal!.reason).toMatch(/\p{Script=Han}{6}/u);
  });

  const proposalOf = (facts: HeaderFacts, units: readonly CitedUnit[]) =>
    assess(regulation(facts), units).proposal!;

  it('says what is to be checked and by which rule, and names 保留 only where no direct citation is demanded', () => {
    const facts = { title: '清水市食品管理办法' };
    const recorded = proposalOf(facts, [ground, no, ...plain(9)]);
    expect(recorded.reason).toBe(
      '涉及的1处规定可能有依据但未直接援引，核对有依据的补充写明具体条款，没有的修改或者删除' +
        '（纳入信用信息、设列名单须以法律、法规或者党中央、国务院政策文件为依据：国办发〔2020〕49号（一）（六））' +
        '；核对后认为依据明确、无需修改的，可改填“保留”',
    );
    const punished = proposalOf(facts, [ground, punishing, ...plain(9)]);
    expect(punished.reason).toContain('失信惩戒措施须直接援引依据：国办发〔2020〕49号（九）');
    expect(punished.reason).not.toContain('保留');
  });

  it('takes a fine’s ground and a law only carried out for grounds that have to be named', () => {
    const fined = unit('第六条', '依照《中华人民共和国食品安全法》予以处罚，并记入信用记录。', D);
    expect(proposalOf({ title: '清水市食品管理办法' }, [fined, ...plain(9)]).disposal).toBe('修订');
  });

  it('leaves a 地方性法规 with a law among its grounds open: it is a ground itself', () => {
    const facts: HeaderFacts = { title: '清水市食品条例', level: 'local-regulation' };
    const { disposal, reason } = proposalOf(facts, [ground, no, ...plain(9)]);
    expect(disposal).toBeNull();
    expect(reason).toContain('地方性法规自身可作依据');
    expect(proposalOf(facts, [no, ...plain(9)]).disposal).toBe('修订');
    const read = assess(regulation(facts), [no]).units[0]!;
    expect(read.assessment!.local.answer).toBe('no');
    expect(read.assessment!.local.reason).toContain('自身可否作为依据请人工判断');
  });

  it.each<[HeaderFacts, string]>([
    [{ title: '食品管理规定', level: 'departmental-rule' }, '部门规章的修改、废止由制定机关决定'],
    [
      { title: '清水市食品管理规定', level: 'local-government-rule' },
      '地方政府规章的修改、废止由制定机关决定',
    ],
    [{ title: '清水市食品管理办法（征求意见稿）' }, '未印发的不列入台账'],
  ])('says who decides, and that a draft is not in force: %j', (facts, words) => {
    expect(proposalOf(facts, [no, ...plain(9)])).toMatchObject({
      disposal: '修订',
      reason: expect.stringContaining(words),
    });
  });

  it('does not say of a law, a 行政法规 or a central document that it has no national basis', () => {
    for (const level of ['law', 'administrative-regulation', 'central-policy'] as const) {
      const facts: HeaderFacts = { title: '某文件', level };
      const [read] = assess(regulation(facts), [no]).units;
      expect(answers(read!)).toBe('unknown no');
      expect(read!.assessment!.national.reason).toContain('本文件自身属');
      expect(proposalOf(facts, [no]).reason).toContain('不由报送单位出台的不列入台账');
    }
  });

  it('is left open for laws and central documents', () => {
    for (const level of ['law', 'administrative-regulation', 'central-policy'] as const) {
      expect(assess(regulation({ title: '某法', level }), [no]).proposal!.disposal).toBeNull();
    }
    const known = regulation({ title: '优化营商环境条例', level: 'other' });
    expect(assess(known, [no]).proposal!.disposal).toBeNull();
  });
});
