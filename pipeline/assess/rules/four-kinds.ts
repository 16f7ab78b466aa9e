import { setsOwnList } from './listing.js';
import { PETTY, SERIOUS } from './petty.js';
import { article49, type ProvisionRule } from './rule.js';
import { ENTER, gap, NEGATIVE_LIST } from './words.js';

const ENTRY = new RegExp(`${ENTER}${gap(24)}(?:${NEGATIVE_LIST}|名单|黑榜)`, 'u');
const LIGHT = new RegExp(
  `(?:轻微|一般)(?:的)?(?:失信|违法|违规)${gap(16)}${ENTER}${gap(16)}(?:黑名单|严重失信)`,
  'u',
);

/** 国办发〔2020〕49号（六）: lists are for four kinds of grave dishonesty. */
export const fourKinds: ProvisionRule = {
  id: '49-6-four-kinds',
  article: article49('六'),
  title: '名单限于四类严重违法失信行为',
  looksAt: 'provision',
  severity: 'warning',
  suggestion:
    '名单只列四类：危害生命健康的、破坏市场和社会秩序的、拒不履行法定义务的、拒不履行国防义务的，并以情节严重为限；其他行为从名单中删去',
  check: function* ({ sentences }) {
    for (const sentence of sentences) {
      const said = `${sentence.lead}${sentence.text}`;
      if (!ENTRY.test(said) || !setsOwnList(sentence)) continue;
      const light = sentence.find(LIGHT);
      const span = light ?? (SERIOUS.test(sentence.text) ? null : sentence.find(PETTY));
      if (span) yield { span, message: '轻微、一般的行为列入名单，不在四类严重违法失信行为之内' };
    }
  },
};
