/**
 * Credit-related articles of statutes whose text was not at hand when the tables were made: title, date of the version,
 * articles as credit-articles.tsv has them. The source of each is the article itself. Not complete: an article that is
 * missing says nothing.
 */
export const CREDIT_BY_HAND: readonly (readonly [title: string, date: string, articles: string])[] = [
  // No new application for one and for three years.
  ['中华人民共和国行政许可法', '2019-04-23', '78:Q:access 79:Q:access'],
  // Barred from tendering and acting as agent, with publication.
  [
    '中华人民共和国招标投标法',
    '2017-12-27',
    '50:Q:publicity,access,licence 53:Q:publicity,tender,licence 54:Q:publicity,tender,licence 60:Q:publicity,tender,licence',
  ],
  ['中华人民共和国环境保护法', '2014-04-24', '54:D:record,publicity'],
  ['中华人民共和国消费者权益保护法', '2013-10-25', '56:D:record,publicity,licence'],
  [
    '中华人民共和国药品管理法',
    '2019-08-26',
    '105:DP:record,publicity,joint,supervision 118:Q:access 123:Q:access,licence',
  ],
  ['中华人民共和国旅游法', '2018-10-26', '103:Q:access 108:D:record,publicity'],
  ['中华人民共和国税收征收管理法', '2015-04-24', '44:Q:exit 45:D:publicity'],
  ['中华人民共和国民事诉讼法', '2023-09-01', '266:DP:record,publicity,exit'],
  ['中华人民共和国证券法', '2019-12-28', '215:D:record 221:Q:access,office'],
  ['中华人民共和国政府采购法实施条例', '2015-01-30', '63:D:record,share'],
  ['中华人民共和国土壤污染防治法', '2018-08-31', '80:D:record,share,publicity'],
  ['中华人民共和国市场主体登记管理条例', '2021-07-27', '38:P:rating,supervision 40:Q:access'],
];
