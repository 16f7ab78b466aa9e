import { withoutGround } from './basis.js';
import { article49, type ProvisionRule } from './rule.js';
import type { Sentence } from './sentences.js';

/** How publication ends needs no ground: it is what （十一） asks for. */
const ENDS = /修复|移出|终止|停止公[示开]|删除|屏蔽|撤下/u;

const bringsIn = ({ labels, lead, text }: Sentence): boolean =>
  labels.has('D') && !ENDS.test(`${lead}${text}`);

/** 国办发〔2020〕49号（一）: what goes into public credit information rests on 法律、法规 or central policy. */
export const disclosureBasis: ProvisionRule = {
  id: '49-1-disclosure-basis',
  article: article49('一'),
  title: '特定行为信息纳入、共享、公开须有依据',
  looksAt: 'provision',
  severity: 'warning',
  suggestion:
    '写明所依据的法律、法规或者党中央、国务院政策文件及条款；没有依据的，删去纳入、共享、公开信用信息的内容',
  check: (provision, subject) =>
    provision.sentences.some(bringsIn)
      ? withoutGround(provision, subject, 'D', {
          severity: 'warning',
          none: '将特定行为信息作为信用信息记录、共享或者公开，未见依据',
          unknown: '将特定行为信息作为信用信息记录、共享或者公开，依据须核对',
        })
      : [],
};
