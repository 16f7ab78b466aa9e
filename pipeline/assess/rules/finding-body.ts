import { groundOf } from './basis.js';
import { article49, type ProvisionRule } from './rule.js';
import { ENTER, gap, NEGATIVE_LIST } from './words.js';

const BODY =
  '(?:街道办事处|街道办|街道|乡镇人民政府|乡镇政府|镇人民政府|镇政府|乡人民政府|乡镇（街道）|各乡镇|各镇|村民委员会|村委会|居民委员会|居委会|社区|村组|物业服务企业|物业公司|业主委员会|业委会|行业协会|协会|商会|学会|学校|用人单位|平台企业|招标代理机构|建设单位|检测机构)';
const DECIDES = new RegExp(
  `(?:由)?(?<!(?:县级以上|各级|会同|通知|督促|告知|向|对|将|把|的|报|听取|征求)[^。；，]{0,6})${BODY}(?!备案)[^。；，]{0,20}?(?:认定|审定|确定|决定|评定|负责)?[^。；，]{0,6}?(?:将[^。；，]{0,30})?(?:，)?(?:可以|应当|有权|可|应|直接|负责)?(?:将其)?${ENTER}${gap(20)}${NEGATIVE_LIST}|由${BODY}[^。；，]{0,16}(?:认定|审定|确定|作出列入决定)`,
  'u',
);
const LIST = new RegExp(NEGATIVE_LIST, 'u');
/** The body has to ask, or is itself what is listed. */
const ANOTHER_MATTER =
  /报[^。；]{0,20}(?:批准|审定|认定|决定|备案)|提请|建议|推荐|上报|初审|被列入|配合|协助/u;

/** 国办发〔2020〕49号（八）: lists are found by departments of governments from the county upwards. */
export const findingBody: ProvisionRule = {
  id: '49-8-finding-body',
  article: article49('八'),
  title: '名单应当由县级以上人民政府有关部门认定',
  looksAt: 'provision',
  severity: 'warning',
  suggestion: '改为由县级以上人民政府有关部门认定；法律、法规和部门规章另有规定的，写明其条款',
  check: function* ({ read, sentences }) {
    for (const sentence of sentences) {
      if (!LIST.test(`${sentence.lead}${sentence.text}`) || ANOTHER_MATTER.test(sentence.text)) continue;
      const span = sentence.find(DECIDES);
      if (!span) continue;
      yield groundOf(read) === 'no'
        ? { span, message: '由县级以上人民政府有关部门以外的单位认定名单' }
        : {
            span,
            severity: 'note',
            message: '由县级以上人民政府有关部门以外的单位认定名单，法律、法规和部门规章是否另有规定须核对',
          };
    }
  },
};
