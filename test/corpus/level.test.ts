import { describe, expect, it } from 'vitest';
import { levelOfCitation } from '../../corpus/index.js';

/** title, 文号, level, sides on which it could be a basis, and the reason the row exists. */
const ROWS: readonly [string, string, string, string, string][] = [
  // The catalogue.
  ['中华人民共和国食品安全法', '', 'law', 'national', 'a law by its full name'],
  ['食品安全法', '', 'law', 'national', '中华人民共和国 dropped'],
  ['中华人民共和国 安全生产法（2021修正）', '', 'law', 'national', 'white space and a mark of the version'],
  ['中华人民共和国民法典', '', 'law', 'national', 'stands in the index as eight rows'],
  ['优化营商环境条例', '', 'administrative-regulation', 'national', '条例 of the State Council'],
  ['企业信息公示暂行条例', '国务院令第654号', 'administrative-regulation', 'national', 'title and decree'],
  ['互联网信息服务管理办法', '', 'administrative-regulation', 'national', 'a 办法 that is 行政法规'],
  ['国务院关于加强食品等产品安全监督管理的特别规定', '', 'administrative-regulation', 'national', 'a 规定'],
  ['浙江省公共信用信息管理条例', '', 'local-regulation', 'local', 'a local 条例'],
  ['上海市实施《中华人民共和国食品安全法》办法', '', 'local-regulation', 'local', 'inner title in full'],
  ['上海市实施〈食品安全法〉办法', '', 'local-regulation', 'local', 'inner title in single brackets'],
  ['上海市不动产登记若干规定', '', 'local-regulation', 'local', 'a local 规定 by a congress'],
  [
    '最高人民法院关于公布失信被执行人名单信息的若干规定',
    '',
    'judicial-interpretation',
    'national',
    '规定 of a court',
  ],
  ['市场监督管理行政处罚信息公示规定', '', 'departmental-rule', '', 'a 规定 of a ministry'],
  ['中华人民共和国合同法', '', 'law', 'national', 'a law that ended'],
  // Central policy documents of the list.
  [
    '社会信用体系建设规划纲要（2014—2020年）',
    '国发〔2014〕21号',
    'central-policy',
    'national',
    'the plan itself',
  ],
  [
    '社会信用体系建设规划纲要(2014-2020年)',
    '',
    'central-policy',
    'national',
    'without number, other brackets',
  ],
  ['', '国办发〔2020〕49号', 'central-policy', 'national', 'a number alone'],
  ['关于健全社会信用体系的意见', '', 'central-policy', 'national', 'published without a number'],
  // Prefixes of 文号.
  ['关于某项工作的意见', '中发〔2019〕1号', 'central-policy', 'national', '中发'],
  ['关于某项工作的意见', '中办发[2019]1号', 'central-policy', 'national', 'square brackets'],
  ['', '厅字〔2019〕8号', 'central-policy', 'national', '厅字'],
  ['', '冀厅字〔2019〕8号', 'normative-document', '', '厅字 of a province'],
  ['', '国函〔2019〕8号', 'central-policy', 'national', '国函'],
  ['', '国办函〔2019〕8号', 'central-policy', 'national', '国办函'],
  ['', '国发明电〔2019〕8号', 'central-policy', 'national', '国发明电'],
  ['', '国办发明电〔2019〕8号', 'central-policy', 'national', '国办发明电'],
  ['', '国办秘函〔2019〕8号', 'unknown', 'national', 'another series of the same office'],
  ['', '国发改财金〔2019〕8号', 'normative-document', '', 'only begins like 国发'],
  ['', '发改财金规〔2024〕203号', 'normative-document', '', 'a commission'],
  ['', '税总发〔2014〕110号', 'normative-document', '', 'a state bureau'],
  ['', '国务院令第736号', 'administrative-regulation', 'national', 'decree of the State Council'],
  ['', '中华人民共和国国务院令（第654号）', 'administrative-regulation', 'national', 'in brackets'],
  ['', '中华人民共和国主席令第二十一号', 'law', 'national', 'decree of the President'],
  ['', '住房和城乡建设部令第11号', 'departmental-rule', '', 'decree of a ministry'],
  ['', '工业和信息化部第24号令', 'departmental-rule', '', 'number before 令'],
  ['', '国家市场监督管理总局令第44号', 'departmental-rule', '', 'decree of a bureau'],
  ['', '广东省人民政府令第203号', 'local-government-rule', '', 'decree of a province'],
  ['', '粤府令第197号', 'local-government-rule', '', 'decree of a province, short'],
  ['', '四川省人民政府令第188号', 'local-government-rule', '', 'not taken for a ministry'],
  ['', '市政府令第67号', 'local-government-rule', '', 'decree of a city'],
  ['', '法释〔2017〕7号', 'judicial-interpretation', 'national', '法释'],
  ['', '法发〔2017〕7号', 'normative-document', '', 'a court document that is no interpretation'],
  ['', '河北省第十三届人民代表大会常务委员会公告第5号', 'local-regulation', 'local', 'a congress publishes'],
  ['', '令第350号', 'unknown', 'national,local', 'the head of the number is lost'],
  [
    '公共信用信息归集管理办法',
    '清政发〔2018〕3号',
    'normative-document',
    '',
    'the number decides over the title',
  ],
  ['优化营商环境条例', '清政发〔2018〕3号', 'unknown', 'national', 'title and number disagree'],
  // The form of the title.
  ['国务院关于推进某项改革的意见', '', 'central-policy', 'national', '国务院关于'],
  ['国务院办公厅转发市场监管总局关于某项工作意见的通知', '', 'central-policy', 'national', '转发'],
  ['中共中央办公厅 国务院办公厅关于某项工作的意见', '', 'central-policy', 'national', 'both offices'],
  [
    '国务院国有资产监督管理委员会关于某项工作的通知',
    '',
    'normative-document',
    '',
    'a body of the State Council',
  ],
  ['国务院安全生产委员会办公室关于某项工作的通知', '', 'normative-document', '', 'another one'],
  ['中共中央组织部关于某项工作的通知', '', 'normative-document', '', 'a department of the Centre'],
  ['清水市人民政府贯彻国务院〈关于某项工作的意见〉的实施意见', '', 'normative-document', '', 'quotes 国务院'],
  ['中共云川省委 云川省人民政府关于某项工作的意见', '', 'normative-document', '', 'a province'],
  ['云川省社会信用条例', '', 'local-regulation', 'local', 'a place that is in no list'],
  ['河北省社会信用信息条例', '', 'local-regulation', 'local', 'real, but not in the catalogue'],
  ['深圳经济特区企业公示条例', '', 'local-regulation', 'local', 'a special economic zone'],
  ['清水市实施《中华人民共和国某某保护法》办法', '', 'local-regulation', 'local', '实施…法办法'],
  ['清水市实施《某某管理条例》办法', '', 'unknown', 'local', 'of a 条例: may be the government’s'],
  ['清水市公共信用信息管理办法', '', 'unknown', 'local', 'local 办法 may be any level'],
  ['石家庄市某项管理规定', '', 'unknown', 'local', 'local 规定 may be any level'],
  ['清水市关于加强某项管理的通知', '', 'normative-document', '', 'a local notice'],
  ['白石区信用积分管理条例', '', 'normative-document', '', 'a district can not legislate'],
  ['白石彝族自治县某项管理条例', '', 'local-regulation', 'local', 'an autonomous county can'],
  ['某行业信用管理条例', '', 'unknown', 'national,local', 'bare 条例'],
  ['某某促进法', '', 'unknown', 'national', 'bare 法'],
  ['某行业管理办法', '', 'unknown', 'national,local', 'bare 办法: never "no"'],
  ['实施条例', '', 'unknown', 'national,local', 'no name at all'],
  ['城市照明条例', '', 'unknown', 'national,local', '城市 is no place'],
  ['建筑市场信用条例', '', 'unknown', 'national,local', '市场 is no place'],
  ['财政部 教育部关于某项资金的管理办法', '', 'departmental-rule', '', 'two ministries'],
  ['教育部等五部门关于某项工作的意见', '', 'normative-document', '', 'five of them'],
  ['国家税务总局关于某项工作的公告', '', 'normative-document', '', 'a state bureau'],
  ['关于对失信主体实施联合惩戒的合作备忘录', '', 'normative-document', '', 'a memorandum'],
  ['GB/T 22117-2018', '', 'other', '', 'a standard'],
  ['某某法（草案）', '', 'unknown', 'national,local', 'a draft is not the law'],
  ['最高人民法院关于某类案件适用法律问题的解释（二）', '', 'judicial-interpretation', 'national', 'by form'],
  ['市政府办公室关于印发某项办法的通知', '', 'normative-document', '', 'no place, but a local body'],
];

describe('levelOfCitation', () => {
  it.each(ROWS)('%s %s is %s and could be a basis: %s (%s)', (title, number, level, could) => {
    const cited = levelOfCitation({ title, number });
    expect([cited.level, cited.could.join(',')]).toEqual([level, could]);
    expect(cited.reason).toMatch(/\p{Script=Han}/u);
  });

  it('says where a local statute holds', () => {
    expect(levelOfCitation({ title: '浙江省公共信用信息管理条例', number: '' }).territory).toEqual({
      province: '浙江省',
    });
    expect(levelOfCitation({ title: '深圳经济特区企业公示条例', number: '' }).territory).toEqual({
      province: '广东省',
      city: '深圳市',
    });
    expect(levelOfCitation({ title: '清水市节约用水条例', number: '' })).toMatchObject({
      territory: null,
      place: '清水市',
    });
  });
});
