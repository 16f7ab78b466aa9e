import type { Paragraph, Table } from 'docx';
import { FANGSONG, HEITI, type WordLine, type WordPlacing, type WordType } from './type.js';

export interface WordColumn {
  readonly head: string;
  /** In twentieths of a point. */
  readonly width: number;
  readonly centred?: boolean;
}

export interface WordCell {
  /** One paragraph each. */
  readonly lines: readonly WordLine[];
  /** RRGGBB. */
  readonly fill?: string;
  /** Over so many columns. */
  readonly span?: number;
  /** At the top of its row, also where the others stand in the middle. */
  readonly top?: boolean;
}

/** A ruled table whose heads are repeated on each page. */
export interface WordTable {
  readonly columns: readonly WordColumn[];
  readonly rows: readonly (readonly WordCell[])[];
  /** Of the letters, in half points; 20 where not given. */
  readonly size?: number;
  /** Of the heads; as `size` where not given. */
  readonly headSize?: number;
  /** Which rows, by index, may go on over the end of a page; all others are kept whole as long as they fit one. */
  readonly splitRows?: boolean | ((row: number) => boolean);
  /** Texts stand in the middle of their row's height, not at its top. */
  readonly middle?: boolean;
  /** Less room beside the text, for tables of many columns. */
  readonly narrow?: boolean;
  /** The least height of a row, in twentieths of a point. */
  readonly rowHeight?: number;
}

type MakeParagraph = (line: WordLine, type: WordType, placing: WordPlacing) => Paragraph;

const HEAD_FILL = 'EDEDED';
const MARGINS = { top: 50, bottom: 50, left: 80, right: 80 };
const NARROW_MARGINS = { top: 40, bottom: 40, left: 45, right: 45 };

/** Builds a table with docx; `paragraph` makes the paragraphs of its cells. */
export const wordTable = (
  docx: typeof import('docx'),
  {
    columns,
    rows,
    size = 20,
    headSize = size,
    splitRows = false,
    middle = false,
    narrow = false,
    rowHeight,
  }: WordTable,
  paragraph: MakeParagraph,
): Table => {
  const { AlignmentType, HeightRule, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } =
    docx;
  const cellOf = ({ lines, fill, span, top }: WordCell, column: number, head: boolean) => {
    const width = columns.slice(column, column + (span ?? 1)).reduce((sum, each) => sum + each.width, 0);
    const centred = head || span !== undefined || columns[column]!.centred;
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: narrow ? NARROW_MARGINS : MARGINS,
      verticalAlign: head || (middle && !top) ? VerticalAlign.CENTER : VerticalAlign.TOP,
      ...(span && { columnSpan: span }),
      ...(fill && { shading: { fill } }),
      children: lines.map((line) =>
        paragraph(line, head ? { font: HEITI, size: headSize } : { font: FANGSONG, size }, {
          ...(centred && { alignment: AlignmentType.CENTER }),
        }),
      ),
    });
  };
  const cellsOf = (cells: readonly WordCell[], head = false) => {
    let column = 0;
    return cells.map((cell) => {
      const made = cellOf(cell, column, head);
      column += cell.span ?? 1;
      return made;
    });
  };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((sum, { width }) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => width),
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: cellsOf(
          columns.map(({ head }) => ({ lines: [head], fill: HEAD_FILL })),
          true,
        ),
      }),
      ...rows.map(
        (cells, index) =>
          new TableRow({
            cantSplit: !(typeof splitRows === 'function' ? splitRows(index) : splitRows),
            ...(rowHeight && { height: { value: rowHeight, rule: HeightRule.ATLEAST } }),
            children: cellsOf(cells),
          }),
      ),
    ],
  });
};
