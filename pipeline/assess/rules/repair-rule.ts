import { needsGround } from './basis.js';
import { listSetting, listSeverity } from './listing.js';
import { article49, type DocumentRule } from './rule.js';
import type { Subject } from './subject.js';

const REPAIR =
  /修复|移出|移除|退出|撤出|解除[^。；，]{0,12}(?:惩戒|名单|限制|措施)|(?:恢复|重建|重塑)[^。；，]{0,8}信用|(?:消除|删除|撤销|清除|屏蔽|更正|终止公示|停止公示|撤下)[^。；，]{0,14}(?:记录|信息|名单|影响|公示)|(?:公示|公布|记录|披露|管理|有效|列入)[^。；，]{0,6}(?:期限|期)(?:为|满|届满)?|期满/u;
const RECORDS =
  /(?:记入|纳入|列入|载入|录入|归集|公布|公示|曝光|公开|扣)[^。；]{0,30}(?:失信|不良|信用|诚信|黑榜)/u;

/** 国办发〔2020〕49号（十一）: a rule of repair with its manner and procedure; also 发改办财金〔2021〕15号一（四）. */
export const repairRule: DocumentRule = {
  id: '49-11-repair-rule',
  article: article49('十一'),
  title: '应当有信用修复的规定',
  looksAt: 'document',
  severity: 'warning',
  suggestion:
    '增加信用修复的条件、方式和程序，或者写明适用哪个文件的修复规定；修复后及时移出名单、终止公开或者标注、屏蔽、删除',
  check: function* (subject) {
    if (subject.says(REPAIR)) return;
    const setting = listSetting(subject);
    if (setting) {
      yield {
        span: setting.span,
        severity: listSeverity(subject, setting),
        message: '设列名单，全文没有信用修复的规定',
      };
      return;
    }
    yield* recorded(subject);
  },
};

/** What only records or publishes is told once and more softly: the rules of the record's keeper may hold. */
function* recorded(subject: Subject) {
  if (!needsGround(subject)) return;
  for (const { sentences, read } of subject.provisions)
    for (const sentence of sentences) {
      const span = sentence.labels.has('D') || sentence.labels.has('P') ? sentence.find(RECORDS) : null;
      if (!span || !read.assessment) continue;
      yield {
        span,
        severity: 'note' as const,
        message: '记录、公开失信信息，全文没有信用修复的规定，适用哪个文件的修复规定须核对',
      };
      return;
    }
}
