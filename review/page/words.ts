import { type CellField, FIELD_WORDS as COLUMN_WORDS, type Label, type Severity } from '../../model/index.js';

/** What the page calls things: the words of the codebook and of the official form, short enough for a column. */

export const LABEL_WORDS: Readonly<Record<Label, { readonly short: string; readonly full: string }>> = {
  D: { short: '共享公开', full: '信用信息共享公开' },
  B: { short: '黑名单', full: '“黑名单”认定' },
  P: { short: '失信惩戒', full: '失信惩戒措施' },
  Q: { short: '资格限制', full: '资格限制（提示）' },
  R: { short: '信用修复', full: '信用修复' },
};

/** The columns of the form; in the first one the number stands beside the name. */
export const FIELD_WORDS: Readonly<Record<CellField, string>> = {
  ...COLUMN_WORDS,
  document: '文件名称（含文号）',
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
