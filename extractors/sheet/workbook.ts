import { FileError } from '../../model/index.js';

/** A cell that shows something; row and column from 0. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A rectangle of merged cells; its text stands in the first. */
export interface MergedCells {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A sheet as it is shown: only cells with text, row by row. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly cells: readonly SheetCell[];
  readonly merged: readonly MergedCells[];
  /** Rows and columns that are hidden and hold text all the same. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: readonly (readonly [first: number, last: number])[];
  /** Text of shapes that float over the cells. */
  readonly boxes: readonly string[];
}

/** Cells with text in all sheets together; lists of regulations have some thousands. */
const MAX_CELLS = 300_000;
/** Characters in all sheets together; a shared string counts wherever it is shown. */
const MAX_TEXT = 32 * 1024 * 1024;
/** Merged areas of a sheet. */
const MAX_MERGED = 100_000;
/** Limits of Excel itself. */
export const MAX_ROW = 1_048_576;
export const MAX_COLUMN = 16_384;

/** Collects the cells of a sheet; empty ones cost nothing. */
export class SheetBuilder {
  readonly #cells: SheetCell[] = [];
  readonly #merged: MergedCells[] = [];
  readonly #hiddenRows = new Set<number>();
  readonly #hiddenColumns: (readonly [number, number])[] = [];
  readonly #boxes: string[] = [];
  readonly #budget: SheetBudget;
  readonly #filledRows = new Set<number>();

  constructor(budget: SheetBudget) {
    this.#budget = budget;
  }

  /** Throws FileError('too-large') where the workbook holds more than the limits. */
  cell(row: number, column: number, text: string): void {
    if (text.trim() === '' || row < 0 || column < 0 || row >= MAX_ROW || column >= MAX_COLUMN) return;
    this.#budget.spend(text.length);
    this.#cells.push({ row, column, text });
    this.#filledRows.add(row);
  }

  merge(first: readonly [row: number, column: number], last: readonly [row: number, column: number]): void {
    if (this.#merged.length >= MAX_MERGED) return;
    const [row, column] = first;
    const rowSpan = Math.min(last[0], MAX_ROW - 1) - row + 1;
    const columnSpan = Math.min(last[1], MAX_COLUMN - 1) - column + 1;
    if (rowSpan >= 1 && columnSpan >= 1) this.#merged.push({ row, column, rowSpan, columnSpan });
  }

  hideRow(row: number): void {
    if (row < MAX_ROW) this.#hiddenRows.add(row);
  }

  hideColumns(first: number, last: number): void {
    if (this.#hiddenColumns.length < MAX_COLUMN) this.#hiddenColumns.push([first, last]);
  }

  box(text: string): void {
    if (text.trim() === '') return;
    this.#budget.spend(text.length);
    this.#boxes.push(text);
  }

  build(name: string, hidden: boolean): Sheet {
    const cells = this.#cells.sort((a, b) => a.row - b.row || a.column - b.column);
    const hiddenRows = new Set([...this.#hiddenRows].filter((row) => this.#filledRows.has(row)));
    return {
      name,
      hidden,
      cells,
      merged: this.#merged,
      hiddenRows,
      hiddenColumns: this.#hiddenColumns,
      boxes: this.#boxes,
    };
  }
}

/** What may still be read of a workbook. */
export class SheetBudget {
  #cells = MAX_CELLS;
  #text = MAX_TEXT;

  spend(characters: number): void {
    this.#cells -= 1;
    this.#text -= characters;
    if (this.#cells < 0) throw new FileError('too-large', `表格超过${MAX_CELLS}个单元格`);
    if (this.#text < 0) throw new FileError('too-large', '表格文字过多');
  }
}
