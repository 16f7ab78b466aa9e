import { article49, type ProvisionRule } from './rule.js';

const ONCE_FOR_EVER =
  /一次(?:性)?授权[^。；]{0,10}(?:终身|长期|永久|始终|持续|一直)|(?:终身|永久|无限期|长期)(?:性|有效的?)?授权|授权[^。；，]{0,12}(?:终身有效|永久有效|长期有效|不得撤回|不可撤回|不可撤销|无期限)/u;
const FORCED =
  /(?:不|拒绝|未|不予|拒不)(?:同意|授权|签署授权|提供授权)[^。；，]{0,16}(?:的)?(?:，)?[^。；]{0,10}(?:不予(?:受理|办理|审批|登记|录用|发放)|不得(?:办理|申请|享受|参加)|视为(?:失信|同意|授权)|记入|列入|扣分|取消)|强制(?:要求)?[^。；，]{0,8}授权|(?:视为|推定|默认)[^。；，]{0,8}(?:同意|授权)[^。；，]{0,16}(?:采集|收集|查询|使用)/u;
const CREDIT = /信用|诚信|失信|征信|个人信息/u;
const FORBIDS = /不得|禁止|严禁|不应|防止|查处|违反/u;

/** 国办发〔2020〕49号（十四）: no collection unauthorised, by forced authorisation, or by one for life. */
export const lifelongAuthorisation: ProvisionRule = {
  id: '49-14-lifelong-authorisation',
  article: article49('十四'),
  title: '不得强制授权或者一次授权终身使用',
  looksAt: 'provision',
  severity: 'error',
  suggestion: '改为逐次授权，写明授权的目的、范围和期限，允许撤回；不以授权为办理事项的前提',
  check: function* ({ sentences }) {
    for (const sentence of sentences) {
      if (!CREDIT.test(`${sentence.lead}${sentence.text}`)) continue;
      // 不授权的不得办理 forbids something else.
      const forced = sentence.find(FORCED);
      const forbids = FORBIDS.test(sentence.text.replace(/不得(?:办理|申请|享受|参加|撤回)/gu, ''));
      if (forbids) continue;
      const once = sentence.find(ONCE_FOR_EVER);
      if (once) yield { span: once, message: '一次授权终身或者长期收集使用个人信用信息' };
      else if (forced) yield { span: forced, message: '强制或者推定授权收集使用个人信用信息' };
    }
  },
};
