import type { Evidence } from '../../../model/index.js';
import { needsGround } from './basis.js';
import { article49, type DocumentRule } from './rule.js';
import { evidenceSpan } from './subject.js';
import { LOSS } from './words.js';

const LISTED = /(?:惩戒|措施|约束)[^。；，]{0,8}(?:基础|补充)?清单|清单(?:制|以外|之外|内|范围)/u;
const BEYOND = /清单(?:以外|之外|外)[^。；]{0,20}(?:惩戒|措施|限制|约束)|(?:不限于|不受)[^。；，]{0,10}清单/u;
const NEGATED = /不得|禁止|严禁|不予|追究|不应/u;
/** 实施联合惩戒 alone names no measure. */
const MEASURE = new RegExp(LOSS.replace('|约束|惩戒', ''), 'u');

const namesMeasure = ({ text }: Evidence): boolean => MEASURE.test(text) && !/守信|优惠|激励/u.test(text);

/** 国办发〔2020〕49号（九）: measures are managed by a list. */
export const measuresList: DocumentRule = {
  id: '49-9-measures-list',
  article: article49('九'),
  title: '失信惩戒措施实行清单制管理',
  looksAt: 'document',
  severity: 'error',
  suggestion:
    '逐项对照全国失信惩戒措施基础清单和本地补充清单；清单没有的措施删去，有的写明清单中的措施名称和依据',
  check: function* (subject) {
    // A 地方性法规 is what a local list rests on.
    let asked = !needsGround(subject) || subject.isPlan || subject.says(LISTED);
    for (const { sentences, read } of subject.provisions) {
      for (const sentence of sentences) {
        const beyond = sentence.find(BEYOND);
        if (beyond && !NEGATED.test(sentence.text))
          yield { span: beyond, message: '在失信惩戒措施清单以外实施惩戒措施' };
      }
      const span = asked ? null : evidenceSpan(read, 'P', namesMeasure);
      if (!span) continue;
      asked = true;
      yield {
        span,
        severity: 'note',
        message: '设定失信惩戒措施而全文未提到清单，各项措施是否在清单之内须核对',
      };
    }
  },
};
