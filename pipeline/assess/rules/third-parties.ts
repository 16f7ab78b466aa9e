import { article49, type ProvisionRule } from './rule.js';

const BODY =
  '(?:(?:各)?(?:银行业)?金融机构|(?:商业)?银行(?!账户|存款|卡|账号|保函)|保险公司|保险机构|信贷机构|小额贷款公司|担保公司|信用服务机构|征信机构|评级机构|行业协会|协会商会|行业协会商会|商会|新闻媒体|新闻单位|媒体)';
const MUST = '(?:应当|必须|须|一律|不得(?!不)|要)';
const PUNISH =
  '(?:(?:拒绝|限制|停止|暂停|不予|不得|收紧|压缩|不再|禁止)[^。；，]{0,14}(?:贷款|授信|融资|信贷|放贷|开户|开立|承保|投保|保函|保险|服务|金融支持|办理|发放|入会|业务|合作|报道)|(?:提高|上浮|上调)[^。；，]{0,8}(?:利率|费率|保费)|抽贷|断贷|停贷|惩戒|曝光|公开谴责|通报批评|取消会员|开除|劝退|除名|降低[^。；，]{0,8}(?:等级|额度|评级))';
const TARGET = /失信|黑名单|不良(?:信用|记录|行为)|黑榜|信用(?:等级|状况|较差|差)|名单/u;
const FORCED = new RegExp(
  `(?:要求|责令|责成|强制|督促|命令|指令|通知|协调)[^。；，]{0,10}${BODY}[^。；]{0,40}${PUNISH}|${BODY}[^。；]{0,30}?${MUST}[^。；]{0,40}?${PUNISH}|${BODY}(?:对|不予|停止|拒绝|暂停|一律)[^。；]{0,40}${PUNISH}|(?:向|由)${BODY}[^。；，]{0,20}${PUNISH}`,
  'u',
);
/** Free to do so, or asked kindly; 49号文 forbids force alone. */
const FREE =
  /鼓励|引导|支持|倡导|可以|可根据|建议|自主|自律|依法自主|参考|协商|按照(?:其)?章程|依照章程|提示|供[^。；，]{0,12}参考/u;
/** The body itself is what is listed or supervised, or must not be forced. */
const ANOTHER_MATTER = new RegExp(
  `不得(?:强制|要求|强令|干预|唆使|诱导)|(?:失信|违法|违规)的?${BODY}|对${BODY}(?:的|实施|进行|及其|有|违反|存在)|${BODY}(?:及其|工作人员|有下列|违反|违规|未按|存在|出具|提供虚假|从业)|禁止强制`,
  'u',
);
const SOFTER = /督促|协调|通知|积极|要(?!求)/u;

/** 国办发〔2020〕49号（九）: no department may force banks, credit services, associations or media to punish. */
export const thirdParties: ProvisionRule = {
  id: '49-9-third-parties',
  article: article49('九'),
  title: '不得强制金融机构等惩戒失信主体',
  looksAt: 'provision',
  severity: 'error',
  suggestion:
    '删去对金融机构、信用服务机构、行业协会商会、新闻媒体的强制要求，改为由其参考信用信息依法自主决定',
  check: function* ({ sentences }) {
    for (const sentence of sentences) {
      const said = `${sentence.lead}${sentence.text}`;
      if (!TARGET.test(said) || FREE.test(sentence.text) || ANOTHER_MATTER.test(sentence.text)) continue;
      const span = sentence.find(FORCED);
      if (!span) continue;
      const forces = new RegExp(`${BODY}[^。；]{0,30}${MUST}|要求|责令|责成|强制|命令|指令|一律`, 'u').test(
        sentence.text,
      );
      yield forces && !SOFTER.test(sentence.text)
        ? { span, message: '强制要求金融机构、信用服务机构、行业协会商会或者新闻媒体惩戒失信主体' }
        : {
            span,
            severity: 'warning',
            message: '要求金融机构、信用服务机构、行业协会商会或者新闻媒体惩戒失信主体，是否带有强制须核对',
          };
    }
  },
};
