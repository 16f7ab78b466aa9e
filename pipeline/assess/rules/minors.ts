import { article49, type ProvisionRule } from './rule.js';
import { ENTER, LOSS } from './words.js';

const MINOR = '(?:未成年人|中小学生|小学生|中学生|初中生|高中生|在校学生|学生|少年|儿童)';
const MET = new RegExp(
  `${MINOR}[^。；]{0,50}(?:${ENTER}|记|扣)[^。；]{0,24}(?:信用|诚信|失信|不良|名单|档案|黑榜)|(?:失信|信用|诚信)[^。；]{0,24}${MINOR}[^。；]{0,30}${LOSS}|${MINOR}[^。；]{0,20}(?:失信|不诚信)[^。；]{0,40}(?:${LOSS}|公布|公示|曝光|通报)`,
  'u',
);
const LENIENT =
  /不得|不予(?:记录|记入|列入|纳入|公开|公示)|不记入|不列入|不纳入|除外|宽容|审慎|免于|从轻|教育|保护/u;
/** Students of colleges are mostly of age; schools that cheat are no minors. */
const OF_AGE = /大学生|高校|高等学校|研究生|本科|博士|硕士|成年|助学贷款|学校|教师|机构|招收|资助/u;

/** 国办发〔2020〕49号（十六）: dishonesty of minors is treated with lenience. */
export const minors: ProvisionRule = {
  id: '49-16-minors',
  article: article49('十六'),
  title: '对未成年人失信行为应当宽容审慎',
  looksAt: 'provision',
  severity: 'warning',
  suggestion: '写明对未成年人不予记录、不列入名单、不公开，以教育为主',
  check: function* ({ sentences, has }) {
    if (!has('D') && !has('B') && !has('P')) return;
    for (const sentence of sentences) {
      const span = LENIENT.test(sentence.text) ? null : sentence.find(MET);
      if (!span) continue;
      const certain = /未成年人|中小学生|小学生|中学生|初中生|高中生|少年|儿童/u.test(sentence.text);
      if (certain) yield { span, message: '对未成年人记录、公开失信信息或者实施惩戒' };
      else if (!OF_AGE.test(sentence.text))
        yield {
          span,
          severity: 'note',
          message: '对学生记录、公开失信信息或者实施惩戒，其中的未成年人是否宽容审慎处理须核对',
        };
    }
  },
};
