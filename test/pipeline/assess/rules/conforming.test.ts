import { expect, it } from 'vitest';
import { analyse } from '../../../../pipeline/analyse.js';
import { manuscriptOf } from '../../../manuscripts.js';

/** A draft that follows the notice article by article. A drafter who has done all this must not be told off. */
const DRAFT = `清水市财政局文件
清水财规〔2021〕8号
清水市政府采购供应商不良行为记录管理办法
第一条　为规范供应商不良行为记录管理，根据《中华人民共和国政府采购法》等法律、法规，制定本办法。
第二条　供应商提供虚假材料谋取中标，受到行政处罚的，依照《中华人民共和国政府采购法》第七十七条的规定列入不良行为记录名单。
第三条　市财政部门在作出列入决定前，应当书面告知当事人列入的事由、依据和陈述、申辩的权利；当事人提出异议的，应当在五个工作日内核实并反馈。
第四条　列入名单应当作出决定书，写清列入的事由、依据、惩戒措施提示、怎样移出、怎样申诉。
第五条　当事人不服列入决定的，有权申请行政复议，也有权提起行政诉讼。
第六条　列入名单的期限为一年，期满自动移出；当事人也可以在期满前申请信用修复，市财政部门应当自受理之日起七个工作日内作出决定，不得收取任何费用。
第七条　信用修复后，应当在三个工作日内移出名单，终止公示。
第八条　对未成年人、不可抗力以及非主观故意的轻微行为，不列入名单，以提醒、教育为主。
第九条　公示名单时，隐去自然人身份证件号码的部分数字，公示期限与列入期限一致。
第十条　任何单位不得在失信惩戒措施清单以外对列入名单的供应商增设惩戒措施，不得强制要求金融机构、行业协会等惩戒失信主体。
第十一条　查询信用信息应当经授权，按照公共信用信息目录确定的权限和程序查询，并留存查询日志。
第十二条　收集使用个人信用信息，应当明示目的、方式和范围并经本人同意，不得一次授权终身使用。
第十三条　不得以低信用分为由惩戒个人。
第十四条　本办法自2021年9月1日起施行。`;

it('a draft that follows the notice gives no error and no warning', () => {
  const [document] = analyse(manuscriptOf(DRAFT)).documents;
  const told = document!.breaches!.filter(({ severity }) => severity !== 'note');
  expect(told.map(({ rule, place, evidence }) => [rule, place, evidence])).toEqual([]);
});

// That the score's consequence cites nothing is a note: the draft's grounds name a law that may provide for it.
it('and an error for each of the sentences that turn it round', () => {
  const turned = DRAFT.replace('不得收取任何费用', '并按规定收取修复服务费')
    .replace('不得一次授权终身使用', '可以一次授权终身使用')
    .replace('不得以低信用分为由惩戒个人', '个人信用分低于六十分的，取消其参加评审的资格')
    .replace('不得强制要求金融机构、行业协会等惩戒失信主体', '金融机构应当停止对失信主体贷款');
  const errors = analyse(manuscriptOf(turned)).documents[0]!.breaches!.filter(
    ({ severity }) => severity === 'error',
  );
  expect(new Set(errors.map(({ rule }) => rule))).toEqual(
    new Set([
      '49-12-repair-fee',
      '49-14-lifelong-authorisation',
      '15-1-3-credit-score',
      '49-9-third-parties',
    ]),
  );
});
