import { article49, type ProvisionRule } from './rule.js';
import { LOSS as ANY_LOSS } from './words.js';

/** Not 不得少于. */
const LOSS = ANY_LOSS.replace('不得', '不得(?!少于|超过|低于|泄露|公开)');

const RELATIVES =
  '(?:子女|配偶|父母|亲属|直系亲属|近亲属|家属|家人|家庭成员|户内其他成员|同户|所在(?:村|小区|班级|单位)(?!可以)|连带|关联(?:企业|人)|担保人的|法定代表人的(?:子女|亲属))';
const PUNISHES_RELATIVES = new RegExp(
  `(?:失信|信用|诚信|不良(?:行为|记录)|黑名单|失信名单)[^。；]{0,50}${RELATIVES}[^。；]{0,30}${LOSS}|(?:失信|信用|诚信|不良(?:行为|记录)|黑名单|失信名单)[^。；]{0,50}${LOSS}[^。；]{0,20}${RELATIVES}`,
  'u',
);
const SUSPECTED = new RegExp(
  `(?:疑似|涉嫌|可能|潜在|有(?:失信|违法)(?:倾向|嫌疑|风险)|(?:尚未|未经)(?:查实|核实|认定))[^。；，]{0,12}(?:失信|违约|不诚信)[^。；]{0,40}(?:${LOSS}|列入|纳入|记入)|(?:失信|违约)(?:倾向|嫌疑)[^。；]{0,40}(?:${LOSS}|列入|纳入|记入)`,
  'u',
);
/** 子女 of the dishonest who must not enter costly schools: the notices of courts; told as a note. */
const FORBIDS =
  /不得(?:因|以|将|对)[^。；]{0,20}(?:连带|牵连|影响)|不影响|禁止(?:牵连|连带)|限制高消费|高收费/u;

/** 国办发〔2020〕49号（九）: a measure rests on a concrete fact of dishonesty of the one whom it meets. */
export const concreteFact: ProvisionRule = {
  id: '49-9-concrete-fact',
  article: article49('九'),
  title: '惩戒须基于本人具体的失信行为事实',
  looksAt: 'provision',
  severity: 'warning',
  suggestion:
    '惩戒对象限于失信行为人本人，以已经认定的具体失信行为事实为前提；删去对亲属、同户、关联人以及嫌疑、倾向的惩戒',
  check: function* ({ sentences }) {
    for (const sentence of sentences) {
      const related = sentence.find(PUNISHES_RELATIVES);
      if (related) {
        yield FORBIDS.test(sentence.text)
          ? {
              span: related,
              severity: 'note',
              message: '措施及于失信行为人的亲属或者关联人，是否另有依据须核对',
            }
          : { span: related, message: '惩戒及于失信行为人的亲属、同户或者关联人' };
        continue;
      }
      const suspected = sentence.find(SUSPECTED);
      if (suspected)
        yield { span: suspected, message: '以嫌疑、倾向或者风险为由惩戒，没有具体的失信行为事实' };
    }
  },
};
