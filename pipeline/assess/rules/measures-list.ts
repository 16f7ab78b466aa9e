import { type ReadUnit, shift } from '../../../model/index.js';
import { needsGround } from './basis.js';
import { article49, type DocumentRule } from './rule.js';
import { RESTRAINS } from './words.js';

const LISTED = /(?:惩戒|措施|约束)[^。；，]{0,8}(?:基础|补充)?清单|清单(?:制|以外|之外|内|范围)/u;
const BEYOND = /清单(?:以外|之外|外)[^。；]{0,20}(?:惩戒|措施|限制|约束)|(?:不限于|不受)[^。；，]{0,10}清单/u;
/** 各部门可以自行增设惩戒措施. */
const ADDED =
  /(?:惩戒|约束)措施[^。；]{0,24}自行(?:增设|增加|设定|创设|确定|制定)|自行(?:增设|增加|设定|创设|制定)[^。；，]{0,10}(?:惩戒|约束)措施/u;
const NEGATED = /不得|禁止|严禁|不予|追究|不应/u;
/** The measures that a provision names in its own words; 实施联合惩戒 alone names none. */
const namedIn = ({ kinds }: ReadUnit) =>
  (kinds?.punishment ?? [])
    .filter(({ kind }) => kind !== '联合惩戒（概括）')
    .flatMap(({ kind, words }) =>
      words.filter((each) => each.in === 'text').map((each) => ({ kind, ...each })),
    );

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
        const beyond = sentence.find(BEYOND) ?? sentence.find(ADDED);
        if (beyond && !NEGATED.test(sentence.text))
          yield { span: beyond, message: '在失信惩戒措施清单以外实施惩戒措施' };
      }
      const orders = sentences.some(({ labels, text }) => labels.has('P') && !RESTRAINS.test(text));
      const named = asked || !orders ? [] : namedIn(read);
      const first = named[0];
      if (!first) continue;
      asked = true;
      const kinds = [...new Set(named.map(({ kind }) => kind))].join('、');
      yield {
        span: shift(first, read.unit.span.start),
        severity: 'note',
        message: `设定失信惩戒措施（${kinds}）而全文未提到清单，各项措施是否在清单之内须核对`,
      };
    }
  },
};
