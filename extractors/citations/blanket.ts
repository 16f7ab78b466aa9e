import type { BlanketReference } from '../../model/index.js';

const KIND =
  '(?:行政法规|地方性法规|法律|法规|规章|司法解释|规范性文件|政策法规|政策|规定|制度|文件|办法|条例|标准|要求|规范)';
const KINDS = `${KIND}(?:(?:、|和|及|与|或|或者|以及)?${KIND}){0,5}`;
const WHOSE =
  '(?:国家和省市|国家和省|国家和本省|国家和本市|国家和地方|国家、省、市|国家、省|国家|国务院|中央|上级|省市|本省|本市|省|市|我省|我市|地方)';
const WHICH = '(?:有关|相关|现行|其他有关|其他相关|其他|另有)';
const RULED = '(?:的(?:有关|相关)?规定|(?:有关|相关)?规定|的(?:有关|相关)?要求)?';

/**
 * The forms of a reference that names no text:
 * 有关法律、法规的规定; 国家有关规定; 法律法规规定; 依法依规; 按照国家规定.
 */
const BLANKET = new RegExp(
  [
    `(?:${WHOSE}(?:的)?)?${WHICH}(?:的)?${KINDS}${RULED}`,
    `法律(?:、|和|及|与|或|或者)?(?:行政法规|法规)(?:(?:、|和|及|与|或|或者|以及)?${KIND}){0,3}${RULED}`,
    `(?<=依照|按照|根据|依据|遵照|符合|违反|遵守)(?:${WHOSE})规定`,
    '依法依规(?:依纪)?|依规依法|依纪依法|依法依约',
  ].join('|'),
  'gu',
);
/** 国家标准 or 其他要求 alone point to no law at all; 名 of a text follows in 有关规定《…》. */
const NO_REFERENCE = /^(?:其他|另有|现行)(?:标准|要求|制度|文件|办法|规范|政策)$/u;
const TRIGGER = /[关行家他有律规省市]/;

/** References that name no text, in order: 有关法律、法规. They are no basis (国办发〔2020〕49号 asks to cite directly). */
export const findBlanketReferences = (text: string): BlanketReference[] => {
  if (!TRIGGER.test(text)) return [];
  const found: BlanketReference[] = [];
  for (const match of text.matchAll(BLANKET)) {
    const end = match.index + match[0].length;
    if (NO_REFERENCE.test(match[0]) || /^\s?《/.test(text.slice(end, end + 2))) continue;
    found.push({ start: match.index, end, text: match[0] });
  }
  return found;
};
