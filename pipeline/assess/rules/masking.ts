import { article49, type ProvisionRule } from './rule.js';
import { PUBLISH } from './words.js';

const SENSITIVE =
  '(?:身份证(?:件)?(?:号码?|信息)|公民身份号码|居民身份号码|家庭(?:住址|地址)|住址|家庭成员|手机号码?|联系电话|电话号码|银行账号|照片|肖像|头像|人脸)';
const PUBLISHES = new RegExp(
  `(?:${PUBLISH})[^。；]{0,60}${SENSITIVE}|${SENSITIVE}[^。；]{0,40}(?:向社会|予以|进行|在[^。；，]{0,20})(?:${PUBLISH})`,
  'u',
);
/** 公布监督电话, 公布举报电话及照片 of a body that serves; and forms to fill in. */
const ANOTHER_MATTER =
  /监督电话|举报电话|投诉电话|咨询电话|服务电话|受理电话|值班电话|不得|不予|禁止|泄露|保密|非法|公示牌|上岗证|执业证/u;
const CREDIT = /信用|失信|诚信|不良(?:行为|记录|信息)|黑名单|黑榜|曝光|违法|违规/u;
const MASKED =
  /脱敏|隐去|隐藏|屏蔽|部分号码|部分(?:证件)?号|后[四六4６6]位|前[三六3６6]位|遮挡|遮盖|掩码|模糊处理|打码|\*{2,}|去标识|匿名/u;
const WHOLE = /(?:完整|全部|真实)的?(?:身份证|公民身份|个人信息|信息)/u;

/** 国办发〔2020〕49号（四）: personal information is masked as far as needed. */
export const masking: ProvisionRule = {
  id: '49-4-masking',
  article: article49('四'),
  title: '公开个人相关信息须进行必要脱敏处理',
  looksAt: 'provision',
  severity: 'error',
  suggestion: '写明公开时对身份证件号码、住址、电话、照片等进行脱敏处理，或者不公开这些内容',
  check: function* ({ sentences }, subject) {
    for (const sentence of sentences) {
      const said = `${sentence.lead}${sentence.text}`;
      if (!CREDIT.test(said) || ANOTHER_MATTER.test(sentence.text)) continue;
      const span = sentence.find(PUBLISHES);
      if (!span || MASKED.test(sentence.text)) continue;
      if (WHOLE.test(sentence.text)) yield { span, message: '公开完整的个人敏感信息，不作脱敏处理' };
      else if (!subject.says(MASKED))
        yield {
          span,
          severity: 'warning',
          message: '公开身份证件号码、住址、电话、照片等个人信息，全文未规定脱敏处理',
        };
    }
  },
};
