import { reason } from '../../../model/index.js';
import type { CheckedFile, CheckReport } from '../../../reports/index.js';
import { breach } from '../samples.js';

export const SOURCE = '清水市供水管理办法\n第一条　失信用户在小区公告栏公布。\r\n第二条　略。\n';

export const checked = (change: Partial<CheckedFile> = {}): CheckedFile => ({
  path: '草案/供水 办法.txt',
  format: 'txt',
  hash: 'ab'.repeat(32),
  reason: null,
  notes: [],
  documents: [{ name: '《清水市供水管理办法》', level: '规范性文件', breaches: [found] }],
  sourceText: SOURCE,
  ...change,
});

const start = SOURCE.indexOf('在小区');
/** A breach that stands in SOURCE. */
export const found = breach({
  place: '第一条',
  sourcePlace: '第2段',
  span: { start, end: start + 7 },
  sourceSpan: { start, end: start + 7 },
  context: { start: start - 4, text: '失信用户在小区公告栏公布' },
});
export const setAside = breach({
  ...found,
  rule: '49-12-repair-fee',
  severity: 'error',
  suppression: { reason: '市条例第九条\u001b[31m另有规定' },
});

export const report = (...files: CheckedFile[]): CheckReport => ({
  version: '0.1.0',
  rules: [
    {
      id: '49-5-channel',
      article: '国办发〔2020〕49号（五）',
      title: '信用信息应当在规定的网站公开',
      looksAt: 'provision',
      severity: 'warning',
      suggestion: '改为在认定部门门户网站公开',
    },
    {
      id: '49-12-repair-fee',
      article: '国办发〔2020〕49号（十二）',
      title: '信用修复不得收费',
      looksAt: 'provision',
      severity: 'error',
      suggestion: '删去收费的要求',
    },
  ],
  files,
});

export const unread = checked({
  path: '扫描件.pdf',
  format: 'pdf',
  reason: reason('encrypted'),
  documents: [],
  sourceText: null,
});
