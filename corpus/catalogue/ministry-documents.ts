import type { LegalLevel } from '../../model/index.js';

/** A rule or document of ministries that is often taken for a national basis. Facts, each checked by hand. */
export interface MinistryDocument {
  readonly title: string;
  readonly number: string;
  /** ISO date of issue; '' where not known. */
  readonly date: string;
  readonly level: Extract<LegalLevel, 'departmental-rule' | 'normative-document'>;
  /** What took its place, and from when; null while it is not known to have ended. */
  readonly ended: { readonly by: string; readonly on: string } | null;
}

const document = (
  number: string,
  date: string,
  title: string,
  ended: MinistryDocument['ended'] = null,
): MinistryDocument => ({
  title,
  number,
  date,
  level: /令第/u.test(number) ? 'departmental-rule' : 'normative-document',
  ended,
});

/**
 * Neither is a basis under 国办发〔2020〕49号, but recognition criteria of a nationwide list may for the time being rest on
 * a departmental rule (第七条 there).
 */
export const MINISTRY_DOCUMENTS: readonly MinistryDocument[] = [
  document(
    '发改财金〔2017〕1798号',
    '2017-10-30',
    '关于加强和规范守信联合激励和失信联合惩戒对象名单管理工作的指导意见',
  ),
  document('发改办财金〔2021〕15号', '2021-01-06', '关于开展失信约束措施清理规范工作的通知'),
  // The newest edition first: it is meant where none is named.
  document('发改财金规〔2022〕1917号', '2022-12-28', '全国公共信用信息基础目录（2022年版）'),
  document('发改财金规〔2022〕1917号', '2022-12-28', '全国失信惩戒措施基础清单（2022年版）'),
  document('发改财金规〔2021〕1827号', '2021-12-16', '全国公共信用信息基础目录（2021年版）'),
  document('发改财金规〔2021〕1827号', '2021-12-16', '全国失信惩戒措施基础清单（2021年版）'),
  document('发改财金〔2016〕141号', '2016-01-20', '关于对失信被执行人实施联合惩戒的合作备忘录'),
  document(
    '发改财金〔2016〕2798号',
    '2016-12-30',
    '关于对重大税收违法案件当事人实施联合惩戒措施的合作备忘录（2016版）',
  ),
  document('发改财金〔2015〕2045号', '', '失信企业协同监管和联合惩戒合作备忘录'),
  document(
    '发改财金〔2016〕1001号',
    '2016-05-09',
    '关于对安全生产领域失信生产经营单位及其有关人员开展联合惩戒的合作备忘录',
  ),
  document(
    '发改财金〔2016〕1580号',
    '2016-07-20',
    '关于对环境保护领域失信生产经营单位及其有关人员开展联合惩戒的合作备忘录',
  ),
  document(
    '发改财金〔2016〕1962号',
    '2016-09-13',
    '关于对食品药品生产经营严重失信者开展联合惩戒的合作备忘录',
  ),
  document('国家发展和改革委员会令第58号', '2023-01-13', '失信行为纠正后的信用信息修复管理办法（试行）', {
    by: '信用修复管理办法',
    on: '2026-04-01',
  }),
  document('国家市场监督管理总局令第44号', '2021-07-30', '市场监督管理严重违法失信名单管理办法'),
  document('国家市场监督管理总局令第45号', '2021-07-30', '市场监督管理行政处罚信息公示规定'),
  document('国家工商行政管理总局令第68号', '2014-08-19', '企业经营异常名录管理暂行办法'),
  document('国家工商行政管理总局令第83号', '2015-12-30', '严重违法失信企业名单管理暂行办法', {
    by: '市场监督管理严重违法失信名单管理办法',
    on: '2021-09-01',
  }),
  document('国市监信规〔2021〕3号', '2021-07-30', '市场监督管理信用修复管理办法'),
  document('人力资源和社会保障部令第45号', '2021-11-10', '拖欠农民工工资失信联合惩戒对象名单管理暂行办法'),
  document('人社部规〔2017〕16号', '2017-09-25', '拖欠农民工工资“黑名单”管理暂行办法', {
    by: '拖欠农民工工资失信联合惩戒对象名单管理暂行办法',
    on: '2022-01-01',
  }),
  document('人社部规〔2016〕1号', '2016-07-25', '企业劳动保障守法诚信等级评价办法'),
  document('人力资源和社会保障部令第29号', '2016-09-01', '重大劳动保障违法行为社会公布办法'),
  document('应急管理部令第11号', '2023-08-08', '安全生产严重失信主体名单管理办法'),
  document('安监总办〔2017〕49号', '2017-05-09', '对安全生产领域失信行为开展联合惩戒的实施办法'),
  document('国家税务总局令第54号', '2021-12-31', '重大税收违法失信主体信息公布管理办法'),
  document('国家税务总局公告2014年第40号', '2014-07-04', '纳税信用管理办法（试行）'),
  document('海关总署令第251号', '2021-09-13', '中华人民共和国海关注册登记和备案企业信用管理办法'),
  document('海关总署令第237号', '2018-03-03', '中华人民共和国海关企业信用管理办法', {
    by: '中华人民共和国海关注册登记和备案企业信用管理办法',
    on: '2021-11-01',
  }),
  document('文化和旅游部令第7号', '2021-11-11', '文化和旅游市场信用管理规定'),
  document('文旅市场发〔2018〕119号', '2018-12-21', '旅游市场黑名单管理办法（试行）'),
  document('民政部令第60号', '2018-01-24', '社会组织信用信息管理办法'),
  document('财库〔2016〕125号', '2016-08-01', '关于在政府采购活动中查询及使用信用记录有关问题的通知'),
  document('财政部令第87号', '2017-07-11', '政府采购货物和服务招标投标管理办法'),
  document('建市〔2017〕241号', '2017-12-11', '建筑市场信用管理暂行办法'),
  document('建市规〔2019〕1号', '2019-01-03', '建筑工程施工发包与承包违法行为认定查处管理办法'),
  document('环发〔2013〕150号', '2013-12-18', '企业环境信用评价办法（试行）'),
  document('交公路规〔2021〕3号', '', '公路建设市场信用信息管理办法'),
  document('发改法规〔2008〕1531号', '2008-06-18', '招标投标违法行为记录公告暂行办法'),
  document('科学技术部令第19号', '2020-07-17', '科学技术活动违规行为处理暂行规定'),
];
