import { article49, type ProvisionRule } from './rule.js';

const INFORMATION =
  '(?:信用|失信|诚信|不良|惩戒|处罚)[^。；，]{0,8}(?:信息|记录|名单|结果|档案)|黑名单|名单|黑榜';
const FOREVER = new RegExp(
  `(?:${INFORMATION})[^。；]{0,40}(?:永久|终身|无限期|长期|不设期限|永不)(?:性|地)?(?:公示|公开|公布|保留|保存|记录|有效|记载|披露|删除|撤销|移出|列入)|(?:永久|终身|无限期|长期)(?:性|地)?(?:公示|公开|公布|披露|记入|列入|纳入)[^。；]{0,30}(?:信用|失信|诚信|不良|名单|黑榜)|(?:列入|纳入)(?:终身|永久)[^。；，]{0,4}(?:黑名单|失信)`,
  'u',
);
const OTHER_PERIOD =
  /(?:延长|缩短|另行确定|自行确定|自行决定)[^。；，]{0,10}(?:公示|公开|披露)(?:的)?期限|(?:公示|公开|披露)(?:的)?(?:期限|内容)[^。；，]{0,16}(?:另行确定|自行确定|自行决定|由平台(?:确定|决定)|可以延长|不受[^。；，]{0,12}限制)/u;
/** Good records may stay; files are kept for the archive. */
const ANOTHER_MATTER =
  /守信|良好信息|红名单|荣誉|表彰|不得(?:永久|终身|长期)|修复|异议|延长[^。；，]{0,4}不超过/u;
/** Kept for a long time is not shown for a long time. */
const ONLY_KEPT = /长期(?:保存|保留|有效)/u;

/** 国办发〔2020〕49号（五）: content and period as the finding body's; （十一）: publication comes to an end. */
export const period: ProvisionRule = {
  id: '49-5-period',
  article: article49('五'),
  title: '公开期限应当与认定部门一致，不得无限期公开',
  looksAt: 'provision',
  severity: 'error',
  suggestion: '写明公开的起止期限，与认定部门公开的内容、期限保持一致；期满或者修复后终止公开',
  check: function* ({ sentences }) {
    for (const sentence of sentences) {
      if (ANOTHER_MATTER.test(sentence.text)) continue;
      const forever = sentence.find(FOREVER);
      if (forever) {
        yield ONLY_KEPT.test(sentence.text) || sentence.text.includes('长期')
          ? { span: forever, severity: 'warning', message: '失信信息长期公开或者保留，没有终止的期限' }
          : { span: forever, message: '失信信息永久、终身或者无限期公开、保留' };
        continue;
      }
      const other = sentence.find(OTHER_PERIOD);
      if (other)
        yield {
          span: other,
          severity: 'warning',
          message: '公开的内容或者期限另行确定，可能与认定部门不一致',
        };
    }
  },
};
