import { article49, type DocumentRule } from './rule.js';
import { dutySeverity } from './subject.js';
import { ENTER, INSTRUMENT } from './words.js';

const FINDS = new RegExp(
  `(?:认定|确定|界定|评定|划分)[^。；，]{0,12}(?:失信行为|失信主体|不良行为|失信等级|失信程度)|(?:下列|以下|如下)(?:行为|情形|情况)[^。；]{0,24}(?:属于|为|认定为|视为|列为)[^。；]{0,8}(?:失信|不良)|(?:失信|不良)(?:信用)?(?:行为|信息|记录)(?:，)?(?:是指|包括|分为)|${ENTER}[^。；]{0,12}失信(?:行为|信息|记录)`,
  'u',
);

/** 国办发〔2020〕49号（二）: dishonesty is found by an instrument of legal effect. */
export const instrument: DocumentRule = {
  id: '49-2-instrument',
  article: article49('二'),
  title: '认定失信行为须以具有法律效力的文书为依据',
  looksAt: 'document',
  severity: 'warning',
  suggestion:
    '写明认定失信行为所依据的文书：生效的司法裁判、仲裁文书，行政处罚、行政裁决等决定文书，或者法律、法规、党中央、国务院政策文件规定的其他文书',
  check: function* (subject) {
    if (subject.says(INSTRUMENT)) return;
    for (const { sentences, has } of subject.provisions) {
      if (!has('D') && !has('B') && !has('P')) continue;
      const span = sentences.find(({ text }) => FINDS.test(text))?.find(FINDS);
      if (!span) continue;
      yield {
        span,
        severity: dutySeverity(subject),
        message: '规定认定失信行为，全文未提到以裁判、仲裁、行政处罚决定等具有法律效力的文书为依据',
      };
      return;
    }
  },
};
