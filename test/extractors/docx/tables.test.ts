import { Document, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx';
import { expect, it } from 'vitest';
import { readDocx } from '../../../extractors/docx/read-docx.js';
import type { Manuscript } from '../../../model/index.js';
import { item, level, list, paragraph, read, textsOf } from './build-docx.js';

const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const table = (...rows: string[]) => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;
const merge = (kind: 'restart' | 'continue') => `<w:vMerge w:val="${kind}"/>`;

/** Text and place of each cell: table, row, column, and row × column span. */
const placed = (manuscript: Manuscript) =>
  textsOf(manuscript).map((text, index) => {
    const place = manuscript.blocks[index]!.cell;
    return place
      ? `${text} ${place.table}:${place.row},${place.column} ${place.rowSpan}×${place.columnSpan}`
      : text;
  });

it('merged cells become one cell with spans, empty cells none', async () => {
  const body = table(
    row(cell(paragraph('序号'), merge('restart')), cell(paragraph('涉及事项'), '<w:gridSpan w:val="2"/>')),
    row(cell('<w:p/>', merge('continue')), cell(paragraph('黑名单')), cell(paragraph('惩戒'))),
    row(cell(paragraph('1')), cell('<w:p/>'), cell(paragraph('是'))),
  );
  expect(placed(await read({ body }))).toEqual([
    '序号 0:0,0 2×1',
    '涉及事项 0:0,1 1×2',
    '黑名单 0:1,1 1×1',
    '惩戒 0:1,2 1×1',
    '1 0:2,0 1×1',
    '是 0:2,2 1×1',
  ]);
});

it('a vertical merge without value goes on; text that a merged cell still holds is not lost', async () => {
  const body = table(
    row(cell(paragraph('甲'), merge('restart')), cell(paragraph('乙'))),
    row(cell('<w:p/>', '<w:vMerge/>'), cell(paragraph('丙'))),
    row(cell(paragraph('余'), '<w:vMerge/>'), cell(paragraph('丁'))),
  );
  expect(placed(await read({ body }))).toEqual([
    '甲 0:0,0 2×1',
    '乙 0:0,1 1×1',
    '丙 0:1,1 1×1',
    '余 0:2,0 1×1',
    '丁 0:2,1 1×1',
  ]);
});

it('the older horizontal merge and rows that begin further right are understood', async () => {
  const body = table(
    row(
      cell(paragraph('甲'), '<w:hMerge w:val="restart"/>'),
      cell('<w:p/>', '<w:hMerge/>'),
      cell(paragraph('乙')),
    ),
    `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell(paragraph('丙'))}${cell(paragraph('丁'))}</w:tr>`,
  );
  expect(placed(await read({ body }))).toEqual([
    '甲 0:0,0 1×2',
    '乙 0:0,2 1×1',
    '丙 0:1,1 1×1',
    '丁 0:1,2 1×1',
  ]);
});

it('a cell of several paragraphs is one block with line breaks', async () => {
  const body = table(row(cell(`${paragraph('甲')}<w:p/>${paragraph('乙')}`), cell(paragraph('丙'))));
  expect(textsOf(await read({ body }))).toEqual(['甲\n乙', '丙']);
});

it('a table in a cell follows that cell and has a number of its own', async () => {
  const inner = table(row(cell(paragraph('内一')), cell(paragraph('内二'))));
  const body = `${table(row(cell(paragraph('外') + inner), cell(paragraph('旁'))))}${table(row(cell(paragraph('后')), cell(paragraph('末'))))}`;
  expect(placed(await read({ body }))).toEqual([
    '外 0:0,0 1×1',
    '内一 1:0,0 1×1',
    '内二 1:0,1 1×1',
    '旁 0:0,1 1×1',
    '后 2:0,0 1×1',
    '末 2:0,1 1×1',
  ]);
});

it('a table that only frames text is no table: whole pages from the web come so', async () => {
  const body = table(
    row(cell(paragraph('题')), cell('<w:p/>')),
    row(cell(paragraph('第一条') + paragraph('第二条'))),
  );
  const { blocks, ...rest } = await read({ body });
  expect(textsOf({ blocks, ...rest })).toEqual(['题', '第一条', '第二条']);
  expect(blocks.every((block) => block.kind === 'paragraph' && block.cell === undefined)).toBe(true);
});

it('numbers in a 序号 column are generated like any other', async () => {
  const numbering = list(0, level(0, 'decimal', '%1'), { 1: '' });
  const body = table(
    row(cell(item('', 1)), cell(paragraph('甲'))),
    row(cell(item('', 1)), cell(paragraph('乙'))),
  );
  expect(textsOf(await read({ numbering, body }))).toEqual(['1', '甲', '2', '乙']);
});

it('an absurd span is cut', async () => {
  const body = table(row(cell(paragraph('甲'), '<w:gridSpan w:val="999999999"/>'), cell(paragraph('乙'))));
  expect((await read({ body })).blocks[1]!.cell!.column).toBeLessThanOrEqual(1000);
});

it('reads what another producer writes', async () => {
  const text = (content: string, options = {}) =>
    new TableCell({ ...options, children: [new Paragraph(content)] });
  const document = new Document({
    numbering: {
      config: [{ reference: 'tiao', levels: [{ level: 0, format: 'chineseCounting', text: '第%1条' }] }],
    },
    sections: [
      {
        children: [
          new Paragraph({ text: '总则', numbering: { reference: 'tiao', level: 0 } }),
          new Table({
            rows: [
              new TableRow({
                children: [text('甲', { verticalMerge: VerticalMergeType.RESTART }), text('乙')],
              }),
              new TableRow({
                children: [text('', { verticalMerge: VerticalMergeType.CONTINUE }), text('丙')],
              }),
            ],
          }),
        ],
      },
    ],
  });
  expect(placed(await readDocx(await Packer.toBuffer(document)))).toEqual([
    '第一条 总则',
    '甲 0:0,0 2×1',
    '乙 0:0,1 1×1',
    '丙 0:1,1 1×1',
  ]);
});
