import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftRow, Label } from '../../model/index.js';
import { assess } from '../../pipeline/assess/assess.js';
import type { CitedUnit } from '../../pipeline/assess/cited-unit.js';
import { documentName } from '../../pipeline/draft/document-name.js';
import { namePlaces } from '../../pipeline/draft/places.js';
import { draft } from '../../pipeline/draft.js';
import { type HeaderFacts, regulation, unit } from '../builders.js';

const rowOf = (facts: HeaderFacts, units: readonly CitedUnit[]): DraftRow | null => {
  const document = regulation(facts);
  const assessed = assess(document, units);
  return draft(document, assessed.units, assessed.proposal);
};
/** One half of a surrogate pair without the other. */
const HALF_CHARACTER = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const plain = (count: number): CitedUnit[] =>
  Array.from({ length: count }, (_, at) => unit(`第${at + 30}条`, '收费标准应当向社会公开。'));

describe('the rows of the national form’s samples', () => {
  it('revises a 条例 whose clause puts conduct into credit records and a blacklist', () => {
    const text =
      '第二十六条 单位和个人不按规定投放垃圾，受到行政处罚的，处罚信息记入企业和个人信用记录，情节严重的列入“黑名单”。';
    const row = rowOf({ title: '清水市垃圾分类管理条例', number: '清水市人大常委会公告第7号' }, [
      unit('第一条', '为了加强垃圾分类管理，制定本条例。'),
      unit('第二十六条', text, { D: '记入企业和个人信用记录', B: '列入“黑名单”' }),
      ...plain(8),
    ]);
    expect(row).toEqual({
      document: '《清水市垃圾分类管理条例》（清水市人大常委会公告第7号）',
      disclosure: '是',
      blacklist: '是',
      punishment: '否',
      summary: `第二十六条：${text.slice(6, -1)}`,
      nationalBasis: '否',
      localBasis: '否',
      basisContent: '无',
      disposal: '修订',
      reasons: {
        nationalBasis: '第二十六条：本条及制定依据均未援引法律、行政法规或者党中央、国务院政策文件',
        localBasis: '第二十六条：本条及制定依据均未援引地方性法规',
        disposal:
          '涉及的1处规定未见依据，建议提请修订相关条款；本文件名为条例，应由有立法权的机关制定，不由报送单位废止',
      },
    });
  });

  it('repeals a notice on credit management without a basis', () => {
    const row = rowOf({ title: '清水市交通运输局关于加强信用管理的通知', number: '清交发〔2018〕12号' }, [
      unit(
        '二、（一）',
        '行人闯红灯受到处罚的，记入个人信用记录，多次发生的列入“黑名单”，不得驾驶出租汽车。',
        {
          D: '记入个人信用记录',
          B: '列入“黑名单”',
          P: '不得驾驶出租汽车',
        },
      ),
      ...plain(5),
    ]);
    expect(row).toMatchObject({
      document: '《清水市交通运输局关于加强信用管理的通知》（清交发〔2018〕12号）',
      disclosure: '是',
      blacklist: '是',
      punishment: '是',
      nationalBasis: '否',
      localBasis: '否',
      basisContent: '无',
      disposal: '废止',
    });
  });

  it('repeals a 办法 on personal credit information, and makes no number up', () => {
    const row = rowOf({ title: '清水市个人信用信息管理办法' }, [
      unit('第八条', '审批部门可以通过市平台查询申请人的信用积分，对低分者实施失信惩戒。', {
        D: '通过市平台查询申请人的信用积分',
        P: '实施失信惩戒',
      }),
      ...plain(5),
    ]);
    expect(row).toMatchObject({
      document: '《清水市个人信用信息管理办法》',
      disclosure: '是',
      blacklist: '否',
      punishment: '是',
      nationalBasis: '否',
      localBasis: '否',
      basisContent: '无',
      disposal: '废止',
    });
  });
});

