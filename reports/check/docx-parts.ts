import type { Paragraph, Table } from 'docx';
import type { Breach } from '../../model/index.js';
import { breachExcerpt } from '../excerpt.js';
import { SEVERITY_WORDS } from '../words.js';

/** GB/T 9704—2012: 小标宋 for the title, 仿宋 for text, 黑体 for heads; tables smaller to fit. */
const SONG = { eastAsia: '宋体', ascii: 'Times New Roman', hAnsi: 'Times New Roman' };
const FANGSONG = { eastAsia: '仿宋', ascii: 'Times New Roman', hAnsi: 'Times New Roman' };
const HEITI = { eastAsia: '黑体', ascii: 'Times New Roman', hAnsi: 'Times New Roman' };
/** The table's columns in twentieths of a point; together what A4 on its side holds. */
const WIDTHS = [700, 760, 1_760, 3_700, 4_318, 3_600] as const;
const HEADS = ['序号', '程度', '条款', '问题和依据', '原文（【】内为判断所据文字）', '修改建议'] as const;
const SHADES = { error: 'F8D7DA', warning: 'FFF3CD', note: 'E2EFDA' } as const;
/** Characters that XML can not hold. */
const UNPRINTABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Builds paragraphs and the table in the report's type. */
export class DocxParts {
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
