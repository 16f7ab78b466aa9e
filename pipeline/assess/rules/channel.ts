import { article49, type ProvisionRule } from './rule.js';
import { PUBLISH } from './words.js';

const ELSEWHERE =
  '(?:新闻媒体|媒体|报纸|报刊|日报|晚报|电视|广播|微信|公众号|微博|抖音|快手|短视频|朋友圈|微信群|业主群|大屏|显示屏|电子屏|LED|户外广告|公告栏|宣传栏|公示栏|曝光台|小区|村务|张贴|单元门|楼道|车站|广场|商场)';
const WHERE = new RegExp(
  `(?:在|通过|利用|借助|经)[^。；，]{0,30}${ELSEWHERE}[^。；]{0,30}(?:${PUBLISH})|(?:${PUBLISH})[^。；，]{0,10}(?:在|于|至)[^。；，]{0,20}${ELSEWHERE}|${ELSEWHERE}(?:上)?(?:予以|进行|公开)?(?:曝光|公示|公布|公开|通报)`,
  'u',
);
const OFFICIAL =
  /门户网站|政府网站|官方网站|官网|部门网站|信用中国|信用网|信用[\p{Script=Han}]{2,4}网|信息公示系统|政府公报|指定的?(?:网站|平台|媒体)|局网站|委网站|厅网站|府网站|平台/u;
const CREDIT = /失信|信用|诚信|不良行为|不良记录|不良信息|黑名单|黑榜|红黑榜|违法失信/u;
/** Exposing what is illegal to call for attention is no publication of credit information; nor is praise. */
const ANOTHER_MATTER =
  /不得|不予|禁止|严禁|传播|谣言|虚假|宣传|典型案例|守信|红名单|表彰|征求意见|鼓励|公布(?:举报|投诉|监督)|送达|公告送达/u;

/** 国办发〔2020〕49号（五）: published on the websites of the body, its government, or others that were named. */
export const channel: ProvisionRule = {
  id: '49-5-channel',
  article: article49('五'),
  title: '信用信息应当在规定的网站公开',
  looksAt: 'provision',
  severity: 'warning',
  suggestion: '改为在认定部门门户网站、本级政府门户网站或者其他指定的网站公开，删去其他渠道',
  check: function* ({ sentences, has }, { level }) {
    if (!has('D') && !has('B')) return;
    for (const sentence of sentences) {
      if (!CREDIT.test(`${sentence.lead}${sentence.text}`) || ANOTHER_MATTER.test(sentence.text)) continue;
      const span = sentence.find(WHERE);
      if (!span) continue;
      // What a 地方性法规 provides for is such a rule itself.
      yield OFFICIAL.test(sentence.text) || level === 'local-regulation'
        ? {
            span,
            severity: 'note',
            message: '通过规定的网站以外的渠道公开失信信息，是否有规定依据须核对',
          }
        : { span, message: '通过媒体、公告栏等公开失信信息，而未写明规定的网站' };
    }
  },
};
