import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import ExcelJS from 'exceljs';
import { DISTRICT, NATIONAL } from '../pipeline/filed-ledger/tables.js';

/** The columns that a test writes; the others are the unit's own. */
export type LayoutRow = Readonly<
  Record<
    | 'document'
    | 'disclosure'
    | 'blacklist'
    | 'punishment'
    | 'summary'
    | 'nationalBasis'
    | 'localBasis'
    | 'basisContent'
    | 'disposal',
    string
  >
>;

export const UNIT = '青岭区发展和改革局';

/** The fourteen cells of a row. */
export const valuesOf = (row: LayoutRow, at: number): string[] => [
  `${at + 1}`,
  row.document,
  row.disclosure,
  row.blacklist,
  row.punishment,
  row.summary,
  row.nationalBasis,
  row.localBasis,
  row.basisContent,
  row.disposal,
  '2021年6月底',
  UNIT,
  '张某 副局长',
  '0999-12345678',
];

export const ABOVE = [
  '附件1',
  '失信约束措施清理规范工作台账',
  `填报单位（盖章）：${UNIT}　　填报日期：2021年1月19日`,
];
const without = (values: readonly string[], columns: readonly number[]): string[] =>
  values.filter((_, at) => !columns.includes(at));

const book = async (fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> => {
  const made = new ExcelJS.Workbook();
  fill(made);
  return new Uint8Array(await made.xlsx.writeBuffer());
};

const sheetOf = (
  made: ExcelJS.Workbook,
  name: string,
  lines: readonly (readonly string[])[],
): ExcelJS.Worksheet => {
  const sheet = made.addWorksheet(name);
  for (const line of lines) sheet.addRow([...line]);
  return sheet;
};

const wordTable = (above: readonly string[], lines: readonly (readonly string[])[]): Promise<Uint8Array> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            ...above.map((text) => new Paragraph(text)),
            new Table({
              rows: lines.map(
                (line) =>
                  new TableRow({
                    children: line.map((text) => new TableCell({ children: [new Paragraph(text)] })),
                  }),
              ),
            }),
          ],
        },
      ],
    }),
  ).then((bytes) => new Uint8Array(bytes));

const ORDER = [0, 1, 4, 3, 2, 9, 6, 7, 8, 5, 11, 12, 13, 10];

type Layout = (rows: readonly LayoutRow[]) => Promise<Uint8Array>;

/** Ways in which units fill in the forms. */
export const LAYOUTS: Readonly<Record<string, Layout>> = {
  国家样式: (rows) =>
    book((made) => {
      const sheet = sheetOf(made, '台账', [...ABOVE.map((line) => [line]), NATIONAL, ...rows.map(valuesOf)]);
      ABOVE.forEach((_, at) => {
        sheet.mergeCells(at + 1, 1, at + 1, 14);
      });
    }),
  区县样式: (rows) =>
    book((made) => {
      const sheet = sheetOf(made, '台账', [...ABOVE.map((line) => [line]), DISTRICT, ...rows.map(valuesOf)]);
      sheet.mergeCells(2, 1, 2, 14);
    }),
  没有表头以上的文字: (rows) =>
    book((made) => void sheetOf(made, 'Sheet1', [NATIONAL, ...rows.map(valuesOf)])),
  缺少序号和后四栏: (rows) =>
    book(
      (made) =>
        void sheetOf(made, '台账', [
          ...ABOVE.map((line) => [line]),
          ...[NATIONAL, ...rows.map(valuesOf)].map((line) => without(line, [0, 10, 11, 12, 13])),
        ]),
    ),
  表头之间另有说明: (rows) =>
    book((made) => {
      const sheet = sheetOf(made, '台账', [
        ['清水市失信约束措施清理'],
        [''],
        ['联系人：张某'],
        ['失信约束措施台账'],
        [`填报单位：${UNIT}`],
        ['填表说明：每份文件填一行'],
        NATIONAL,
        NATIONAL.map((_, at) => `${at + 1}`),
        ...rows.map(valuesOf),
        ['注：1. 是否有国家层面依据，是指是否有法律、行政法规或者党中央、国务院政策文件的依据。'],
      ]);
      for (const at of [1, 4, 5, 6]) sheet.mergeCells(at, 1, at, 14);
    }),
  分在两张工作表: (rows) =>
    book((made) => {
      const half = Math.ceil(rows.length / 2);
      for (const [at, part] of [rows.slice(0, half), rows.slice(half)].entries())
        sheetOf(made, `第${at + 1}批`, [...ABOVE.map((line) => [line]), NATIONAL, ...part.map(valuesOf)]);
    }),
  栏目次序不同: (rows) =>
    book(
      (made) =>
        void sheetOf(made, '台账', [
          ...ABOVE.map((line) => [line]),
          ...[NATIONAL, ...rows.map(valuesOf)].map((line) => ORDER.map((at) => line[at]!)),
        ]),
    ),
  两行表头: (rows) =>
    book((made) => {
      const upper = NATIONAL.map((heading, at) => ({ 2: '是否涉及', 6: '是否有依据' })[at] ?? heading);
      const lower = NATIONAL.map(
        (_, at) =>
          ({
            2: '信用信息共享公开',
            3: '“黑名单”认定',
            4: '失信惩戒措施',
            6: '国家层面',
            7: '地方性法规',
          })[at] ?? '',
      );
      const sheet = sheetOf(made, '台账', [upper, lower, ...rows.map(valuesOf)]);
      sheet.mergeCells('C1:E1');
      sheet.mergeCells('G1:H1');
      for (const letter of 'ABFIJKLMN') sheet.mergeCells(`${letter}1:${letter}2`);
    }),
  Word表格: (rows) => wordTable(ABOVE, [NATIONAL, ...rows.map(valuesOf)]),
  文号括号和书名号不同: (rows) =>
    wordTable(
      ABOVE,
      [
        DISTRICT,
        ...rows.map((row, at) =>
          valuesOf(
            {
              ...row,
              document: row.document
                .replace(/[《》]/gu, '')
                .replace('〔', '[')
                .replace('〕', ']'),
            },
            at,
          ),
        ),
      ].map((line) => line.map((cell) => cell.replace(/^是$/u, '是 ').replace(/^否$/u, ' 否'))),
    ),
};
