import { rename, rm, writeFile } from 'node:fs/promises';
import type { Paragraph, Table } from 'docx';
import type { Breach } from '../../model/index.js';
import { breachExcerpt } from '../excerpt.js';
import { fixZipDates } from '../ledger/zip-dates.js';
import { SEVERITY_WORDS } from '../words.js';
import { type CheckedFile, type CheckReport, summarySentences } from './report.js';

/** No clock in a result: the same input gives the same bytes. */
const CORE =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>失信约束措施规则审查意见</dc:title><dc:creator>清规</dc:creator><cp:lastModifiedBy>清规</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">2021-01-01T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2021-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>';
/** GB/T 9704—2012: 小标宋 for the title, 仿宋 for text, 黑体 for heads; tables smaller to fit. */
const SONG = { eastAsia: '宋体', ascii: 'Times New Roman', hAnsi: 'Times New Roman' };
const FANGSONG = { eastAsia: '仿宋', ascii: 'Times New Roman', hAnsi: 'Times New Roman' };
const HEITI = { eastAsia: '黑体', ascii: 'Times New Roman', hAnsi: 'Times New Roman' };
/** Twentieths of a point: A4 on its side, with its margins, and the columns of the table. */
const PAGE = { width: 11_906, height: 16_838, margin: 1_000 } as const;
const WIDTHS = [700, 760, 1_760, 3_700, 4_318, 3_600] as const;
const HEADS = ['序号', '程度', '条款', '问题和依据', '原文（【】内为判断所据文字）', '修改建议'] as const;
const SHADES = { error: 'F8D7DA', warning: 'FFF3CD', note: 'E2EFDA' } as const;
/** Characters that XML can not hold. */
const UNPRINTABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

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
  const maker = new Maker(docx);
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
        footers: { default: maker.footer() },
        children: [
          maker.title('失信约束措施规则审查意见'),
          ...summarySentences(report).map((sentence) => maker.text(sentence)),
          ...report.files.flatMap((file) => fileParts(maker, file)),
          ...rulesParts(maker, report),
        ],
      },
    ],
  });
  return docx.Packer.toBuffer(document, undefined, [{ path: 'docProps/core.xml', data: CORE }]);
};

const fileParts = (maker: Maker, { path, reason, notes, documents }: CheckedFile): (Paragraph | Table)[] => [
  maker.heading(path),
  ...(reason ? [maker.text(`未能读取：${reason.message}。建议：${reason.advice}。`)] : []),
  ...notes.map((note) => maker.text(`说明：${note}。`)),
  ...(!reason && documents.length === 0 ? [maker.text('没有在文件中找到公文。')] : []),
  ...documents.flatMap(({ name, level, breaches }) => [
    maker.text(`${name}（${level}）`),
    ...(breaches === null
      ? [maker.text('该层级的文件不在规则检查范围内。')]
      : breaches.length === 0
        ? [maker.text('未发现问题。规则只认得一部分写法，未发现不等于没有问题。')]
        : [maker.table(breaches)]),
  ]),
];

/** Which rules ran, so that silence can be weighed. */
const rulesParts = (maker: Maker, { rules, version }: CheckReport): Paragraph[] => [
  maker.heading('所用规则'),
  maker.text(
    `本意见由清规 ${version} 按以下${rules.length}条规则自动生成，供起草和合法性审查参考，不代替人工审查，不具有法律效力。`,
  ),
  maker.text(rules.map(({ id, title }) => `${title}（${id}）`).join('；')),
];

/** Builds paragraphs and the table in the report's type. */
class Maker {
  readonly #docx: typeof import('docx');

  constructor(docx: typeof import('docx')) {
    this.#docx = docx;
  }

  title(text: string): Paragraph {
    const { AlignmentType, HeadingLevel } = this.#docx;
    return this.#paragraph(
      text,
      { font: SONG, size: 36, bold: true, color: '000000' },
      {
        alignment: AlignmentType.CENTER,
        heading: HeadingLevel.TITLE,
        spacing: { after: 240 },
      },
    );
  }

  heading(text: string): Paragraph {
    return this.#paragraph(
      text,
      { font: HEITI, size: 26, color: '000000' },
      {
        heading: this.#docx.HeadingLevel.HEADING_1,
        keepNext: true,
        spacing: { before: 280, after: 100 },
      },
    );
  }

  text(text: string): Paragraph {
    return this.#paragraph(text, { font: FANGSONG, size: 24 }, { spacing: { after: 80, line: 340 } });
  }

  footer() {
    const { AlignmentType, Footer, PageNumber, Paragraph, TextRun } = this.#docx;
    return new Footer({
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [
            new TextRun({
              children: ['第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页'],
              font: SONG,
              size: 18,
            }),
          ],
        }),
      ],
    });
  }

  table(breaches: readonly Breach[]): Table {
    const { Table, TableLayoutType, TableRow, WidthType } = this.#docx;
    return new Table({
      layout: TableLayoutType.FIXED,
      width: { size: WIDTHS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: [...WIDTHS],
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: HEADS.map((head, column) => this.#cell([head], column, 'EDEDED', true)),
        }),
        ...breaches.map(
          (breach, index) =>
            new TableRow({
              cantSplit: true,
              children: rowTexts(breach, index + 1).map((lines, column) =>
                this.#cell(lines, column, column === 1 ? SHADES[breach.severity] : undefined),
              ),
            }),
        ),
      ],
    });
  }

  #cell(lines: readonly string[], column: number, fill?: string, head = false) {
    const { AlignmentType, TableCell, VerticalAlign, WidthType } = this.#docx;
    return new TableCell({
      width: { size: WIDTHS[column]!, type: WidthType.DXA },
      margins: { top: 50, bottom: 50, left: 80, right: 80 },
      verticalAlign: head ? VerticalAlign.CENTER : VerticalAlign.TOP,
      ...(fill && { shading: { fill } }),
      children: lines.map((line) =>
        this.#paragraph(
          line,
          { font: head ? HEITI : FANGSONG, size: 20 },
          {
            ...((head || column < 2) && { alignment: AlignmentType.CENTER }),
          },
        ),
      ),
    });
  }

  #paragraph(
    text: string,
    run: { readonly font: object; readonly size: number; readonly bold?: boolean; readonly color?: string },
    options: object,
  ): Paragraph {
    const { Paragraph, TextRun } = this.#docx;
    return new Paragraph({
      ...options,
      children: [new TextRun({ text: text.replace(UNPRINTABLE, '·'), ...run })],
    });
  }
}

const rowTexts = (breach: Breach, number: number): readonly (readonly string[])[] => [
  [String(number)],
  [SEVERITY_WORDS[breach.severity]],
  [
    breach.place || '（无条款编号）',
    breach.sourcePlace,
    ...(breach.also?.length ? [`另有${breach.also.length}处相同`] : []),
  ].filter(Boolean),
  [breach.message, `依据：${breach.article}`, `规则：${breach.rule}`],
  [breachExcerpt(breach)],
  breach.suppression ? [`不作修改，理由：${breach.suppression.reason}`] : [breach.suggestion],
];
