import { article49, type ProvisionRule } from './rule.js';

const CREDIT = '(?:失信|(?<!电)信用|诚信|黑名单|名单|不良记录|不良信用|黑榜|积分)';
const BASIC =
  '(?:最低生活保障|低保|社会救助|临时救助|医疗救助|医疗保险|医保(?!定点|基金|服务|医师)|基本医疗|养老金|养老待遇|养老保险待遇|退休金|子女(?:入学|就学|上学|教育|就读)|义务教育|入学资格|就医|看病|住院|失业保险金|抚恤|救灾|残疾人补贴|高龄津贴|供水|供电|供暖|供热|供气)';
const CUTS = new RegExp(
  `${CREDIT}[^。；]{0,60}(?:取消|停止|暂停|停发|扣发|限制|不予|不得(?:享受|申请|申领|参加)|降低|剥夺|扣减)[^。；，]{0,20}${BASIC}`,
  'u',
);
/** What was obtained by deceit is taken back in its own field. */
const SAME_FIELD = /骗取|套取|冒领|虚报|伪造|欺诈骗保|定点|经办机构|不得以|不影响|保障其基本|不得因/u;

/** 国办发〔2020〕49号（十）: measures are related to the conduct and in proportion; basic living is out of reach. */
export const unrelatedMeasure: ProvisionRule = {
  id: '49-10-unrelated-measure',
  article: article49('十'),
  title: '惩戒措施应当与失信行为相关联、合比例',
  looksAt: 'provision',
  severity: 'warning',
  suggestion: '删去影响基本生活、教育、医疗的措施，只保留与失信行为发生领域相关联且有依据的措施',
  check: function* ({ sentences }) {
    for (const sentence of sentences) {
      if (SAME_FIELD.test(sentence.text)) continue;
      const span = sentence.find(CUTS);
      if (span)
        yield {
          span,
          message: '以失信为由减损基本生活、教育、医疗等方面的权益，与失信行为是否关联、是否合比例存疑',
        };
    }
  },
};
