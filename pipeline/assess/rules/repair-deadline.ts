import { article49, type DocumentRule } from './rule.js';
import { dutySeverity } from './subject.js';

const APPLIES =
  /申请(?:信用)?修复|信用修复(?:的)?申请|修复申请|(?:提出|提交|受理)[^。；，]{0,16}(?:修复|移出)[^。；，]{0,6}申请|(?:申请|申请书)[^。；，]{0,10}(?:移出|退出)[^。；，]{0,8}名单/u;
const TIMED =
  /(?:修复|移出|退出|申请|受理|审核|审查|核实|作出[^。；，]{0,8}决定)[^。]{0,80}(?:工作日|[一二三四五六七八九十百\d]{1,4}(?:日|天|个月)内|当日|即时|当场|规定(?:的)?(?:时限|时间|期限)内)|(?:工作日|[一二三四五六七八九十百\d]{1,4}(?:日|天)内)[^。]{0,60}(?:修复|移出|退出|审核|决定|办结|受理)|(?:期|届)满[^。；]{0,12}自动/u;

/** 国办发〔2020〕49号（十二）: applications for repair are closed within a set time. */
export const repairDeadline: DocumentRule = {
  id: '49-12-repair-deadline',
  article: article49('十二'),
  title: '信用修复应当在规定时间内办结',
  looksAt: 'document',
  severity: 'warning',
  suggestion: '写明受理、审核、移出和终止公开各自的办理时限',
  check: function* (subject) {
    if (subject.says(TIMED)) return;
    for (const { sentences, read } of subject.provisions)
      for (const sentence of sentences) {
        const span = read.classification.labels.length > 0 ? sentence.find(APPLIES) : null;
        if (!span) continue;
        yield {
          span,
          severity: dutySeverity(subject),
          message: '规定可以申请信用修复，全文没有办理时限',
        };
        return;
      }
  },
};
