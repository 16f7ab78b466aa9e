import { describe, expect, it } from 'vitest';
import { MEASURE_KINDS, measureKindsIn, measureName, measuresIn, providesFor } from '../../corpus/index.js';
import type { Label } from '../../model/index.js';
import { processorTime } from '../processor-time.js';

/** A sentence written for the test, the kinds that must be found, and those that must not; the reason of the row. */
const ROWS: readonly [text: string, found: string, not: string, reason: string][] = [
  ['将其违约行为记入信用档案。', 'record', 'list publicity', 'the plain record'],
  ['主管部门应当建立养护单位诚信档案。', 'record', 'access', 'a file is kept'],
  ['将摊主的不文明行为纳入不良记录。', 'record', '', 'a record without the word credit'],
  ['一次扣诚信分三分。', 'record', '', 'points are a record'],
  [
    '各科室每月向清水市信用信息平台报送处罚信息。',
    'share',
    'list',
    'information goes to a system: the verb before it',
  ],
  ['信用信息由市信用中心归集。', 'share', '', 'the verb after it'],
  ['对拒不改正的，在媒体上公开曝光。', 'publicity', 'record', 'exposure'],
  ['违规停放的车辆号牌，每周向社会公布。', 'publicity', '', 'publication about a wrong'],
  ['青岭区应当向社会公布避难场所的位置。', '', 'publicity', 'publication about no subject'],
  ['灯会筹备应当遵循公开、公平和诚实信用原则。', '', 'publicity share record', 'principles'],
  [
    '注销公告在信用信息公示系统上发布。',
    '',
    'publicity licence',
    'the name of a system is no publication of credit',
  ],
  ['通过信用信息公示系统公示其行政处罚。', 'publicity', '', 'a penalty is published there'],
  ['材料不齐的，不予受理。', '', 'access', 'a step of procedure'],
  ['虚假材料被处罚的，三年内不予受理。', 'access', '', 'a refusal with a term'],
  ['列入拖欠租金黑名单。', 'list', '', 'the common word'],
  ['列入经营异常名录。', 'list', '', 'a directory'],
  ['将其移出失信名单。', 'list repair', '', 'leaving a list is repair, and speaks of the list'],
  ['清水市古树名录由林业局公布。', '', 'list', 'a directory of trees'],
  ['对物业企业开展信用等级评定。', 'rating', 'joint', 'grades'],
  ['依法依规实施联合惩戒。', 'joint', 'record', 'the general clause'],
  ['办理补贴时应当查询申请人信用报告。', 'use', '', 'credit is looked at'],
  ['将信用状况作为分配车位的重要依据。', 'use', '', 'credit counts'],
  ['三年内不得从事河道采砂。', 'access', '', 'a bar with a term'],
  ['任何人不得从事下列活动。', '', 'access', 'a ban on conduct is no bar on a person'],
  ['情节严重的，清出本市保洁市场。', 'access', '', 'put out of the market'],
  ['终身不得担任评审专家。', 'office', '', 'an office'],
  ['限制其乘坐飞机和入住高档酒店。', 'consumption', 'finance', 'consumption'],
  ['可以限制其法定代表人出境。', 'exit', '', 'leaving the country'],
  ['限制失信学员报考。', 'schooling', '', 'schooling'],
  ['取消其一年内的投标资格。', 'tender', '', 'tenders'],
  ['禁止参加政府采购活动。', 'procurement', '', 'procurement'],
  ['限制参与国有建设用地土地出让。', 'trading', '', 'land'],
  ['两年内不再受理其补助资金申请。', 'funds', '', 'money'],
  ['任何单位不得挪用补助资金。', '', 'funds', 'a ban on conduct that names money'],
  ['取消其评先评优资格。', 'honours', '', 'honours'],
  ['从严审批其贷款。', 'finance', '', 'loans'],
  ['将其列为重点监管对象。', 'supervision', '', 'closer supervision'],
  ['提高对其抽查的频次。', 'supervision', '', 'more inspections'],
  ['乡镇应当加强日常监督检查。', '', 'supervision', 'a duty of the authority alone'],
  ['不再适用告知承诺制。', 'convenience', '', 'no easier procedure'],
  ['情节严重的，吊销其经营许可。', 'licence', 'list', 'a licence'],
  ['限制录用为公务员。', 'recruitment', '', 'public service'],
  ['完成信用修复后，停止公示失信信息。', 'repair', '', 'repair'],
  ['处二百元以上五百元以下罚款。', '', 'record publicity list access licence', 'a fine alone is none'],
  ['将其“失 信”行为\n记入 信用 档案', 'record', '', 'blanks, quotation marks and line ends do not hide it'],
];

