import { groundOf, needsGround } from './basis.js';
import { article49, type ProvisionRule } from './rule.js';
import { PUBLISH } from './words.js';

const PERSONAL =
  '(?:个人(?:信用|失信|相关|基本)?(?:信息|记录|积分|信用分|情况|名单)|姓名|身份证|居民(?:信用|失信)|村民(?:信用|失信|积分)|市民(?:信用|失信)|失信(?:个人|人员|学生|居民|村民|业主|从业人员|驾驶人)|(?:行人|乘客|业主|家长|学生|从业人员)[^。；，]{0,8}(?:名单|信息)|照片|肖像)';
const PUBLISHES = new RegExp(
  `${PUBLISH}[^。；]{0,30}${PERSONAL}|${PERSONAL}[^。；]{0,40}(?:向社会|在[^。；，]{0,24})?(?:${PUBLISH})`,
  'u',
);
const CREDIT = /信用|失信|诚信|不良|名单|黑榜|违法|违规|积分|不文明/u;
/** Not ordered: forbidden, agreed to, or left to the one concerned. */
const ALLOWED =
  /公开(?:、|便民|透明|公平|公正)|(?:民主|公平|公正)[、]?公开|发放|不得|不予|禁止|严禁|除外|同意|授权|保密|隐私|泄露|非法|擅自|申请公开|红名单|守信|表彰|录取|中签|候选|拟聘/u;

/** 国办发〔2020〕49号（四）: personal information is published by law, regulation or decision of the State Council, or with consent. */
export const personalPublication: ProvisionRule = {
  id: '49-4-personal-publication',
  article: article49('四'),
  title: '公开个人相关信息须有依据或者经本人同意',
  looksAt: 'provision',
  severity: 'warning',
  suggestion:
    '写明公开个人信息所依据的法律、法规或者国务院决定、命令，或者改为经本人同意后公开，并进行脱敏处理；否则删去',
  check: function* ({ read, sentences, has }, subject) {
    if (!needsGround(subject) || !(has('D') || has('B') || has('P'))) return;
    for (const sentence of sentences) {
      if (!CREDIT.test(sentence.text) || ALLOWED.test(sentence.text)) continue;
      const span = sentence.find(PUBLISHES);
      if (!span) continue;
      const ground = groundOf(read);
      if (ground === 'no')
        yield {
          span,
          message: '公开个人相关信息，未写明法律、法规或者国务院决定、命令作为依据，也未写明经本人同意',
        };
      if (ground === 'unknown')
        yield { span, severity: 'note', message: '公开个人相关信息，所引依据是否规定可以公开须核对' };
      return;
    }
  },
};