describe('draft', () => {
  it('keeps a document whose every measure cites its ground, and names the article', () => {
    const row = rowOf(
      { title: '清水市食品经营监督检查办法', number: '清市监规〔2022〕1号', issuer: '清水市市场监督管理局' },
      [
        unit('第七条', '依照《中华人民共和国食品安全法》第一百一十三条的规定，建立信用档案并向社会公布。', {
          D: '建立信用档案并向社会公布',
        }),
        ...plain(8),
      ],
    );
    expect(row).toMatchObject({
      nationalBasis: '是',
      localBasis: '否',
      basisContent: '第七条：《中华人民共和国食品安全法》第一百一十三条',
      disposal: '保留',
    });
  });

  it('says 待核实 and shows what is to be checked where the grounds stand only in the 根据 clause', () => {
    const row = rowOf({ title: '清水市食品信用管理办法' }, [
      unit('第一条', '根据《中华人民共和国食品安全法》，制定本办法。'),
      unit('第七条', '造假的，记入信用档案。', { D: '记入信用档案' }),
      unit('第八条', '造假的，列入黑名单。', { B: '列入黑名单' }),
    ]);
    expect(row).toMatchObject({
      nationalBasis: '待核实',
      localBasis: '否',
      basisContent: '制定依据：《中华人民共和国食品安全法》（待核实）',
      disposal: '',
    });
  });

  it('asks nothing of one side where a provision rests on the other', () => {
    const national = unit('第七条', '依照《中华人民共和国食品安全法》第一百一十三条，记入信用档案。', {
      D: '记入信用档案',
    });
    const local = unit('第八条', '依照《上海市优化营商环境条例》第八十五条，造假的列入黑名单。', {
      B: '列入黑名单',
    });
    const none = unit('第九条', '造假的，限制准入。', { P: '限制准入' });
    const facts = { title: '上海市食品经营监督检查办法', issuer: '上海市市场监督管理局' };
    expect(rowOf(facts, [national, local])).toMatchObject({ nationalBasis: '是', localBasis: '是' });
    expect(rowOf(facts, [national, local, none])).toMatchObject({ nationalBasis: '否', localBasis: '否' });
    expect(rowOf(facts, [national])).toMatchObject({ nationalBasis: '是', localBasis: '否' });
  });

  it('names what the provisions cite before the grounds of the whole document', () => {
    const row = rowOf({ title: '清水市食品监督办法' }, [
      unit('第一条', '根据《中华人民共和国食品安全法》，制定本办法。'),
      unit('第七条', '造假的，记入信用档案。', { D: '记入信用档案' }),
      unit('第八条', '按照《人力资源市场暂行条例》第三十五条的规定公示失信信息。', { D: '公示失信信息' }),
    ]);
    expect(row!.basisContent).toBe(
      '第八条：《人力资源市场暂行条例》第三十五条；制定依据：《中华人民共和国食品安全法》（待核实）',
    );
  });

  it('says 否 where one of several provisions has no basis', () => {
    const row = rowOf({ title: '清水市食品经营监督检查办法' }, [
      unit('第七条', '依照《中华人民共和国食品安全法》第一百一十三条的规定，记入信用档案。', {
        D: '记入信用档案',
      }),
      unit('第八条', '造假的，列入黑名单。', { B: '列入黑名单' }),
    ]);
    expect(row).toMatchObject({
      nationalBasis: '否',
      disposal: '修订',
      basisContent: '第七条：《中华人民共和国食品安全法》第一百一十三条',
    });
    expect(row!.reasons.nationalBasis).toContain('第八条：本条及制定依据均未援引');
  });

  it('has no row for a document that touches none of the three columns', () => {
    expect(
      rowOf({ title: '某办法' }, [unit('第一条', '三年内不得申请。', { Q: '不得申请' }), ...plain(3)]),
    ).toBeNull();
  });

  it('merges provisions that say nearly the same', () => {
    const units = [15, 20, 23, 31, 40].map((number) =>
      unit(`第${number}条`, `违反本办法第${number - 9}条规定的，责令改正，记入信用档案。`, {
        D: '记入信用档案',
      }),
    );
    expect(rowOf({ title: '某办法' }, units)!.summary).toBe(
      '第15条、第20条等5条：违反本办法第6条规定的，责令改正，记入信用档案',
    );
  });

  it('cuts long sentences down to the clauses around the evidence', () => {
    const far = '主管部门应当加强对养老服务机构的日常监督检查和年度考核工作，'.repeat(4);
    const text = `第九条 ${far}发现造假行为的，记入信用档案，${far}并定期通报。其他事项另行规定。情节严重的，列入黑名单。`;
    const row = rowOf({ title: '某办法' }, [unit('第九条', text, { D: '记入信用档案', B: '列入黑名单' })]);
    expect(row!.summary).toBe('第九条：发现造假行为的，记入信用档案……情节严重的，列入黑名单');
  });

  it('does not begin a quotation inside brackets', () => {
    const long = '推进诚信体系建设工作，'.repeat(8);
    const text = `${long}按照《某意见》（以下简称意见，下同）要求${'对情节严重的当事人'.repeat(10)}列入黑名单。`;
    expect(rowOf({ title: '某办法' }, [unit('一、', text, { B: '列入黑名单' })])!.summary).toMatch(
      /^一：要求对情节严重的当事人/,
    );
  });

  const quoted = (label: string, text: string, flags: Partial<Record<Label, string>>): string =>
    rowOf({ title: '某办法' }, [unit(label, text, flags)])!.summary;

  it.each<[string, string, string, Partial<Record<Label, string>>]>([
    [
      '逾期不补办的，由主管部门责令限期补办；仍不补办的，作为不良行为，记入信用档案',
      '第九条',
      '第九条 逾期不补办的，由主管部门责令限期补办；仍不补办的，作为不良行为，记入信用档案。',
      { D: '记入信用档案' },
    ],
    [
      '将企业缴费情况记入信用手册',
      '（五）',
      `${'主管部门应当建立台账并定期核对企业申报的全部资料，'.repeat(4)}\n并将企业缴费情况记入信用手册`,
      { D: '记入信用手册' },
    ],
    [
      '各部门应当向平台报送处罚信息',
      '一、',
      '一、加强信用信息归集\n各部门应当向平台报送处罚信息。',
      { D: '报送处罚信息' },
    ],
    [
      '完善信用信息归集。各部门每月通过专网上传数据',
      '一、',
      '一、完善信用信息归集。各部门每月通过专网上传数据。',
      { D: '信用信息归集' },
    ],
    [
      '审批部门可以查询信用档案',
      '（一）',
      '（一）信息应用： 1．审批部门可以查询信用档案。',
      { D: '查询信用档案' },
    ],
    ['不按时开会的，-2', '第3段', '不按时开会的|-2|', { P: '不按时开会' }],
  ])('quotes %s', (expected, label, text, flags) => {
    expect(quoted(label, text, flags)).toBe(`${label.replace(/、$/u, '')}：${expected}`);
  });

  it('says the same words once, and leaves out a heading whose labels other words carry', () => {
    const text = '二、加强信用管理。各企业建立信用档案；各企业建立信用档案。其他要求。失信的列入黑名单。';
    const read = unit('二、', text, { D: '信用管理', B: '列入黑名单' });
    const [first] = read.classification.evidence;
    const at = [12, 21].map((start) => ({ ...first!, start, end: start + 6 }));
    const evidence = [...read.classification.evidence, ...at].sort((a, b) => a.start - b.start);
    const row = rowOf({ title: '某通知' }, [
      { ...read, classification: { ...read.classification, evidence } },
    ]);
    expect(row!.summary).toBe('二：各企业建立信用档案……失信的列入黑名单');
  });

  it('gives up what leads to the evidence before the evidence is cut off', () => {
    const before = '主管部门应当会同行业协会建立从业人员信用档案并向社会公示。';
    const text = `${before}其他事项另定。${'经查证属实的被投诉举报记录'.repeat(6)}，作为不良行为记入信用档案。`;
    const read = unit('第九条', text, { D: '信用档案并向社会公示' });
    const [first] = read.classification.evidence;
    const start = text.lastIndexOf('记入信用档案');
    const evidence = [first!, { ...first!, start, end: start + 6 }];
    const row = rowOf({ title: '某办法' }, [
      { ...read, classification: { ...read.classification, evidence } },
    ]);
    expect(row!.summary).toBe(`第九条：${before.slice(0, -1)}……作为不良行为记入信用档案`);
  });

  it.each(['    ', '||||', '，并，并', '信用信用', '（（（（'])(
    'takes no long time over a text of %j',
    (filler) => {
      const run = filler.repeat(20_000);
      const read = unit('第九条', `${run}列入名单${run}`, { B: '列入名单' });
      const [first] = read.classification.evidence;
      const evidence = Array.from({ length: 500 }, (_, at) => ({
        ...first!,
        start: at * 90,
        end: at * 90 + 4,
      }));
      // Of a processor: a busy machine is no failure.
      const before = process.cpuUsage();
      rowOf({ title: '某办法' }, [{ ...read, classification: { ...read.classification, evidence } }]);
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(3000);
    },
  );

  it('leaves nothing out between clauses that follow each other', () => {
    const text = `为民服务，${'各地要积极拓展'.repeat(9)}信用档案覆盖面，发挥信用档案作用${'，定期评估'.repeat(14)}。`;
    const read = unit('第九条', text, { D: '信用档案覆盖面' });
    const [first] = read.classification.evidence;
    const start = text.indexOf('发挥信用档案');
    const evidence = [first!, { ...first!, start, end: start + 6 }];
    const row = rowOf({ title: '某办法' }, [
      { ...read, classification: { ...read.classification, evidence } },
    ]);
    expect(row!.summary).toMatch(/信用档案覆盖面，发挥信用档案作用$/);
  });

  it('ends a long quotation at a mark', () => {
    const text = `造假的，列入黑名单${'并在部门网站公布其全部违法信息、'.repeat(12)}定期更新。`;
    const summary = quoted('第九条', text, { B: '列入黑名单' });
    expect(summary).toMatch(/公布其全部违法信息……$/);
    expect([...summary].length).toBeLessThan(116);
  });

  it('leaves purposes, definitions and competences out where measures fill the cell', () => {
    const idle = Array.from({ length: 12 }, (_, at) =>
      unit(
        `第${at + 2}条`,
        `本办法所称第${at}种信用信息，是指${'甲乙丙丁戊己庚辛'.slice(at % 8).repeat(5)}等方面的信用信息和资料。`,
        { D: '信用信息' },
      ),
    );
    const purpose = unit('第一条', '为了建立信用记录制度，制定本办法。', { D: '信用记录' });
    const measure = unit('第四十条', '造假的，记入信用记录。', { D: '记入信用记录' });
    const row = rowOf({ title: '某办法' }, [purpose, ...idle, measure])!;
    expect(row.summary).toContain('第四十条：造假的，记入信用记录');
    expect(row.summary).not.toContain('第一条');
    expect(rowOf({ title: '某办法' }, [purpose])!.summary).toContain('第一条：为了建立信用记录制度');
  });

  it('leaves out the number of an article, also where it stands right before the words', () => {
    const row = rowOf({ title: '某办法' }, [
      unit('第九条', '第九条将造假者列入黑名单。', { B: '列入黑名单' }),
    ]);
    expect(row!.summary).toBe('第九条：将造假者列入黑名单');
  });

  it('shows each label at least once where not all provisions fit', () => {
    const words = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒';
    const units = Array.from({ length: 30 }, (_, at) => {
      const own = [...words].map((_, n) => words[(n * (at + 3) + at * 7) % words.length]).join('');
      return unit(`第${at + 1}条`, `${own}，记入档案。`, { D: '记入档案' });
    });
    const last = unit('第九十条', '严重的，列入黑名单。', { B: '列入黑名单' });
    const { summary } = rowOf({ title: '某办法' }, [...units, last])!;
    expect(summary).toContain('第九十条：严重的，列入黑名单');
    expect(summary).toMatch(/；等共31处$/);
    expect([...summary].length).toBeLessThanOrEqual(400);
  });

  it('stays within a cell and is the same each time, whatever the text', () => {
    const label = fc.constantFrom<Label>('D', 'B', 'P');
    const text = fc.string({
      unit: fc.constantFrom(...'信用记录黑名单惩戒，。；：\n 《》（）甲乙丙12😀'),
      maxLength: 300,
    });
    const made = fc.array(fc.record({ label, before: text, after: text }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(made, (entries) => {
        const build = (): DraftRow =>
          rowOf(
            { title: '某办法' },
            entries.map(({ label, before, after }, at) =>
              unit(`第${at + 1}条`, `${before}列入名单${after}`, { [label]: '列入名单' }),
            ),
          )!;
        const row = build();
        expect([...row.summary].length).toBeLessThanOrEqual(400);
        expect(row.summary.length).toBeGreaterThan(4);
        expect(row.summary).not.toMatch(HALF_CHARACTER);
        expect(build()).toEqual(row);
      }),
      { numRuns: 60 },
    );
  });
});

describe('documentName', () => {
  it.each([
    ['某办法', '某发〔2020〕1号', '《某办法》（某发〔2020〕1号）'],
    ['《某办法》', undefined, '《某办法》'],
    ['关于印发《某办法》的通知', undefined, '《关于印发〈某办法〉的通知》'],
    [
      '关于转发《某局关于印发〈某办法〉的通知》的通知',
      undefined,
      '《关于转发〈某局关于印发《某办法》的通知〉的通知》',
    ],
    ['《甲办法》和《乙办法》', undefined, '《〈甲办法〉和〈乙办法〉》'],
    [undefined, '某发〔2020〕1号', '（文件未载明名称）（某发〔2020〕1号）'],
  ])('writes %s %s as %s', (title, number, expected) => {
    expect(documentName(regulation({ ...(title && { title }), ...(number && { number }) }).header)).toBe(
      expected,
    );
  });
});

describe('namePlaces', () => {
  it.each([
    [['第一条'], '第一条'],
    [['第一条', '第二条', '第一条'], '第一条、第二条'],
    [['第一条', '第二条', '第三条', '第四条'], '第一条、第二条等4条'],
    [['一', '二、（一）', '第三条', '四'], '一，二、（一）等4处'],
    [['正文第3段', '正文第4段'], '正文第3段、第4段'],
    [['二、第1段', '三、第1段'], '二、第1段，三、第1段'],
  ])('writes %j as %s', (places, expected) => {
    expect(namePlaces(places)).toBe(expected);
  });
});