describe('measuresIn', () => {
  it.each(ROWS)('reads “%s” as %s, not as “%s”: %s', (text, found, not) => {
    const kinds: readonly string[] = measureKindsIn(text);
    for (const kind of found.split(' ').filter(Boolean)) expect(kinds).toContain(kind);
    for (const kind of not.split(' ').filter(Boolean)) expect(kinds).not.toContain(kind);
    expect([...new Set(measuresIn(text).map(({ kind }) => kind))].sort()).toEqual([...kinds].sort());
  });

  it('gives places in the text as it was given', () => {
    const text = '一是 将违约行为 记入 “信用档案”，\n二是联合惩戒。';
    const places = measuresIn(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);
    expect(places).toContainEqual(['record', '记入 “信用档案']);
    expect(places).toContainEqual(['joint', '联合惩戒']);
  });

  it('has a row for every kind, and every kind a name and a label', () => {
    for (const { id, labels } of MEASURE_KINDS) {
      expect(
        ROWS.some(([, found]) => found.split(' ').includes(id)),
        id,
      ).toBe(true);
      expect(measureName(id)).not.toBe(id);
      expect(labels.length).toBeGreaterThan(0);
    }
  });

  it('ends soon on a long text without stops', () => {
    const text = '限制信用名单公布记录处罚'.repeat(4000);
    const spent = processorTime();
    measureKindsIn(text);
    measuresIn(text);
    expect(spent()).toBeLessThan(5000);
  });
});

describe('providesFor', () => {
  const rows: readonly [article: string, wanted: string, Label[], 'yes' | 'no' | 'unknown', string][] = [
    ['将违法行为记入信用记录，并向社会公示。', 'record', [], 'yes', 'the same kind'],
    ['将违法行为记入信用记录，并向社会公示。', 'honours publicity', [], 'yes', 'one of the kinds is enough'],
    ['五年内不得担任评审专家。', 'tender', ['P'], 'unknown', 'another kind of the same column'],
    ['吊销其许可证件。', 'record', ['D'], 'unknown', 'a measure of another column: a person looks'],
    ['本条例所称绿地，是指公园和街头绿地。', 'record', ['D'], 'no', 'nothing of the field stands in it'],
    ['处五百元以下罚款。', 'list', ['B'], 'no', 'a fine is no list'],
    ['城市管理监督管理部门负责本条例的实施。', 'supervision', ['P'], 'no', "a body's name is no measure"],
    ['依照有关法律的规定给予处罚。', 'record', ['D'], 'unknown', 'it refers on'],
    ['对失信者的处理办法另行制定。', 'record', ['D'], 'unknown', 'a word of the field without a measure'],
    [
      '列入严重违法失信名单。',
      '',
      ['B'],
      'yes',
      'no kind was found in the provision, its label has one kind only',
    ],
    [
      '依法予以联合惩戒。',
      '',
      ['P'],
      'unknown',
      'no kind was found in the provision, its label has many kinds',
    ],
    ['', 'record', [], 'no', 'an empty text provides for nothing'],
  ];
  it.each(rows)('says of “%s” for %s %j: %s, because %s', (article, wanted, labels, answer) => {
    const measures = wanted.split(' ').filter(Boolean) as Parameters<typeof providesFor>[1]['measures'];
    expect(providesFor(article, { measures, labels })).toBe(answer);
  });
});
