import { kindsOf } from '../../../classifiers/index.js';
import type { ProvisionRule } from './rule.js';
import { LOSS } from './words.js';

const SCORE =
  '(?:个人信用(?:积分|分|得分|等级|评分)|信用积分|信用分(?!类|级)|诚信积分|诚信分(?!类|级)|文明积分|信用得分|信用评分|积分)';
const LOW = `(?:${SCORE}[^。；]{0,24}(?:低于|不足|不满|未达|不达|以下|过低|较低|偏低|为零|扣完|扣至|降至|小于|少于|[C-E]级|较差|差)|(?:低|较低|低等级)(?:的)?信用(?:积分|分|等级))`;
const PUNISHED = new RegExp(`${LOW}[^。；]{0,50}${LOSS}|${LOSS}[^。；]{0,24}${LOW}`, 'u');
const GRADE =
  /信用等级[^。；]{0,12}(?:[C-E]级|[较偏]?低|[较]?差)[^。；]{0,50}(?:限制|禁止|不得|取消|不予|暂停|停止|降低|扣)/u;
const BY_SCORE_PUNISHED = new RegExp(
  `${SCORE}[^。；]{0,30}(?:实施|采取|进行|予以)?[^。；，]{0,10}(?:失信惩戒|惩戒|奖惩)`,
  'u',
);
/** Drivers' penalty points, points for settling, quotas and companies are another matter. */
const ANOTHER_MATTER =
  /修复|(?:不得|不应|不能|禁止)(?:以|因|将|凭|按|根据)|入户|落户|入学积分|积分制入户|驾驶证记分|记分周期|企业信用(?:分|积分|等级)|供应商|投标人|承包人|施工企业|市场主体|法人(?!代表)|运动员|竞赛|学分/u;
const ABOUT_PERSONS = /个人|居民|市民|村民|社会成员|自然人|诚信市民|公民/u;
const ENTERPRISE = /企业|公司|单位|机构|商户|经营者|市场主体|组织|物业|供应商|投标/u;

/** 发改办财金〔2021〕15号一（三）: no individual is punished for a low credit score. */
export const creditScore: ProvisionRule = {
  id: '15-1-3-credit-score',
  article: '发改办财金〔2021〕15号一（三）',
  title: '不得以低信用分为由对个人实施惩戒',
  looksAt: 'provision',
  severity: 'error',
  suggestion: '删去以信用分、信用积分、个人信用等级低为由的限制、取消等措施；信用分只用于守信激励',
  check: function* ({ sentences }, subject) {
    const aboutPersons = ABOUT_PERSONS.test(subject.title);
    for (const sentence of sentences) {
      const said = `${sentence.lead}${sentence.text}`;
      if (ANOTHER_MATTER.test(said)) continue;
      const low = sentence.find(PUNISHED) ?? sentence.find(GRADE);
      const span = low ?? sentence.find(BY_SCORE_PUNISHED);
      if (!span) continue;
      const hit = kindsOf(sentence, ['P']).subject.kind;
      const persons = hit === '个人' || hit === '个人和单位' || (hit === '未写明' && aboutPersons);
      if (!persons && (hit === '单位' || ENTERPRISE.test(subject.title))) continue;
      if (hit !== '个人和单位' && persons && low)
        yield { span, message: '以低信用分（积分、等级）为由对个人实施惩戒' };
      else
        yield {
          span,
          severity: persons ? 'warning' : 'note',
          message: '按信用分（积分、等级）实施惩戒，是否以低信用分为由惩戒个人须核对',
        };
    }
  },
};
