import { article49, type ProvisionRule } from './rule.js';

const REPAIR =
  '(?:信用修复|修复申请|修复服务|申请修复|移出(?:名单|黑名单|失信)|退出(?:名单|黑名单)|撤下公示|撤销公示|修复失信|修复信用)';
const PAY = '(?:收取|缴纳|交纳|缴付|支付|收费|付费|有偿|购买|交(?=[^。；，]{0,6}(?:费|金|元)))';
const FEE =
  '(?:费用?|手续费|服务费|工本费|培训费|审核费|评审费|保证金|押金|[一二三四五六七八九十百千万\\d]{1,8}元|信用报告|信用服务)';
const CHARGED = new RegExp(
  `${REPAIR}[^。；]{0,60}${PAY}[^。；，]{0,20}${FEE}|${PAY}[^。；，]{0,24}${FEE}[^。；]{0,50}${REPAIR}|${REPAIR}(?:实行)?(?:收费|有偿|付费)|修复[^。；，]{0,6}(?:收费标准|费用标准|收费办法)`,
  'u',
);
const FREE =
  /不得|不收|免费|不向|严禁|禁止|不以任何|无须|无需|不需|不应|不缴|罚款|欠缴|拖欠|补缴|欠(?:交|费)|税款|滞纳金|社会保险费|工资|赔偿|没有|未缴|查处|打击/u;

/** 国办发〔2020〕49号（十二）: no fee of any kind is taken from whoever applies for repair. */
export const repairFee: ProvisionRule = {
  id: '49-12-repair-fee',
  article: article49('十二'),
  title: '信用修复不得收费',
  looksAt: 'provision',
  severity: 'error',
  suggestion: '删去收费、保证金、有偿培训或者购买报告的要求，写明办理信用修复不收取任何费用',
  check: function* ({ sentences }) {
    for (const sentence of sentences) {
      const span = FREE.test(sentence.text) ? null : sentence.find(CHARGED);
      if (span) yield { span, message: '办理信用修复收取费用、保证金或者要求付费' };
    }
  },
};
