import { article49, type DocumentRule } from './rule.js';
import { dutySeverity } from './subject.js';

const SHARES =
  /(?:信用|失信|诚信|名单|不良)[^。；]{0,24}(?:共享(?!平台|服务平台|交换平台)|互通|推送|互联|交换|通报(?:至|给|到))|(?:共享(?!平台|服务平台|交换平台)|推送|抄送|抄告|交换)[^。；，]{0,20}(?:信用|失信|诚信|名单|不良)/u;
const WITHOUT_LIMIT =
  /(?:全部|所有|一切|全量)[^。；，]{0,10}(?:信用|个人|失信)[^。；，]{0,8}信息[^。；]{0,20}(?:共享|推送|互通|开放)|(?:信用|失信|诚信)信息[^。；，]{0,12}无条件(?:共享|开放|提供)|(?:信用|失信)[^。；]{0,10}(?:全部|一律|无条件|不受限制)(?:地)?(?:共享|开放|推送)/u;
const SAYS_SCOPE =
  /目录|(?:共享|查询|使用|开放|公开)的?(?:范围|权限|方式|条件|属性)|范围内(?:共享|使用|查询)|授权查询|依申请(?:查询|共享)|按照[^。；，]{0,20}规定[^。；，]{0,8}共享/u;
/** One of many systems that are shared: 房产、信用、卫生等信息. */
const NEGATED = /不得|不应|严禁|禁止|[、，]信用[、等]/u;

/** 国办发〔2020〕49号（三）: whether and how far credit information is shared follows what is lawful and necessary. */
export const sharingScope: DocumentRule = {
  id: '49-3-sharing-scope',
  article: article49('三'),
  title: '共享信用信息须明确范围',
  looksAt: 'document',
  severity: 'warning',
  suggestion:
    '按照合法、必要原则写明共享哪些信息、向谁共享、在何种范围内使用，与公共信用信息目录载明的共享属性一致',
  check: function* (subject) {
    let asked = subject.says(SAYS_SCOPE) || (subject.level === 'local-regulation' && !subject.isAboutCredit);
    for (const { sentences } of subject.provisions)
      for (const sentence of sentences) {
        if (NEGATED.test(sentence.text)) continue;
        const all = sentence.find(WITHOUT_LIMIT);
        if (all) {
          yield { span: all, message: '信用信息不分范围全部共享' };
          continue;
        }
        const span = !asked && sentence.labels.has('D') ? sentence.find(SHARES) : null;
        if (!span) continue;
        asked = true;
        const severity =
          dutySeverity(subject) === 'warning' && /共享(?!平台|服务平台|交换平台)/u.test(sentence.text)
            ? 'warning'
            : 'note';
        yield {
          span,
          severity,
          message: '共享信用信息，全文未明确共享的范围，须核对目录或者其他规定是否已经明确',
        };
      }
  },
};
