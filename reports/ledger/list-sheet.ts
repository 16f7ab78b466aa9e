import type { stream, Worksheet } from 'exceljs';
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

const FONT_SIZE = 10;

/** A sheet that is a list: one line of frozen, repeated, filterable heads, then rows as they come. */
export class ListSheet {
  readonly #sheet: Worksheet;
  readonly #columns: readonly ListColumn[];
  readonly #points: readonly number[];
  #row = 1;

  constructor(book: stream.xlsx.WorkbookWriter, name: string, columns: readonly ListColumn[]) {
    this.#columns = columns;
    this.#points = columns.map(({ width }) => columnPoints(width));
    this.#sheet = book.addWorksheet(name, {
      views: [{ state: 'frozen', xSplit: 2, ySplit: 1, topLeftCell: 'C2', activeCell: 'A2' }],
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
      { font: style.headFont, alignment: style.centred, fill: style.FILLS.head },
    );
  }

  /** Rows written, the heads not counted. */
  get rows(): number {
    return this.#row - 2;
  }

  /** Writes one row; strings are made safe here. */
  add(values: readonly ListValue[], fill?: style.Look['fill']): void {
    this.#write(values, { font: style.bodyFont(FONT_SIZE), ...(fill ? { fill } : {}) });
  }

  #write(values: readonly ListValue[], look: Partial<style.Look>): void {
    const row = this.#sheet.getRow(this.#row);
    let height = 18;
    for (const [index, value] of values.entries()) {
      const cell = row.getCell(index + 1);
      const text = typeof value === 'number' ? value : cellText(value);
      cell.value = text;
      cell.border = style.BORDER;
      cell.alignment = this.#columns[index]!.centred ? style.centred : style.topLeft;
      Object.assign(cell, look);
      height = Math.max(height, textHeight(String(text), this.#points[index]!, FONT_SIZE));
    }
    row.height = Math.min(height, TALLEST_ROW);
    row.commit();
    this.#row += 1;
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
      FONT_SIZE,
    );
    this.#sheet.getRow(row).commit();
    this.#sheet.commit();
  }
}
