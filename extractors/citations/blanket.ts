import type { BlanketReference } from '../../model/index.js';

const LAW = '(?:行政法规|地方性法规|法律|法规|规章|司法解释|规范性文件)';
const RULE = `(?:${LAW}|政策法规|政策|规定|文件)`;
/** May follow in a list that a law or rule began: 有关法律、法规、标准. */
const FURTHER = `(?:(?:、|和|及|与|或|或者|以及)?(?:${RULE}|制度|办法|标准|要求)){0,6}`;
const WHOSE =
  '(?:国家和省市|国家和省|国家和本省|国家和本市|国家和地方|国家、省、市|国家、省|国家|国务院|中央|上级|省市|本省|本市|我省|我市|省|市|地方)';
const WHICH = '(?:其他有关|其他相关|有关|相关|现行|其他)';
const RULED = '(?:的?(?:有关|相关)?规定|的要求)';
const BY = '(?<=依照|按照|根据|依据|遵照|符合|违反|遵守|按|依)';

/** The forms, one a line, each with its kind of example. */
const BLANKET = new RegExp(
  [
    `(?:${WHOSE}的?)?(?:有关|相关|其他有关|其他相关)的?${RULE}${FURTHER}${RULED}?`, // 国家有关规定, 有关法律、法规的规定
    `${WHICH}(?:法律|行政法规|法规)${FURTHER}${RULED}?`, // 其他法律、行政法规
    `法律(?:、|和|及|与|或|或者)?(?:行政法规|法规)${FURTHER}${RULED}`, // 法律、法规规定
    `${BY}(?:法律|法规)${FURTHER}${RULED}?`, // 依照法律、法规
    `${BY}${WHOSE}规定`, // 按照国家规定
    '依法依规(?:依纪)?|依规依法|依纪依法|依法依约',
  ].join('|'),
  'gu',
);
/** 本办法的有关规定, 《甲法》的有关规定: the text is named. */
const NAMED_BEFORE =
  /(?:[》〉]|法典?|条例|办法|规定|细则|规则|章程|决定|通知|意见)(?:及其[^，。；]{0,12})?(?:中|中的|的)?$/u;
const RULE_OF_NAMED = /^(?:的)?(?:有关|相关)的?规定/u;
/** No text without one of these. */
const TRIGGER = /有关|相关|法律|法规|规定|依规/;

/**
 * References that name no text, in order: 有关法律、法规的规定, 国家有关规定, 依法依规. They are no basis
 * (国办发〔2020〕49号 asks to cite directly).
 */
export const findBlanketReferences = (text: string): BlanketReference[] => {
  if (!TRIGGER.test(text)) return [];
  const found: BlanketReference[] = [];
  for (const match of text.matchAll(BLANKET)) {
    const start = match.index;
    const end = start + match[0].length;
    if (/^\s?《/.test(text.slice(end, end + 2))) continue;
    if (RULE_OF_NAMED.test(match[0]) && NAMED_BEFORE.test(text.slice(Math.max(0, start - 24), start)))
      continue;
    found.push({ start, end, text: match[0] });
  }
  return found;
};
