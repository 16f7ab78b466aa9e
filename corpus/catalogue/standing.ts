import type { LegalLevel } from '../../model/index.js';

/** The day on which the catalogue stands: what was published later is not in it. */
export const CATALOGUE_DATE = '2026-06-08';

/** A statute that ended. Facts, entered by hand; those that a statute's own last article tells are in repeals.tsv. */
export interface EndedStatute {
  readonly title: string;
  readonly level: LegalLevel;
  /** The act that took its place or declared it ended: the source of the fact. */
  readonly by: string;
  /** ISO date of the end. */
  readonly on: string;
}

const ended = (
  level: LegalLevel,
  by: string,
  on: string,
  titles: readonly string[],
): readonly EndedStatute[] => titles.map((title) => ({ title, level, by, on }));

const law = (by: string, on: string, ...titles: string[]): readonly EndedStatute[] =>
  ended(
    'law',
    `中华人民共和国${by}`,
    on,
    titles.map((title) => `中华人民共和国${title}`),
  );
const decree = (by: string, on: string, ...titles: string[]): readonly EndedStatute[] =>
  ended('administrative-regulation', by, on, titles);

/** Each entry's source is the last article of the act that it names, or its promulgating decree. */
export const ENDED_STATUTES: readonly EndedStatute[] = [
  // 民法典 第一千二百六十条.
  ...law(
    '民法典',
    '2021-01-01',
    '婚姻法',
    '继承法',
    '民法通则',
    '收养法',
    '担保法',
    '合同法',
    '物权法',
    '侵权责任法',
    '民法总则',
  ),
  ...law('城乡规划法', '2008-01-01', '城市规划法'),
  ...law('监察法', '2018-03-20', '行政监察法'),
  ...law('噪声污染防治法', '2022-06-05', '环境噪声污染防治法'),
  ...law('医师法', '2022-03-01', '执业医师法'),
  ...law('外商投资法', '2020-01-01', '中外合资经营企业法', '外资企业法', '中外合作经营企业法'),
  ...law('食品安全法', '2009-06-01', '食品卫生法'),
  ...law('企业所得税法', '2008-01-01', '外商投资企业和外国企业所得税法'),
  // 市场主体登记管理条例 (国务院令第746号) 第五十五条.
  ...decree(
    '中华人民共和国市场主体登记管理条例',
    '2022-03-01',
    '中华人民共和国公司登记管理条例',
    '中华人民共和国企业法人登记管理条例',
    '中华人民共和国合伙企业登记管理办法',
    '农民专业合作社登记管理条例',
    '企业法人法定代表人登记管理规定',
  ),
  // 促进个体工商户发展条例 (国务院令第755号) 第三十九条.
  ...decree('促进个体工商户发展条例', '2022-11-01', '个体工商户条例'),
  // 外商投资法实施条例 (国务院令第723号) 第四十九条.
  ...decree(
    '中华人民共和国外商投资法实施条例',
    '2020-01-01',
    '中华人民共和国中外合资经营企业法实施条例',
    '中外合资经营企业合营期限暂行规定',
    '中华人民共和国外资企业法实施细则',
    '中华人民共和国中外合作经营企业法实施细则',
  ),
  ...decree('国有土地上房屋征收与补偿条例', '2011-01-21', '城市房屋拆迁管理条例'),
  ...decree('化妆品监督管理条例', '2021-01-01', '化妆品卫生监督条例'),
  ...decree('中华人民共和国治安管理处罚法', '2006-03-01', '中华人民共和国治安管理处罚条例'),
  ...decree('粮食流通管理条例', '2004-05-26', '粮食收购条例'),
  ...decree('医疗事故处理条例', '2002-09-01', '医疗事故处理办法'),
  ...decree('婚姻登记条例', '2003-10-01', '婚姻登记管理条例'),
  ...decree('中华人民共和国公务员法', '2006-01-01', '国家公务员暂行条例'),
  ...decree('城市生活无着的流浪乞讨人员救助管理办法', '2003-08-01', '城市流浪乞讨人员收容遣送办法'),
  ...decree('中华人民共和国环境保护税法实施条例', '2018-01-01', '排污费征收使用管理条例'),
  // Tax laws that took the place of provisional regulations: the last article of each.
  ...decree('中华人民共和国增值税法', '2026-01-01', '中华人民共和国增值税暂行条例'),
  ...decree('中华人民共和国资源税法', '2020-09-01', '中华人民共和国资源税暂行条例'),
  ...decree('中华人民共和国城市维护建设税法', '2021-09-01', '中华人民共和国城市维护建设税暂行条例'),
  ...decree('中华人民共和国印花税法', '2022-07-01', '中华人民共和国印花税暂行条例'),
  ...decree('中华人民共和国契税法', '2021-09-01', '中华人民共和国契税暂行条例'),
  ...decree('中华人民共和国耕地占用税法', '2019-09-01', '中华人民共和国耕地占用税暂行条例'),
  ...decree('中华人民共和国车辆购置税法', '2019-07-01', '中华人民共和国车辆购置税暂行条例'),
  ...decree('中华人民共和国船舶吨税法', '2018-07-01', '中华人民共和国船舶吨税暂行条例'),
  ...decree('中华人民共和国烟叶税法', '2018-07-01', '中华人民共和国烟叶税暂行条例'),
  ...decree('中华人民共和国车船税法', '2012-01-01', '中华人民共和国车船税暂行条例'),
  ...decree('中华人民共和国企业所得税法', '2008-01-01', '中华人民共和国企业所得税暂行条例'),
  ...decree('中华人民共和国关税法', '2024-12-01', '中华人民共和国进出口关税条例'),
  // 国务院令第691号.
  ...decree(
    '国务院关于废止〈中华人民共和国营业税暂行条例〉和修改〈中华人民共和国增值税暂行条例〉的决定',
    '2017-11-19',
    '中华人民共和国营业税暂行条例',
  ),
  // 法释〔2015〕17号.
  {
    title: '最高人民法院关于限制被执行人高消费的若干规定',
    level: 'judicial-interpretation',
    by: '最高人民法院关于限制被执行人高消费及有关消费的若干规定',
    on: '2015-07-22',
  },
];

/** What a person has to look at before taking a statute as in force: title, the doubt in Chinese. */
export const DOUBTS: readonly (readonly [title: string, doubt: string])[] = [
  ...[
    '环境保护法',
    '环境影响评价法',
    '海洋环境保护法',
    '大气污染防治法',
    '水污染防治法',
    '土壤污染防治法',
    '固体废物污染环境防治法',
    '噪声污染防治法',
    '放射性污染防治法',
    '清洁生产促进法',
  ].map(
    (title) =>
      [
        `中华人民共和国${title}`,
        '目录另载2026年的《中华人民共和国生态环境法典》，本法自何日起由其代替须核对',
      ] as const,
  ),
];
