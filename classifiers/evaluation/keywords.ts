import type { Label } from '../../model/index.js';

/**
 * The words that someone who knows the matter would search for, a short list a label: what the classifier is measured
 * against. They were written down before any figure of theirs was seen, and are not to be tuned.
 */
export const KEYWORDS: Readonly<Record<Label, readonly string[]>> = {
  D: [
    '信用记录',
    '信用档案',
    '诚信档案',
    '不良行为记录',
    '信用信息',
    '征信系统',
    '信用信息共享平台',
    '企业信用信息公示系统',
    '失信信息',
    '信用中国',
  ],
  B: [
    '黑名单',
    '失信名单',
    '失信主体名单',
    '严重违法失信',
    '失信被执行人名单',
    '联合惩戒对象名单',
    '重点关注名单',
    '经营异常名录',
  ],
  P: ['失信惩戒', '联合惩戒', '失信联合惩戒', '信用惩戒', '信用等级', '信用分级分类', '信用评价', '惩戒措施'],
  Q: [
    '年内不得',
    '终身不得',
    '取消资格',
    '取消投标资格',
    '不得申请',
    '不得担任',
    '不得从事',
    '禁止从业',
    '市场禁入',
  ],
  R: ['信用修复', '移出名单', '移出黑名单', '移出经营异常名录', '修复信用', '不得修复'],
};
