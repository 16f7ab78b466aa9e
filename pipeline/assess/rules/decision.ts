import { listSetting, listSeverity } from './listing.js';
import { article49, type DocumentRule } from './rule.js';

const DECISION =
  /(?:列入|认定|纳入|载入|行政|处罚|处理)(?:[^。；，]{0,16})决定书?|决定书|(?:行政)?决定文书|认定书|列入决定|书面决定/u;
/** What the document has to say, with the words by which each is known. */
const CONTENTS: readonly (readonly [string, RegExp])[] = [
  ['事由', /事由|事实|原因|理由|情形/u],
  ['依据', /依据/u],
  ['失信惩戒措施提示', /惩戒措施|约束措施|限制措施|管理措施|惩戒提示|措施提示/u],
  ['移出条件和程序', /移出|退出|移除|解除|修复/u],
  ['救济措施', /救济|复议|诉讼|申诉|异议/u],
];

/** 国办发〔2020〕49号（八）: entry is decided in a document that says five things. */
export const decision: DocumentRule = {
  id: '49-8-decision-document',
  article: article49('八'),
  title: '列入名单应当有载明五项内容的决定文书',
  looksAt: 'document',
  severity: 'warning',
  suggestion:
    '写明以行政决定文书或者单独的决定书列入，文书中写清事由、依据、惩戒措施提示、如何移出、如何救济五项',
  check: function* (subject) {
    const setting = listSetting(subject);
    if (!setting) return;
    const { span } = setting;
    if (!subject.says(DECISION)) {
      yield { span, severity: listSeverity(subject, setting), message: '设列名单，全文没有列入的决定文书' };
      return;
    }
    const missing = CONTENTS.filter(([, words]) => !subject.says(words)).map(([name]) => name);
    if (missing.length > 0)
      yield {
        span,
        severity: 'note',
        message: `有决定文书，全文未提到其中应当载明的${missing.join('、')}，须核对文书式样`,
      };
  },
};
