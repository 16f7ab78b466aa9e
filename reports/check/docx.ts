import { rename, rm, writeFile } from 'node:fs/promises';
import type { Paragraph, Table } from 'docx';
import { fixZipDates } from '../ledger/zip-dates.js';
import { DocxParts } from './docx-parts.js';
import { type CheckedFile, type CheckReport, summarySentences } from './report.js';

/** No clock in a result: the same input gives the same bytes. */
const CORE =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>失信约束措施规则审查意见</dc:title><dc:creator>清规</dc:creator><cp:lastModifiedBy>清规</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">2021-01-01T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2021-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>';
/** Twentieths of a point: A4, set on its side, with its margins. */
const PAGE = { width: 11_906, height: 16_838, margin: 1_000 } as const;

/** Writes 审查意见 as .docx; the file appears under its name only when it is complete. */
export const writeCheckDocx = async (path: string, report: CheckReport): Promise<void> => {
  const partial = `${path}.partial`;
  try {
    await writeFile(partial, await render(report));
    await fixZipDates(partial);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
};

const render = async (report: CheckReport): Promise<Buffer> => {
  // Loaded here, since it is large and most commands write no document.
  const docx = await import('docx');
  const parts = new DocxParts(docx);
  const document = new docx.Document({
    creator: '清规',
    title: '失信约束措施规则审查意见',
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height, orientation: docx.PageOrientation.LANDSCAPE },
            margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
          },
        },
        footers: { default: parts.footer() },
        children: [
          parts.title('失信约束措施规则审查意见'),
          ...summarySentences(report).map((sentence) => parts.text(sentence)),
          ...report.files.flatMap((file) => fileParts(parts, file)),
          ...rulesParts(parts, report),
        ],
      },
    ],
  });
  return docx.Packer.toBuffer(document, undefined, [{ path: 'docProps/core.xml', data: CORE }]);
};

const fileParts = (
  parts: DocxParts,
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
        : [parts.table(breaches)]),
  ]),
];

/** Which rules ran, so that silence can be weighed. */
const rulesParts = (parts: DocxParts, { rules, version }: CheckReport): Paragraph[] => [
  parts.heading('所用规则'),
  parts.text(
    `本意见由清规 ${version} 按以下${rules.length}条规则自动生成，供起草和合法性审查参考，不代替人工审查，不具有法律效力。`,
  ),
  parts.text(rules.map(({ id, title }) => `${title}（${id}）`).join('；')),
];
