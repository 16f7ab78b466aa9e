import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extract } from '../../../extractors/index.js';
import { readFiledLedgers } from '../../../pipeline/index.js';
import { type LedgerInput, writeLedger } from '../../../reports/index.js';
import { FILLS } from '../../../reports/ledger/style.js';
import { FILED_ROWS, filedDocuments } from '../../pipeline/filed-ledger/documents.js';
import { document, input, profile, row } from '../samples.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-marks-'));
});
afterAll(() => rm(folder, { recursive: true }));

const form = async (change: Partial<LedgerInput>) => {
  const path = join(folder, '台账.xlsx');
  await writeLedger(path, input(change));
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const zip = await JSZip.loadAsync(await readFile(path));
  return {
    sheet: book.getWorksheet('失信约束措施台账')!,
    workbook: (await zip.file('xl/workbook.xml')!.async('string')).replaceAll('&apos;', "'"),
  };
};
const fillOf = (cell: ExcelJS.Cell): string | undefined =>
  cell.fill?.type === 'pattern' ? cell.fill.fgColor?.argb : undefined;
const colour = (name: keyof typeof FILLS): string | undefined => {
  const fill = FILLS[name];
  return fill.type === 'pattern' ? fill.fgColor?.argb : undefined;
};
const textOf = (sheet: ExcelJS.Worksheet): string => {
  const texts: string[] = [];
  sheet.eachRow((each) => each.eachCell((cell) => texts.push(cell.text)));
  return texts.join('\n');
};

describe('a draft of the workbook', () => {
  it('says so in its title and above each printed page', async () => {
    const { sheet } = await form({ draft: true });
    expect(sheet.getCell('A1').text).toBe('失信约束措施台账（草稿）');
    expect(sheet.headerFooter.oddHeader).toContain('草稿');
  });

  it('is what `draft` alone makes it', async () => {
    const { sheet } = await form({});
    expect(sheet.getCell('A1').text).toBe('失信约束措施台账');
    expect(sheet.headerFooter.oddHeader).toBeUndefined();
  });
});

describe('a row that a person stands for', () => {
  const confirmed = document({ row: { ...row(), disposal: '立法', phone: '', confirmed: true } });

  it('bears no mark of a proposal, and still marks what nobody knows', async () => {
    const { sheet } = await form({ documents: () => [confirmed, document()] });
    expect(fillOf(sheet.getCell('C4'))).toBeUndefined();
    expect(fillOf(sheet.getCell('H4'))).toBe(colour('unknown'));
    expect(fillOf(sheet.getCell('N4'))).toBe(colour('missing'));
    expect(sheet.getCell('J4').value).toBe('立法');
    expect(fillOf(sheet.getCell('C5'))).toBe(colour('proposed'));
    expect(textOf(sheet)).toContain('1行已人工确认，其余1行须人工确认。');
    expect(textOf(sheet)).toContain('预填，待人工确认');
  });

  it('leaves nothing to be confirmed where all are so', async () => {
    const { sheet } = await form({ documents: () => [confirmed] });
    expect(textOf(sheet)).toContain('1行均已人工确认。');
    expect(textOf(sheet)).not.toContain('预填，待人工确认');
  });
});

describe('the identity of a row', () => {
  it('stands in a hidden column behind the form, outside of what is printed', async () => {
    const summary = '第三条：多次违反规定的，由主管部门记入信用档案并向社会公布。\n'.repeat(60);
    const { sheet, workbook } = await form({
      documents: () => [
        document({ identity: 'a1', row: row({ summary }) }),
        document(),
        document({ identity: 'b2' }),
      ],
    });
    expect(sheet.getCell('O3').text).toBe('行标识');
    expect(sheet.getColumn(15).hidden).toBe(true);
    expect(sheet.getColumn(14).hidden).toBeFalsy();
    const identities: [number, string][] = [];
    sheet.eachRow((each, at) => {
      if (at > 3 && each.getCell(15).text)
        identities.push([Number(each.getCell(1).text), each.getCell(15).text]);
    });
    // A tall row is drawn over several sheet rows and known by its first.
    expect(identities).toEqual([
      [1, 'a1'],
      [3, 'b2'],
    ]);
    expect(workbook).toMatch(/'失信约束措施台账'!\$A\$1:\$N\$\d+<\/definedName>/);
  });

  it('does not keep the tool from reading the workbook back', async () => {
    const path = join(folder, '回收.xlsx');
    const rows = filedDocuments().map((each, at) => ({ ...each, identity: `id-${at}` }));
    await writeLedger(path, input({ draft: true, documents: () => rows }));
    const [ledger] = readFiledLedgers(await extract(await readFile(path), 'xlsx'));
    expect(ledger!.rows.map(({ cells }) => cells.document.text)).toEqual(
      FILED_ROWS.map(({ document: name }) => name),
    );
    expect(ledger!.rows.map(({ cells }) => cells.phone.text)).toEqual(rows.map(() => profile.phone));
  });

  it('makes no column where no row has one', async () => {
    const { sheet } = await form({ documents: () => [document(), document({ row: null, identity: 'c3' })] });
    expect(sheet.columnCount).toBe(14);
    expect(sheet.getCell('O3').text).toBe('');
  });
});
