import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import ExcelJS from 'exceljs';
import { label, merged, sharedStrings, workbookStream, xlsFile } from '../fixtures/xls.js';
import type { CellOf, Part } from '../pipeline/filed-ledger/tables.js';

/** A sheet of a workbook, or a stretch of a text: lines and tables one below the other. */
export interface Sheet {
  readonly name: string;
  readonly parts: readonly Part[];
  readonly hidden?: boolean;
}

export type Carrier = (sheets: readonly Sheet[]) => Promise<Uint8Array>;

interface Placed {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly text: string;
}

const spanOf = (cell: CellOf): Omit<Placed, 'row' | 'column'> =>
  typeof cell === 'string' ? { text: cell, rows: 1, columns: 1 } : { rows: 1, columns: 1, ...cell };

/** The cells of a sheet; a line of text is the first cell of a row. */
const cellsOf = ({ parts }: Sheet): Placed[] => {
  let row = 0;
  const cells: Placed[] = [];
  for (const part of parts) {
    if (typeof part === 'string') cells.push({ row: row++, column: 0, ...spanOf(part) });
    else
      for (const line of part) {
        line.forEach((cell, column) => {
          if (cell !== null) cells.push({ row, column, ...spanOf(cell) });
        });
        row++;
      }
  }
  return cells.filter(({ text }) => text !== '');
};

const xlsx: Carrier = async (sheets) => {
  const book = new ExcelJS.Workbook();
  for (const each of sheets) {
    const sheet = book.addWorksheet(each.name, { state: each.hidden ? 'hidden' : 'visible' });
    for (const { row, column, rows, columns, text } of cellsOf(each)) {
      sheet.getCell(row + 1, column + 1).value = text;
      if (rows * columns > 1) sheet.mergeCells(row + 1, column + 1, row + rows, column + columns);
    }
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
};

/** As Excel 97 and WPS (.et) save a workbook. */
const xls: Carrier = async (sheets) => {
  const strings: string[] = [];
  const made = sheets.map((each) => {
    const cells = cellsOf(each);
    const areas = cells.filter(({ rows, columns }) => rows * columns > 1);
    return {
      name: each.name,
      state: each.hidden ? 1 : 0,
      records: [
        ...cells.map(({ row, column, text }) => label(row, column, strings.push(text) - 1)),
        ...(areas.length > 0
          ? [
              merged(
                ...areas.map(
                  ({ row, column, rows, columns }) =>
                    [row, row + rows - 1, column, column + columns - 1] as const,
                ),
              ),
            ]
          : []),
      ],
    };
  });
  // A record holds 8,224 bytes at most; what is longer goes on in another, a string a record here.
  return xlsFile(workbookStream(made, stringRecords(strings)));
};

const MOST_IN_RECORD = 8224;
const stringRecords = (strings: readonly string[]): Buffer[] => {
  const whole = sharedStrings(strings);
  const records: Buffer[] = [];
  let from = 4;
  let size = 8;
  const cut = (to: number): void => {
    const data = whole.subarray(from, to);
    const head = Buffer.alloc(4);
    head.writeUInt16LE(records.length === 0 ? 0x00fc : 0x003c, 0);
    head.writeUInt16LE(data.length, 2);
    records.push(Buffer.concat([head, data]));
    from = to;
    size = 0;
  };
  let at = from + 8;
  for (const string of strings) {
    const length = 3 + 2 * string.length;
    if (size + length > MOST_IN_RECORD) cut(at);
    at += length;
    size += length;
  }
  cut(at);
  return records;
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const docx: Carrier = async (sheets) => {
  const children = sheets
    .flatMap(({ parts }) => parts)
    .map((part) =>
      typeof part === 'string'
        ? new Paragraph(part)
        : new Table({
            rows: part.map(
              (line) =>
                new TableRow({
                  children: line.flatMap((cell) => {
                    if (cell === null) return [];
                    const { text, rows, columns } = spanOf(cell);
                    return new TableCell({
                      rowSpan: rows,
                      columnSpan: columns,
                      children: text.split('\n').map((paragraph) => new Paragraph(paragraph)),
                    });
                  }),
                }),
            ),
          }),
    );
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
};

/** A page, as web systems give it out, some of them under the name .xls. */
const html: Carrier = async (sheets) => {
  const parts = sheets
    .flatMap((sheet) => sheet.parts)
    .map((part) =>
      typeof part === 'string'
        ? `<p>${escaped(part)}</p>`
        : `<table border="1">${part
            .map(
              (line) =>
                `<tr>${line
                  .filter((cell) => cell !== null)
                  .map(spanOf)
                  .map(
                    ({ text, rows, columns }) =>
                      `<td rowspan="${rows}" colspan="${columns}">${escaped(text).replaceAll('\n', '<br>')}</td>`,
                  )
                  .join('')}</tr>`,
            )
            .join('')}</table>`,
    );
  return new TextEncoder().encode(
    `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${parts.join('')}</body></html>`,
  );
};

export const WORKBOOKS: Readonly<Record<string, Carrier>> = { xlsx, xls };
export const TEXTS: Readonly<Record<string, Carrier>> = { docx, html };
export const CARRIERS: Readonly<Record<string, Carrier>> = { ...WORKBOOKS, ...TEXTS };
