import type { Cue } from './cue.js';

/** Records of conduct, and rights over them, that are ordered in the manner of statutes rather than of notices. */
export const RECORD_CUES: readonly Cue[] = [
  {
    id: 'D.right-over-information',
    meaning: '对信用信息的真实性、准确性提出异议',
    pattern:
      /(?:信用|失信|不良|诚信)(?:信息|记录|数据|评价结果|状况)[^。；，]{0,4}(?:真实|准确|完整|时效|合法|及时)性[^。；]{0,36}(?:异议|更正|核实|复核|纠正|质疑)/,
    weight: 0.5,
  },
  {
    id: 'D.credit-information-managed',
    meaning: '公共信用信息的管理',
    pattern: /公共信用信息的?管理(?!系统|平台|部门|机构|人员|单位|局|条例|办法|中心|工作机构)/,
    unless: /适用本|所称|未按照?规定/,
    weight: 0.35,
  },
  {
    id: 'D.penalty-shown-for-a-time',
    meaning: '行政处罚信息的公示期限',
    pattern:
      /处罚信息[^。；]{0,24}公示[^。；]{0,10}期|公示期限?[^。；]{0,10}处罚信息|处罚信息[^。；]{0,24}公示，期限/,
    weight: 0.5,
  },
  {
    id: 'D.conduct-in-system',
    meaning: '在信息系统中记录违法行为查处、处罚情况',
    pattern:
      /(?:系统|平台|数据库|信息库)[^。；]{0,24}?(?:记录|记载|登记|载明)[^。；]{0,60}?(?:查处|处罚|处分|奖惩)[^。；，]{0,8}(?:情况|结果|信息|决定)/,
    unless: /全过程|执法办案|图像|视频|监控|案件|交通|驾驶|举报平台/,
    weight: 0.5,
  },
  {
    id: 'D.conduct-record-platform',
    meaning: '设立不文明行为、违法行为记录平台',
    pattern:
      /(?:不文明|违法|违规|违约|失约)[^。；，、]{0,8}记录[^。；，、]{0,6}(?:平台|系统|数据库|信息库|制度)/,
    unless: /交通|驾驶|犯罪/,
    weight: 0.5,
  },
  {
    id: 'D.file-holds-record',
    meaning: '档案、数据库的内容包括诚信记录、信用情况',
    pattern:
      /(?:档案|数据库|信息库|手册|登记簿)[^。；，]{0,12}?(?:包括|包含|载有|载明|记载|含有)[^。；]{0,160}?(?:诚信|信用|失信|不良)[^。；，、]{0,4}(?:记录|信息|情况|状况)/,
    unless: /工作档案/,
    weight: 0.45,
  },
  {
    id: 'D.noted-in-record',
    meaning: '在信用记录中添加、标注有关信息',
    pattern:
      /(?:信用|诚信|失信)[^。；，、]{0,4}(?:记录|档案|报告)(?:中|里|上|内)?[^。；，]{0,6}?(?:添加|加注|补充|标注|标明|注明|备注|附注)|(?:添加|加注|标注|注明|备注)[^。；，]{0,12}(?:信用|诚信|失信)[^。；，、]{0,4}(?:记录|档案|报告)/,
    weight: 0.5,
  },
  {
    id: 'D.credit-reporting',
    meaning: '征信活动中信息的采集和使用',
    pattern: /征信(?:活动|业务)|被征信/,
    anywhere: /采集|信息/,
    unless: /鼓励|培育|发展|支持|引导|监督管理部门|许可证/,
    weight: 0.5,
  },
];
