import { describe, expect, it } from 'vitest';
import { detectFormat, extract } from '../../../extractors/index.js';
import { readXlsx } from '../../../extractors/xlsx/read-xlsx.js';
import { rowsXml, xlsxBytes, xlsxZip } from '../../fixtures/xlsx.js';
import { shownBlocks } from './shown-blocks.js';
import { codeOf, one, read } from './xlsx.js';

describe('sheets', () => {
  it('lines above and below the table are paragraphs, the table is cells with their own places', async () => {
    const xml = rowsXml([
      ['清水市信用措施清单'],
      [],
      ['序号', '文件名称'],
      ['1', '信用管理办法'],
      ['注：按年更新'],
    ]);
    expect(shownBlocks(await read(one(`${xml}<mergeCells><mergeCell ref="A1:B1"/></mergeCells>`)))).toEqual([
      'center: 清水市信用措施清单',
      '0/2/0: 序号',
      '0/2/1: 文件名称',
      '0/3/0: 1',
      '0/3/1: 信用管理办法',
      'paragraph: 注：按年更新',
    ]);
  });

  it('names of sheets are headings, names that the program gave are left out', async () => {
    const xml = rowsXml([['甲', '乙']]);
    const manuscript = await read({
      sheets: [
        { name: '惩戒措施', xml },
        { name: 'Sheet2', xml },
      ],
    });
    expect(shownBlocks(manuscript)).toEqual([
      'h1: 惩戒措施',
      '0/0/0: 甲',
      '0/0/1: 乙',
      '1/0/0: 甲',
      '1/0/1: 乙',
    ]);
  });

  it('merged cells have spans', async () => {
    const xml = `${rowsXml([
      ['甲', '一'],
      ['', '二'],
    ])}<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="bad"/></mergeCells>`;
    expect((await read(one(xml))).blocks[0]?.cell).toEqual({
      table: 0,
      row: 0,
      column: 0,
      rowSpan: 2,
      columnSpan: 1,
    });
  });

  it('strings: shared, rich, phonetic, escaped, of formulas', async () => {
    const strings =
      '<si><t>信用</t></si><si><r><t>黑</t></r><r><t>名单</t></r><rPh sb="0" eb="1"><t>hei</t></rPh></si><si><t>甲_x000D_\n乙</t></si>';
    const xml =
      '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>' +
      '<c r="D1" t="str"><f>A1&amp;"x"</f><v>信用x</v></c><c r="E1" t="b"><v>1</v></c><c r="F1" t="e"><v>#N/A</v></c><c r="G1" t="s"><v>99</v></c></row></sheetData>';
    expect((await read(one(xml, { strings }))).text).toBe('信用\n黑名单\n甲\n乙\n信用x\nTRUE\n#N/A');
  });

  it('numbers and dates as they are shown', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs>';
    const xml =
      '<sheetData><row><c><v>2016</v></c><c s="1"><v>42370</v></c><c s="2"><f>1+1</f><v>42370</v></c><c s="77"><v>0.5</v></c></row></sheetData>';
    expect((await read(one(xml, { styles }))).text).toBe('2016\n2016/1/1\n2016年1月\n0.5');
  });

  it('hidden sheets, rows and columns are read, with a note', async () => {
    const xml =
      '<cols><col min="2" max="2" hidden="1"/><col min="9" max="16384" hidden="1"/></cols><sheetData><row r="1" hidden="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2" hidden="1"/></sheetData>';
    const manuscript = await read({ sheets: [{ name: 'Sheet1', state: 'veryHidden', xml }] });
    expect(manuscript.text).toBe('1\n2');
    expect(manuscript.notes.map((note) => note.message)).toEqual([
      '表格含隐藏的工作表1个、隐藏的行1行、隐藏的列1列，已一并读取',
    ]);
  });

  it('text of shapes over the sheet', async () => {
    const drawing = '<xdr:sp><xdr:txBody><a:p><a:r><a:t>填表说明</a:t></a:r></a:p></xdr:txBody></xdr:sp>';
    const manuscript = await read({ sheets: [{ name: 'Sheet1', xml: rowsXml([['甲', '乙']]), drawing }] });
    expect(shownBlocks(manuscript).at(-1)).toBe('textbox: 填表说明');
  });
});

describe('files that can not be read say why', () => {
  it('a whole file is found and read by its content', async () => {
    const bytes = await xlsxBytes(one(rowsXml([['甲', '乙']])));
    expect(await detectFormat(bytes)).toBe('xlsx');
    expect((await extract(bytes, 'xlsx')).format).toBe('xlsx');
  });

  it('nothing, only pictures', async () => {
    expect(await codeOf(await xlsxBytes(one('<sheetData/>')))).toBe('no-text');
    const zip = xlsxZip(one('<sheetData/>')).file('xl/media/image1.png', 'x');
    expect(await codeOf(await zip.generateAsync({ type: 'uint8array' }))).toBe('needs-ocr');
  });

  it('cut off at any place', async () => {
    const bytes = await xlsxBytes(one(rowsXml([['甲', '乙']])));
    for (const share of [0, 0.2, 0.5, 0.9, 0.99])
      expect(await codeOf(bytes.slice(0, bytes.length * share))).toBe('corrupt');
  });

  it('a sheet that ends in the middle or is missing', async () => {
    const pack = (change: (zip: ReturnType<typeof xlsxZip>) => unknown) => {
      const zip = xlsxZip(one(rowsXml([['甲', '乙']])));
      change(zip);
      return zip.generateAsync({ type: 'uint8array' });
    };
    const cut = '<worksheet><sheetData><row><c t="inlineStr"><is><t>甲';
    expect(await codeOf(await pack((zip) => zip.file('xl/worksheets/sheet0.xml', cut)))).toBe('corrupt');
    expect(await codeOf(await pack((zip) => zip.remove('xl/worksheets/sheet0.xml')))).toBe('corrupt');
    expect(await codeOf(await pack((zip) => zip.remove('xl/workbook.xml')))).toBe('corrupt');
    expect(await codeOf(await pack((zip) => zip.file('xl/worksheets/sheet0.xml', '<a>'.repeat(5000))))).toBe(
      'corrupt',
    );
  });
});

describe('hostile files', () => {
  it('entities of its own are not expanded', async () => {
    const zip = xlsxZip(one(''));
    zip.file(
      'xl/worksheets/sheet0.xml',
      '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="inlineStr"><is><t>甲&b;&f;</t></is></c></row></sheetData></worksheet>',
    );
    const { text } = await readXlsx(await zip.generateAsync({ type: 'uint8array' }));
    expect(text).toBe('甲&b;&f;');
  });
});
