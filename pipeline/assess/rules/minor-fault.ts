import { PETTY, SERIOUS } from './petty.js';
import { article49, type ProvisionRule } from './rule.js';

/** Measures that touch livelihood, work or movement. */
const HEAVY =
  /终身|永久|一票否决|禁入|禁止(?:从业|驾驶|参加|进入|乘坐)|不得(?:报考|录用|录取|招录|评|参加|享受|担任|入学|入伍|乘坐|参军|申请)|取消[^。；，]{0,14}(?:资格|待遇|补贴|低保|奖金|分红|评优|福利)|限制[^。；，]{0,10}(?:乘坐|出境|贷款|高消费|就业|入学|录用|招录|参军|购房|落户)|(?:停发|扣发|停止发放|不予发放)[^。；，]{0,12}(?:补贴|工资|分红|福利|低保|补助)|(?:停水|停电|停气|断水|断电)|黑名单|严重失信|联合惩戒|清退|解除(?:劳动)?合同|停课|开除/u;
const SLIGHT =
  /轻微(?:失信|违法|违规|过失|行为)|一般失信|首次(?:违反|违规|失信|发生)|初次(?:违反|违规|失信|违法)|无意|过失(?:造成|导致)/u;
const CREDIT = /信用|失信|诚信|名单|积分|黑榜|不良记录/u;
const LENIENT = /不予|免于|可以不|不记入|不列入|从轻|减轻|提醒|教育|约谈|告诫|不得列入|不作为|承诺/u;

/** 国办发〔2020〕49号（十）: no heavy measure for a slight fault. */
export const minorFault: ProvisionRule = {
  id: '49-10-minor-fault',
  article: article49('十'),
  title: '过惩相当，防止小过重惩',
  looksAt: 'provision',
  severity: 'warning',
  suggestion: '按照合法、关联、比例原则，根据行为性质和严重程度设定轻重适度的措施；轻微行为以提醒、教育为主',
  check: function* ({ sentences, has }) {
    if (!has('D') && !has('B') && !has('P')) return;
    for (const sentence of sentences) {
      const said = `${sentence.lead}${sentence.text}`;
      if (!CREDIT.test(said) || !HEAVY.test(said) || SERIOUS.test(sentence.text)) continue;
      if (LENIENT.test(sentence.text)) continue;
      const span = sentence.find(SLIGHT) ?? sentence.find(PETTY);
      if (span) yield { span, message: '对轻微、一般的行为设定较重的惩戒，有小过重惩之虞' };
    }
  },
};
