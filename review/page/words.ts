import type { CellField, Label, Role, Severity } from '../../model/index.js';

/** What the page calls things: the words of the codebook and of the official form, short enough for a column. */

export const LABEL_WORDS: Readonly<Record<Label, { readonly short: string; readonly full: string }>> = {
  D: { short: '共享公开', full: '信用信息共享公开' },
  B: { short: '黑名单', full: '“黑名单”认定' },
  P: { short: '失信惩戒', full: '失信惩戒措施' },
  Q: { short: '资格限制', full: '资格限制（提示）' },
  R: { short: '信用修复', full: '信用修复' },
};

export const FIELD_WORDS: Readonly<Record<CellField, string>> = {
  document: '文件名称（含文号）',
  disclosure: '是否涉及信用信息共享公开',
  blacklist: '是否涉“黑名单”认定',
  punishment: '是否涉及失信惩戒措施',
  summary: '相关内容摘要',
  nationalBasis: '是否有国家层面依据',
  localBasis: '是否有地方性法规依据',
  basisContent: '依据的具体内容',
  disposal: '处置方式',
  completion: '完成时间',
  responsibleUnit: '责任单位',
  responsiblePerson: '责任人姓名及职务',
  phone: '电话',
};

/** What a cell may say; absent where it is free text. */
export const FIELD_CHOICES: Readonly<Partial<Record<CellField, readonly string[]>>> = {
  disclosure: ['是', '否'],
  blacklist: ['是', '否'],
  punishment: ['是', '否'],
  nationalBasis: ['是', '否', '待核实'],
  localBasis: ['是', '否', '待核实'],
  disposal: ['保留', '修订', '立法', '废止'],
};

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  administrator: '管理员',
  reviewer: '初核人',
  second: '复核人',
  reader: '只读',
};

export const LANE_WORDS = { first: '初核', second: '复核', agreed: '合议' } as const;

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: '不合规',
  warning: '疑似不合规',
  note: '须核对',
};

/** A moment of the log in the person's own time: 2026-11-27 09:05. */
export const momentWords = (iso: string): string => {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
};

export const percent = (part: number): string => `${Math.round(part * 100)}%`;
