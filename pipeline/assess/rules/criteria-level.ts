import { groundOf, needsGround } from './basis.js';
import { setsOwnList } from './listing.js';
import { article49, type ProvisionRule } from './rule.js';
import { ENTER, gap, NEGATIVE_LIST } from './words.js';

const CRITERIA = new RegExp(
  `(?:下列|以下|之一|如下)${gap(30)}${ENTER}${gap(24)}(?:${NEGATIVE_LIST}|名单)|(?:${NEGATIVE_LIST}|名单)的?(?:认定|列入)(?:标准|条件)(?:如下|包括|为|由[^。；，]{0,16}(?:制定|确定|规定))|(?:的|者)[^。；，]{0,12}，[^。；，]{0,16}?(?:，)?${ENTER}${gap(16)}${NEGATIVE_LIST}`,
  'u',
);

/** 国办发〔2020〕49号（七）: at what level the criteria of a list are laid down. */
export const criteriaLevel: ProvisionRule = {
  id: '49-7-criteria-level',
  article: article49('七'),
  title: '名单认定标准须以规定的层级确定',
  looksAt: 'provision',
  severity: 'warning',
  suggestion:
    '全国范围的名单，认定标准由法律、行政法规或者党中央、国务院政策文件确定，暂不具备条件的可由部门规章确定；仅在地方实施的，由地方性法规规定。本文件只援引其标准，不自行设定',
  check: function* ({ read, sentences, has }, subject) {
    if (!has('B') || !needsGround(subject)) return;
    const sentence = sentences.find((each) => setsOwnList(each) && CRITERIA.test(each.text));
    const span = sentence?.find(CRITERIA);
    const ground = groundOf(read);
    if (!span || ground === 'yes') return;
    if (subject.level === 'departmental-rule') {
      yield {
        span,
        severity: 'note',
        message: '部门规章设定名单认定标准：是否属于全国范围内暂不具备条件的情形，须核对',
      };
      return;
    }
    const message = '自行设定名单认定标准，本文件的层级低于规定的层级';
    yield ground === 'no' && !subject.isPlan && subject.level !== 'other'
      ? { span, message }
      : { span, severity: 'note', message: `设定名单认定标准，标准是否由规定层级的文件确定须核对` };
  },
};
