import type { Style, stream, Worksheet } from 'exceljs';
import { cellText } from './cell-text.js';
import { columnPoints, TALLEST_ROW, textHeight } from './layout.js';
import * as style from './style.js';

/** One column of a plain list. */
export interface ListColumn {
  readonly heading: string;
  /** In units of a digit. */
  readonly width: number;
  readonly centred?: boolean;
}

export type ListValue = string | number;

const LOWEST_ROW = 18;
/** Rows that would be higher than a row can be are set smaller. */
const SIZES = [10, 8] as const;

/** Rows can be high: what belongs together stands side by side at the top. */
const alignmentOf = (head: boolean, centred: boolean): Style['alignment'] => {
  if (head) return style.centred;
  return centred ? style.topCentred : style.topLeft;
};

/** A sheet that is a list: one line of frozen, repeated, filterable heads, then rows as they come. */
export class ListSheet {
  readonly #sheet: Worksheet;
  readonly #columns: readonly ListColumn[];
  readonly #points: readonly number[];
  /** One object a look: exceljs writes a style once for each object that it meets. */
  readonly #looks = new Map<string, Partial<Style>>();
  #row = 1;

  constructor(book: stream.xlsx.WorkbookWriter, name: string, columns: readonly ListColumn[]) {
    this.#columns = columns;
    this.#points = columns.map(({ width }) => columnPoints(width));
    this.#sheet = book.addWorksheet(name, {
      views: [{ state: 'frozen', xSplit: 2, ySplit: 1, topLeftCell: 'C2', activeCell: 'C2' }],
      pageSetup: {
        paperSize: 9,
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
        printTitlesRow: '1:1',
      },
      headerFooter: { oddHeader: `&C${name}`, oddFooter: '&C第 &P 页，共 &N 页' },
    });
    this.#sheet.columns = columns.map(({ width }) => ({ width }));
    this.#write(
      columns.map(({ heading }) => heading),
      'head',
    );
  }

  /** Rows written, the heads not counted. */
  get rows(): number {
    return this.#row - 2;
  }

  /** Writes one row; strings are made safe here. */
  add(values: readonly ListValue[], fill?: keyof typeof style.FILLS): void {
    this.#write(values, fill);
  }

  #lookOf(fill: keyof typeof style.FILLS | undefined, centred: boolean, size: number): Partial<Style> {
    const key = `${fill} ${centred} ${size}`;
    let look = this.#looks.get(key);
    if (!look) {
      look = {
        font: fill === 'head' ? style.headFont : style.bodyFont(size),
        alignment: alignmentOf(fill === 'head', centred),
        border: style.BORDER,
        ...(fill ? { fill: style.FILLS[fill] } : {}),
      };
      this.#looks.set(key, look);
    }
    return look;
  }

  #write(values: readonly ListValue[], fill?: keyof typeof style.FILLS): void {
    const row = this.#sheet.getRow(this.#row);
    const texts = values.map((value) => (typeof value === 'number' ? value : cellText(value)));
    const { size, height } = this.#fit(texts);
    for (const [index, text] of texts.entries()) {
      const cell = row.getCell(index + 1);
      cell.value = text === '' ? null : text;
      cell.style = this.#lookOf(fill, this.#columns[index]!.centred === true, size);
    }
    row.height = height;
    row.commit();
    this.#row += 1;
  }

  #fit(texts: readonly ListValue[]): { size: number; height: number } {
    for (const size of SIZES) {
      const height = Math.max(
        LOWEST_ROW,
        ...texts.map((text, index) => textHeight(String(text), this.#points[index]!, size)),
      );
      if (height <= TALLEST_ROW) return { size, height };
    }
    return { size: SIZES[SIZES.length - 1]!, height: TALLEST_ROW };
  }

  /** Sets the filter over heads and rows, then one line below that is not part of it, and ends the sheet. */
  end(footer: string): void {
    const lastLetter = String.fromCharCode(64 + this.#columns.length);
    this.#sheet.autoFilter = `A1:${lastLetter}${Math.max(1, this.#row - 1)}`;
    const row = this.#row;
    this.#sheet.mergeCells(`A${row}:${lastLetter}${row}`);
    const cell = this.#sheet.getCell(row, 1);
    cell.value = cellText(footer);
    cell.font = style.headFont;
    cell.alignment = style.left;
    this.#sheet.getRow(row).height = textHeight(
      footer,
      this.#points.reduce((sum, each) => sum + each, 0),
      SIZES[0],
    );
    this.#sheet.getRow(row).commit();
    this.#sheet.commit();
  }
}
