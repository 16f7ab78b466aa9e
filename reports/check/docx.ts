import type { Paragraph, Table } from 'docx';
import { writeWordFile } from '../word/file.js';
import type { WordParts } from '../word/parts.js';
import { breachTable } from './breach-table.js';
import { type CheckedFile, type CheckReport, summarySentences } from './report.js';

const TITLE = '失信约束措施规则审查意见';

/** Writes 审查意见 as .docx; the file appears under its name only when it is complete. */
export const writeCheckDocx = (path: string, report: CheckReport): Promise<void> =>
  writeWordFile(path, TITLE, (parts) => [
    {
      orientation: 'landscape',
      children: [
        parts.title(TITLE),
        ...summarySentences(report).map((sentence) => parts.text(sentence)),
        ...report.files.flatMap((file) => fileParts(parts, file)),
        ...rulesParts(parts, report),
      ],
    },
  ]);

const fileParts = (
  parts: WordParts,
  { path, reason, notes, documents }: CheckedFile,
): (Paragraph | Table)[] => [
  parts.heading(path),
  ...(reason ? [parts.text(`未能读取：${reason.message}。建议：${reason.advice}。`)] : []),
  ...notes.map((note) => parts.text(`说明：${note}。`)),
  ...(!reason && documents.length === 0 ? [parts.text('没有在文件中找到公文。')] : []),
  ...documents.flatMap(({ name, level, breaches }) => [
    parts.text(`${name}（${level}）`),
    ...(breaches === null
      ? [parts.text('该层级的文件不在规则检查范围内。')]
      : breaches.length === 0
        ? [parts.text('未发现问题。规则只认得一部分写法，未发现不等于没有问题。')]
        : [breachTable(parts, breaches)]),
  ]),
];

/** Which rules ran, so that silence can be weighed. */
const rulesParts = (parts: WordParts, { rules, version }: CheckReport): Paragraph[] => [
  parts.heading('所用规则'),
  parts.text(
    `本意见由清规 ${version} 按以下${rules.length}条规则自动生成，供起草和合法性审查参考，不代替人工审查，不具有法律效力。`,
  ),
  parts.text(rules.map(({ id, title }) => `${title}（${id}）`).join('；')),
];
