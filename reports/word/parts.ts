import type { Footer, IStylesOptions, Paragraph, Table } from 'docx';
import { TEXT_WIDTH, type WordOrientation } from './page.js';
import { FIELD_STYLE, FIELD_STYLES, LABEL_STYLE } from './styles.js';
import { type WordTable, wordTable } from './table.js';
import {
  FANGSONG,
  HEITI,
  printable,
  SONG,
  type WordLine,
  type WordPlacing,
  type WordRun,
  type WordType,
} from './type.js';

const TITLE: WordType = { font: SONG, size: 36, bold: true, color: '000000' };
const HEADING: WordType = { font: HEITI, size: 26, color: '000000' };
const SUBHEADING: WordType = { font: HEITI, size: 24, color: '000000' };
const TEXT: WordType = { font: FANGSONG, size: 24 };
const SMALL_NOTE: WordType = { font: SONG, size: 20 };
/** 注： in that type. */
const NOTE_INDENT = 2 * 20 * (SMALL_NOTE.size / 2);
const MARK_FILL = 'D9D9D9';

/** Builds the parts that all Word reports are made of, in the type of official documents. */
export class WordParts {
  readonly #docx: typeof import('docx');
  #fields = false;

  constructor(docx: typeof import('docx')) {
    this.#docx = docx;
  }

  title(text: string): Paragraph {
    const { AlignmentType, HeadingLevel } = this.#docx;
    return this.paragraph(text, TITLE, {
      alignment: AlignmentType.CENTER,
      heading: HeadingLevel.TITLE,
      spacing: { after: 240 },
    });
  }

  /** Never the last line of a page. */
  heading(text: string): Paragraph {
    return this.paragraph(text, HEADING, {
      heading: this.#docx.HeadingLevel.HEADING_1,
      keepNext: true,
      spacing: { before: 280, after: 100 },
    });
  }

  /** Never the last line of a page. */
  subheading(text: string): Paragraph {
    return this.paragraph(text, SUBHEADING, {
      heading: this.#docx.HeadingLevel.HEADING_2,
      keepNext: true,
      spacing: { before: 160, after: 60 },
    });
  }

  text(text: WordLine): Paragraph {
    return this.paragraph(text, TEXT, { spacing: { after: 80, line: 340 } });
  }

  /** The text of a letter or report: the first line set in by two characters, as GB/T 9704 has it. */
  body(text: WordLine): Paragraph {
    return this.paragraph(text, TEXT, {
      alignment: this.#docx.AlignmentType.BOTH,
      indent: { firstLine: 2 * 20 * (TEXT.size / 2) },
      spacing: { line: 400 },
    });
  }

  /** 依据：… in small type, hanging below its first line; '' and [] give nothing. */
  field(label: string, text: WordLine): Paragraph[] {
    if (text.length === 0) return [];
    this.#fields = true;
    const { Paragraph, TextRun } = this.#docx;
    return [
      new Paragraph({
        style: FIELD_STYLE,
        children: [
          new TextRun({ text: printable(`${label}：`), style: LABEL_STYLE }),
          ...runsOf(text).map((run) => new TextRun({ text: printable(run.text), ...lookOf(run) })),
        ],
      }),
    ];
  }

  /** The styles that the parts made so far refer to; a file that uses none declares none. */
  get styles(): IStylesOptions | undefined {
    return this.#fields ? FIELD_STYLES : undefined;
  }

  /** Notes below a table in small type: all begin where the first one's words do, behind 注：. */
  notes(notes: readonly string[]): Paragraph[] {
    return notes.map((note, index) =>
      this.paragraph(note, SMALL_NOTE, {
        indent: index === 0 ? { left: NOTE_INDENT, hanging: NOTE_INDENT } : { left: NOTE_INDENT },
        spacing: { ...(index === 0 && { before: 80 }), line: 280 },
      }),
    );
  }

  /** One line at the right end: a date above a table. Kept with what follows. */
  right(text: string): Paragraph {
    return this.paragraph(text, TEXT, {
      alignment: this.#docx.AlignmentType.RIGHT,
      keepNext: true,
      spacing: { after: 60 },
    });
  }

  /** One line with words at its left and at its right end: 填报单位（盖章）：… and the date. Kept with what follows. */
  ends(left: string, right: string, orientation: WordOrientation): Paragraph {
    const { Paragraph, Tab, TabStopType, TextRun } = this.#docx;
    return new Paragraph({
      keepNext: true,
      tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH[orientation] }],
      spacing: { after: 100 },
      children: [
        new TextRun({ text: printable(left), ...TEXT }),
        // A tab in the text itself is white space to Word.
        ...(right ? [new TextRun({ children: [new Tab(), printable(right)], ...TEXT })] : []),
      ],
    });
  }

  /**
   * Unit and date below a text, where the stamp is put: 填报单位（盖章）：… over the date, both at the right, with room
   * above for the seal, and never parted by the end of a page.
   */
  signature(unitLine: string, dateLine: string): Paragraph[] {
    const { AlignmentType } = this.#docx;
    const placing = { alignment: AlignmentType.RIGHT, indent: { right: 960 }, keepLines: true };
    return [
      this.paragraph(unitLine, TEXT, { ...placing, keepNext: true, spacing: { before: 960, after: 120 } }),
      this.paragraph(dateLine, TEXT, placing),
    ];
  }

  footer(): Footer {
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

  table(table: WordTable): Table {
    return wordTable(this.#docx, table, (line, type, placing) => this.paragraph(line, type, placing));
  }

  /** A paragraph in any type; characters that XML can not hold become '·'. */
  paragraph(line: WordLine, type: WordType, placing: WordPlacing = {}): Paragraph {
    const { Paragraph, TextRun } = this.#docx;
    return new Paragraph({
      ...placing,
      children: runsOf(line).map(
        (run) => new TextRun({ text: printable(run.text), ...type, ...lookOf(run) }),
      ),
    });
  }
}

const runsOf = (line: WordLine): readonly WordRun[] => (typeof line === 'string' ? [{ text: line }] : line);

const lookOf = ({ marked }: WordRun) => marked && { bold: true, shading: { fill: MARK_FILL } };
