import { type Label, printable } from '../../model/index.js';
import type { Judgement } from './contract.js';

const WORDS: Readonly<Record<Label, string>> = {
  D: '共享公开',
  B: '名单认定',
  P: '失信惩戒',
  Q: '资格限制',
  R: '信用修复',
};

/** D 共享公开: the label's letter, as files have it, and what it means. */
export const labelWords = (label: Label): string => `${label} ${WORDS[label]}`;

const BY: Readonly<Record<Judgement['by'], string>> = {
  shipped: '由随程序提供的模型判断',
  unseen: '交叉验证：每段由没有学过其所在文件的模型判断',
  'unseen-without-references': '交叉验证，只学习自写条款：每段由没有学过其所在文件的模型判断',
  cues: '只由人工编写的线索判断',
};

/** By whom was judged, in one sentence. */
export const judgementWords = ({ by, classifier, model }: Judgement): string =>
  `${BY[by]}；分类器版本 ${printable(classifier)}${model ? `，模型 ${printable(model)}` : ''}。`;
