/** A policy document of 党中央, 国务院 or their general offices. Facts, each checked by hand. */
export interface PolicyDocument {
  readonly title: string;
  /** Other names under which it is cited. */
  readonly aliases: readonly string[];
  /** 文号; '' where none was published. */
  readonly number: string;
  readonly issuer: string;
  /** 成文日期; where none was published, the day or month of publication. */
  readonly date: string;
}

/** Those that documents on credit cite most. The list is not complete: a document that is missing is not thereby none. */
export const POLICY_DOCUMENTS: readonly PolicyDocument[] = [
  {
    title: '国家新型城镇化规划（2014—2020年）',
    aliases: ['中共中央、国务院印发《国家新型城镇化规划（2014—2020年）》', '国家新型城镇化规划'],
    number: '',
    issuer: '中共中央、国务院',
    date: '2014-03',
  },
  {
    title: '国务院关于促进市场公平竞争维护市场正常秩序的若干意见',
    aliases: ['关于促进市场公平竞争维护市场正常秩序的若干意见'],
    number: '国发〔2014〕20号',
    issuer: '国务院',
    date: '2014-06-04',
  },
  {
    title: '国务院关于印发社会信用体系建设规划纲要（2014—2020年）的通知',
    aliases: ['社会信用体系建设规划纲要（2014—2020年）', '社会信用体系建设规划纲要'],
    number: '国发〔2014〕21号',
    issuer: '国务院',
    date: '2014-06-14',
  },
  {
    title: '国务院办公厅关于印发国家突发环境事件应急预案的通知',
    aliases: ['国家突发环境事件应急预案'],
    number: '国办函〔2014〕119号',
    issuer: '国务院办公厅',
    date: '2014-12-29',
  },
  {
    title: '国务院办公厅关于推广随机抽查规范事中事后监管的通知',
    aliases: ['关于推广随机抽查规范事中事后监管的通知'],
    number: '国办发〔2015〕58号',
    issuer: '国务院办公厅',
    date: '2015-07-29',
  },
  {
    title: '国务院办公厅关于全面治理拖欠农民工工资问题的意见',
    aliases: ['关于全面治理拖欠农民工工资问题的意见'],
    number: '国办发〔2016〕1号',
    issuer: '国务院办公厅',
    date: '2016-01-17',
  },
  {
    title: '国务院关于建立完善守信联合激励和失信联合惩戒制度加快推进社会诚信建设的指导意见',
    aliases: ['关于建立完善守信联合激励和失信联合惩戒制度加快推进社会诚信建设的指导意见'],
    number: '国发〔2016〕33号',
    issuer: '国务院',
    date: '2016-05-30',
  },
  {
    title: '国务院关于印发政务信息资源共享管理暂行办法的通知',
    aliases: ['政务信息资源共享管理暂行办法'],
    number: '国发〔2016〕51号',
    issuer: '国务院',
    date: '2016-09-05',
  },
  {
    title: '关于加快推进失信被执行人信用监督、警示和惩戒机制建设的意见',
    aliases: [
      '中共中央办公厅、国务院办公厅印发《关于加快推进失信被执行人信用监督、警示和惩戒机制建设的意见》',
    ],
    number: '中办发〔2016〕64号',
    issuer: '中共中央办公厅、国务院办公厅',
    date: '2016-09',
  },
  {
    title: '国务院关于加强政务诚信建设的指导意见',
    aliases: ['关于加强政务诚信建设的指导意见'],
    number: '国发〔2016〕76号',
    issuer: '国务院',
    date: '2016-12-22',
  },
  {
    title: '国务院办公厅关于加强个人诚信体系建设的指导意见',
    aliases: ['关于加强个人诚信体系建设的指导意见'],
    number: '国办发〔2016〕98号',
    issuer: '国务院办公厅',
    date: '2016-12-23',
  },
  {
    title: '国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见',
    aliases: ['关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见'],
    number: '国办发〔2018〕118号',
    issuer: '国务院办公厅',
    date: '2018-12-05',
  },
  {
    title: '国务院关于在市场监管领域全面推行部门联合“双随机、一公开”监管的意见',
    aliases: ['关于在市场监管领域全面推行部门联合“双随机、一公开”监管的意见'],
    number: '国发〔2019〕5号',
    issuer: '国务院',
    date: '2019-01-27',
  },
  {
    title: '国务院办公厅关于加快推进社会信用体系建设构建以信用为基础的新型监管机制的指导意见',
    aliases: ['关于加快推进社会信用体系建设构建以信用为基础的新型监管机制的指导意见'],
    number: '国办发〔2019〕35号',
    issuer: '国务院办公厅',
    date: '2019-07-09',
  },
  {
    title: '国务院关于加强和规范事中事后监管的指导意见',
    aliases: ['关于加强和规范事中事后监管的指导意见'],
    number: '国发〔2019〕18号',
    issuer: '国务院',
    date: '2019-09-06',
  },
  {
    title: '新时代公民道德建设实施纲要',
    aliases: ['中共中央 国务院印发《新时代公民道德建设实施纲要》'],
    number: '',
    issuer: '中共中央、国务院',
    date: '2019-10',
  },
  {
    title: '国务院办公厅关于进一步完善失信约束制度构建诚信建设长效机制的指导意见',
    aliases: ['关于进一步完善失信约束制度构建诚信建设长效机制的指导意见'],
    number: '国办发〔2020〕49号',
    issuer: '国务院办公厅',
    date: '2020-12-07',
  },
  {
    title: '国务院办公厅关于印发《公共企事业单位信息公开规定制定办法》的通知',
    aliases: ['公共企事业单位信息公开规定制定办法'],
    number: '国办发〔2020〕50号',
    issuer: '国务院办公厅',
    date: '2020-12-07',
  },
  {
    title: '关于推进社会信用体系建设高质量发展促进形成新发展格局的意见',
    aliases: [
      '中共中央办公厅 国务院办公厅印发《关于推进社会信用体系建设高质量发展促进形成新发展格局的意见》',
    ],
    number: '',
    issuer: '中共中央办公厅、国务院办公厅',
    date: '2022-03',
  },
  {
    title: '关于健全社会信用体系的意见',
    aliases: [
      '中共中央办公厅 国务院办公厅关于健全社会信用体系的意见',
      '中共中央办公厅 国务院办公厅印发《关于健全社会信用体系的意见》',
    ],
    number: '',
    issuer: '中共中央办公厅、国务院办公厅',
    date: '2025-03',
  },
  {
    title: '国务院办公厅印发《关于进一步完善信用修复制度的实施方案》的通知',
    aliases: ['关于进一步完善信用修复制度的实施方案', '国务院办公厅关于进一步完善信用修复制度的实施方案'],
    number: '国办发〔2025〕22号',
    issuer: '国务院办公厅',
    date: '2025-06-22',
  },
];

/** Laws that ended and that older documents still cite, with the act that ended them and the day. Facts. */
export const ENDED_LAWS: readonly { title: string; endedBy: string; on: string }[] = [
  ...['婚姻法', '继承法', '民法通则', '收养法', '担保法', '合同法', '物权法', '侵权责任法', '民法总则'].map(
    (name) => ({
      title: `中华人民共和国${name}`,
      endedBy: '中华人民共和国民法典',
      on: '2021-01-01',
    }),
  ),
  { title: '中华人民共和国城市规划法', endedBy: '中华人民共和国城乡规划法', on: '2008-01-01' },
];
