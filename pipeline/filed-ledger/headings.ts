import type { LedgerField, LedgerForm } from '../../model/index.js';

/** What a column of a filed ledger holds: a field of the form, or the 文号 apart from the name. */
export type ColumnField = LedgerField | 'documentNumber';

/**
 * What each column's heading says, without blanks, brackets and quotation marks. The first that fits counts:
 * 责任人电话 is the telephone, 依据的具体内容 is not the summary of contents.
 */
const HEADINGS: readonly (readonly [ColumnField, RegExp])[] = [
  ['number', /^(?:序号|编号|序|号|NO)$/iu],
  ['documentNumber', /^(?:规章|规范性|文件)*(?:文号|发文字号|发文号|文件字号|文件号)$/u],
  ['disclosure', /信用信息(?:的|是否)?(?:纳入|归集|共享|公开)|(?:纳入|共享)公开/u],
  ['blacklist', /黑名单|失信主体名单/u],
  ['punishment', /惩戒/u],
  ['nationalBasis', /国家(?:层面|级)?(?:的|上位法)?依据|国家层面|依据(?:是否有|有无)?国家/u],
  ['localBasis', /地方(?:性法规|层面|级)?(?:的)?依据|地方性法规|地方层面|依据(?:是否有|有无)?地方/u],
  ['basisContent', /依据(?:的)?(?:具体)?(?:内容|条款|条文)|具体依据|依据名称/u],
  ['disposal', /处置|处理(?:方式|意见|结果)|清理(?:方式|意见|结果)/u],
  ['completion', /完成(?:的)?(?:时间|时限|日期)|整改时限/u],
  ['phone', /电话|联系方式|手机/u],
  ['responsiblePerson', /责任人|负责人|联系人/u],
  ['responsibleUnit', /(?:责任|印发|制定|牵头)(?:单位|部门)/u],
  [
    'summary',
    /内容(?:的)?(?:摘要|概要|概述)|(?:相关|主要|涉及)(?:的)?(?:内容|条款)|^(?:具体)?条款(?:内容)?$|^摘要$/u,
  ],
  [
    'document',
    /(?:规章|文件|制度|办法|政策).{0,14}(?:名称|标题|全称)|^(?:规章|规范性|行政|其他|政策|文件|制度|和|或|及|等)+$|^名称/u,
  ],
];

/** Longer than any heading, with its line breaks and the words of merged cells above it. */
const LONGEST_HEADING = 120;
const NOTE = /[（(【[][^（()）【】[\]]*[)）】\]]/gu;

/**
 * The column that a heading names, or undefined. Line breaks, blanks, brackets and quotation marks do not matter.
 *
 * @param levels the cell over the column and those merged over it and its neighbours, from the top. What stands lowest says
 *   what the column is, if it does so without the others; what it says in brackets counts where the rest does not tell.
 */
export const fieldOf = (...levels: readonly string[]): ColumnField | undefined => {
  const whole = levels.join('');
  if (whole.length > LONGEST_HEADING) return undefined;
  const leaf = levels.at(-1) ?? '';
  // 名称 below 依据 is not the document's.
  const tries = /^\s*(?:名\s*称|内\s*容)\s*$/u.test(leaf) ? [whole] : [leaf, whole];
  for (const words of tries.flatMap((each) => [each.replace(NOTE, ''), each])) {
    const plain = plainHeading(words);
    const field = HEADINGS.find(([, pattern]) => pattern.test(plain))?.[0];
    if (field) return field;
  }
  return undefined;
};

/** What the headings of both forms have in common with one that was misread in places. */
const OFFICIAL: readonly (readonly [LedgerField, string])[] = [
  ['document', '规章规范性文件或其他文件名称'],
  ['document', '规章规范性文件名称'],
  ['disclosure', '是否涉及信用信息共享公开'],
  ['disclosure', '是否涉及信用信息纳入公开'],
  ['blacklist', '是否涉及黑名单认定'],
  ['punishment', '是否涉及失信惩戒措施'],
  ['punishment', '是否涉及惩戒措施'],
  ['summary', '相关内容摘要'],
  ['nationalBasis', '是否有国家层面依据'],
  ['localBasis', '是否有地方性法规依据'],
  ['basisContent', '依据的具体内容'],
  ['disposal', '处置方式'],
  ['completion', '完成时间'],
  ['responsibleUnit', '责任单位'],
  ['responsiblePerson', '责任人姓名及职务'],
];
/** Two headings of the forms share no more than this of their characters. */
const MISREAD = 0.75;

/** The column whose official heading a misread one comes nearest to, or undefined where none is near. */
export const nearestField = (heading: string, taken: ReadonlySet<ColumnField>): LedgerField | undefined => {
  const plain = plainHeading(heading.replace(NOTE, ''));
  const near = OFFICIAL.filter(([field]) => !taken.has(field))
    .map(([field, official]) => ({ field, share: sharedCharacters(plain, official) }))
    .filter(({ share }) => share >= MISREAD)
    .sort((a, b) => b.share - a.share);
  return near[0]?.field;
};

/** 0 … 1: characters in both, by how often, over those of either on average. */
const sharedCharacters = (a: string, b: string): number => {
  const left = [...b];
  let shared = 0;
  for (const char of a) {
    const at = left.indexOf(char);
    if (at < 0) continue;
    left.splice(at, 1);
    shared++;
  }
  return (2 * shared) / Math.max(1, a.length + b.length);
};

const plainHeading = (heading: string): string => heading.replace(/[^\p{L}\p{N}]/gu, '');

const MEASURES: readonly LedgerField[] = ['disclosure', 'blacklist', 'punishment'];
const GROUNDS: readonly LedgerField[] = ['nationalBasis', 'localBasis', 'basisContent', 'disposal'];

/** Whether columns make a ledger: the document, what it does, what is said of its ground, and most of both together. */
export const isLedgerHead = (fields: ReadonlySet<ColumnField>): boolean => {
  const measures = MEASURES.filter((field) => fields.has(field)).length;
  const grounds = GROUNDS.filter((field) => fields.has(field)).length;
  return fields.has('document') && measures >= 1 && grounds >= 1 && measures + grounds >= 4;
};

/** The words in which the two forms' headings differ. */
const FORM_WORDS: readonly (readonly [RegExp, LedgerForm])[] = [
  [/其他文件/u, 'national'],
  [/信用信息(?:的)?共享/u, 'national'],
  [/失信惩戒/u, 'national'],
  [/信用信息(?:的)?纳入/u, 'district'],
  [/涉及惩戒/u, 'district'],
  [/规范性文件名称/u, 'district'],
];

/** Which official form the headings come from; the national one where they do not tell. */
export const formOf = (headings: readonly string[]): LedgerForm => {
  const plain = headings.map(plainHeading);
  const votes = { national: 0, district: 0 };
  for (const [pattern, form] of FORM_WORDS) if (plain.some((heading) => pattern.test(heading))) votes[form]++;
  return votes.district > votes.national ? 'district' : 'national';
};
