import { listSetting } from './listing.js';
import { article49, type DocumentRule } from './rule.js';

const LENIENT =
  /未成年|不可抗力|自然灾害|疫情|非(?:主观|因主观)|主观故意|非故意|无主观|轻微[^。；]{0,24}(?:不予|免|可以不|不列|不记|不作)|(?:不予|免予|免于|可以不|不)[^。；，]{0,16}(?:认定|记入|列入|纳入|惩戒|扣分)|宽容审慎|从轻|减轻|免责|容错|情节轻微/u;

/** 国办发〔2020〕49号（十六）: minors, force majeure, unintended and slight cases are treated with lenience. */
export const leniency: DocumentRule = {
  id: '49-16-leniency',
  article: article49('十六'),
  title: '对不可抗力、非主观故意、轻微失信应当宽容审慎',
  looksAt: 'document',
  severity: 'note',
  suggestion:
    '增加对未成年人失信、受不可抗力影响的失信以及非主观故意、轻微失信宽容审慎认定、记录和惩戒的规定',
  check: function* (subject) {
    if (subject.isPlan || subject.says(LENIENT)) return;
    const setting = listSetting(subject);
    if (!setting) return;
    yield {
      span: setting.span,
      message: '设列名单，全文没有对未成年人、不可抗力、非主观故意和轻微失信的宽容规定，须核对',
    };
  },
};
