import { article49, type ProvisionRule } from './rule.js';
import { ENTER, INSTRUMENT, PUBLISH } from './words.js';

const SOURCE =
  '(?:(?:被|经|受到?|因|遭|有|存在)[^。；，]{0,14}(?:举报|投诉|曝光|检举|反映|信访|舆情|差评|议论)|(?:群众|媒体|网络|舆论|业主|村民|社会)[^。；，]{0,10}(?:举报|投诉|曝光|反映|评议|报道)|(?<!受理[^。；，]{0,12})(?:投诉|举报|差评)[^。；，]{0,8}(?:达到|累计|超过|较多|[一二两三四五六七八九十\\d]{1,3}次)|(?:巡查|抽查|暗访|自查)[^。；，]{0,8}发现)';
const RECORDED = `(?:(?:${ENTER}|作为|记|扣)[^。；]{0,24}(?:信用|诚信|失信|不良|名单|名录|档案|黑榜|分)|(?:认定|视为)[^。；]{0,10}失信)`;
/** The report comes first and the record follows from it; 采取约谈、媒体曝光等措施 are measures. */
const FOUND_SO = new RegExp(`${SOURCE}(?!等措施)[^。；]{0,80}?${RECORDED}`, 'u');
const AS_ITEM = new RegExp(`${SOURCE}[^。；]{0,30}的[。；]?$`, 'u');
const CONSEQUENCE = new RegExp(RECORDED, 'u');
const CHECKED = /查实|核实|属实|查证|调查认定|依法认定/u;
/** Complaints about credit services, and those that are invited or handled, find nobody dishonest. */
const ANOTHER_MATTER = new RegExp(
  `异议|受理[^。；，]{0,20}(?:投诉|举报)|举报(?:电话|渠道|箱|奖励)|鼓励[^。；]{0,20}举报|不得${PUBLISH}|可以向[^。；]{0,20}(?:投诉|举报)|恶意(?:投诉|举报)|虚假(?:投诉|举报)|打击报复`,
  'u',
);

/** 国办发〔2020〕49号（二）: complaint, report or exposure are no instruments of legal effect. */
export const unverifiedSource: ProvisionRule = {
  id: '49-2-unverified-source',
  article: article49('二'),
  title: '不得仅凭投诉、举报、曝光等认定失信',
  looksAt: 'provision',
  severity: 'warning',
  suggestion: '改为以生效的司法裁判文书、仲裁文书、行政处罚决定等具有法律效力的文书为认定依据',
  check: function* ({ sentences }) {
    for (const sentence of sentences) {
      const said = `${sentence.lead}${sentence.text}`;
      if (INSTRUMENT.test(said) || ANOTHER_MATTER.test(sentence.text)) continue;
      const span =
        sentence.find(FOUND_SO) ?? (CONSEQUENCE.test(sentence.lead) ? sentence.find(AS_ITEM) : null);
      if (!span) continue;
      yield CHECKED.test(said)
        ? {
            span,
            severity: 'note',
            message: '经核实的投诉、举报、曝光即记为失信，是否已有具有法律效力的文书须核对',
          }
        : { span, message: '仅凭投诉、举报、曝光或者检查发现即记为失信，没有具有法律效力的文书' };
    }
  },
};
