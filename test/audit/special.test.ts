import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AuditedDocument } from '../../audit/index.js';
import { detectFormat, extract } from '../../extractors/index.js';
import { LEDGER_FIELDS } from '../../model/index.js';
import { readFiledLedgers } from '../../pipeline/index.js';
import { NATIONAL, type Part } from '../pipeline/filed-ledger/tables.js';
import { CARRIERS, type Sheet, WORKBOOKS } from './carriers.js';
import { ABOVE, UNIT, valuesOf } from './layouts.js';
import { audited, essence, exampleDocuments, FOUND, ownRows, planted } from './planted.js';

let documents: readonly AuditedDocument[];
beforeAll(async () => {
  documents = await exampleDocuments();
}, 60_000);

const ledgersIn = async (bytes: Uint8Array) =>
  readFiledLedgers(await extract(bytes, await detectFormat(bytes)));
const merged = (text: string): Part => [[{ text, columns: 14 }, ...Array(13).fill(null)]];

describe.each(Object.keys(WORKBOOKS))('a workbook of several units or sheets, as %s', (carrier) => {
  const made = (...sheets: readonly Sheet[]) => WORKBOOKS[carrier]!(sheets);

  it('with a sheet a unit is as many ledgers, named by their sheets where they do not say', async () => {
    const rows = planted(documents).map(valuesOf);
    const bytes = await made(
      { name: '青岭区教育局', parts: [[NATIONAL, ...rows.slice(0, 5)]] },
      { name: '青岭区民政局', parts: ['失信约束措施台账', [NATIONAL, ...rows.slice(5)]] },
      {
        name: '青岭区水务局',
        parts: ['失信约束措施台账', [NATIONAL, ['', '经梳理，不涉及', ...Array(12).fill('')]]],
      },
    );
    const { items, ledgers } = await audited(bytes, documents);
    expect(ledgers.map(({ unit, rows: count }) => `${unit} ${count}`)).toEqual([
      '青岭区教育局 5',
      '青岭区民政局 7',
      '青岭区水务局 0',
    ]);
    expect(items.map(essence).sort()).toEqual(FOUND);
  });

  it('with the ledgers of two units one below the other is two', async () => {
    const rows = planted(documents).map(valuesOf);
    const bytes = await made({
      name: '汇总',
      parts: [
        '失信约束措施台账',
        [
          ['填报单位：', '青岭区教育局', ...Array(12).fill('')],
          NATIONAL,
          ...rows.slice(0, 5),
          ['失信约束措施台账', ...Array(13).fill('')],
          ['填报单位：', '青岭区民政局', ...Array(12).fill('')],
          NATIONAL,
          ...rows.slice(5),
        ],
      ],
    });
    const { items, ledgers } = await audited(bytes, documents);
    expect(ledgers.map(({ unit, rows: count }) => `${unit} ${count}`)).toEqual([
      '青岭区教育局 5',
      '青岭区民政局 7',
    ]);
    expect(items.map(essence).sort()).toEqual(FOUND);
  });

  it('is what its shown sheets say: a hidden draft neither hides what was left out nor is held against the unit', async () => {
    const draft = ownRows(documents).map((row) => valuesOf({ ...row, punishment: '否' }, 0));
    const bytes = await made(
      { name: '台账', parts: [...ABOVE, [NATIONAL, ...planted(documents).map(valuesOf)]] },
      { name: '草稿', hidden: true, parts: [...ABOVE, [NATIONAL, ...draft]] },
    );
    const { items, ledgers } = await audited(bytes, documents);
    expect(ledgers).toHaveLength(1);
    expect(items.map(essence).sort()).toEqual(FOUND);
  });
});

describe('a workbook', () => {
  it('with dates as Excel keeps them, hidden columns and filtered rows is read as it stands', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('台账');
    sheet.addRow(['失信约束措施清理规范工作台账']);
    sheet.addRow(['填报单位', UNIT, '', '', '填报日期', new Date(Date.UTC(2021, 0, 19))]);
    sheet.getCell('F2').numFmt = 'yyyy"年"m"月"d"日"';
    sheet.addRow([...NATIONAL, '内部备注']);
    for (const row of planted(documents).map(valuesOf)) {
      const added = sheet.addRow([...row, '待科室核实']);
      added.getCell(11).value = new Date(Date.UTC(2021, 5, 30));
      added.getCell(11).numFmt = 'yyyy/m/d';
      added.hidden = row[0] === '3';
    }
    sheet.getColumn(15).hidden = true;
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    const [ledger] = await ledgersIn(bytes);
    expect(ledger).toMatchObject({ unit: UNIT, date: '2021-01-19' });
    expect(ledger!.rows[0]!.cells.completion.text).toMatch(/^2021\D0?6\D30$/u);
    expect((await audited(bytes, documents)).items.map(essence).sort()).toEqual(FOUND);
  });
});

describe('a ledger without some of its columns', () => {
  /** What stays where what is asked of the document can still be told; without its wording a basis can not be weighed. */
  const OPTIONAL = LEDGER_FIELDS.map((_, at) => at).filter((at) => at !== 1 && at !== 8);
  const pairs = OPTIONAL.flatMap((a) => OPTIONAL.filter((b) => b >= a).map((b) => [a, b] as const));

  it('is compared in those that it has, whichever one or two are missing', async () => {
    const lines = [NATIONAL, ...planted(documents).map(valuesOf)];
    for (const missing of pairs) {
      const left = lines.map((line) => line.filter((_, at) => !missing.includes(at)));
      const bytes = await CARRIERS.xlsx!([{ name: '台账', parts: [...ABOVE, left] }]);
      const gone = missing.map((at) => LEDGER_FIELDS[at]!);
      expect([gone, (await audited(bytes, documents)).items.map(essence).sort()]).toEqual([
        gone,
        FOUND.filter((item) => !gone.some((field) => item.split(' ')[1] === field)),
      ]);
    }
  });
});

describe.each(Object.keys(CARRIERS))('a return of nothing, as %s', (carrier) => {
  const EMPTY = Array(13).fill('');
  it.each<readonly [string, readonly Part[]]>([
    ['in a row across the table', [[NATIONAL, ...(merged('经梳理，不涉及') as never[])]]],
    ['in the second column', [[NATIONAL, ['1', '经梳理，我单位不涉及', ...Array(12).fill('')]]]],
    ['in the first column', [[NATIONAL, ['经梳理，我局不存在相关措施', ...EMPTY]]]],
    ['无 in every cell', [[NATIONAL, ['1', ...Array(13).fill('无')]]]],
    ['否 and strokes', [[NATIONAL, ['1', '无', '否', '否', '否', ...Array(9).fill('/')]]]],
    ['below an empty table', [[NATIONAL, ['1', ...EMPTY]], '经梳理，我单位不涉及失信约束措施。']],
    ['above an empty table', ['经梳理，我单位不涉及。', [NATIONAL, ['1', ...EMPTY]]]],
  ])('is a ledger without rows: %s', async (_how, parts) => {
    const bytes = await CARRIERS[carrier]!([{ name: '台账', parts: [...ABOVE, ...parts] }]);
    expect(await ledgersIn(bytes)).toMatchObject([{ unit: UNIT, rows: [] }]);
  });

  it('is none where nobody has filled it in', async () => {
    const parts = [...ABOVE, [NATIONAL, ['1', ...EMPTY], ['2', ...EMPTY]]];
    expect(await ledgersIn(await CARRIERS[carrier]!([{ name: '台账', parts }]))).toEqual([]);
  });
});
