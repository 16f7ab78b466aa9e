import { describe, expect, it } from 'vitest';
import { readRtf } from '../../../extractors/rtf/read-rtf.js';
import type { Manuscript } from '../../../model/index.js';
import { gbkBytes } from '../../fixtures/gbk.js';
import { hex, paragraph, row, rtf, unicode } from '../../fixtures/rtf.js';
import { expectSound } from '../word-laws.js';

const read = async (body: string, head?: string): Promise<Manuscript> => {
  const manuscript = await readRtf(rtf(body, head));
  expectSound(manuscript);
  return manuscript;
};

const numbersOf = ({ text, blocks }: Manuscript): string[] =>
  blocks.map(({ numbering }) => (numbering ? text.slice(numbering.start, numbering.end) : ''));

describe('text', () => {
  const cases: readonly (readonly [why: string, body: string, text: string])[] = [
    ['GBK pairs', paragraph('清水市信用管理办法'), '清水市信用管理办法'],
    ['a character split over two runs', `{\\f1\\'d0}{\\f1\\b \\'c5}${hex('用')}\\par`, '信用'],
    ['a character split by a change of size', `\\f1\\'d0\\fs30\\'c5${hex('用')}\\par`, '信用'],
    ['a second byte that is a brace or backslash in ASCII', `\\f1 \\'8e\\'7b\\'8e\\{\\par`, '巤巤'],
    ['four bytes of GB18030', "\\f1\\'81\\'39\\'ef\\'30\\par", '㐁'],
    ['\\u with a fallback of one', `${unicode('失信')}\\par`, '失信'],
    ['\\u with a fallback of two bytes', `\\uc2\\f1\\u22833\\'ca\\'a7\\u20449\\'d0\\'c5\\par`, '失信'],
    ['\\u without fallback', '\\uc0\\u22833\\u20449 A\\par', '失信A'],
    ['a negative \\u', '\\uc1\\u-244?\\par', '，'],
    ['a pair of surrogates', '\\u-10179?\\u-8704?\\par', '😀'],
    ['half of a surrogate pair', '\\u-10179?A\\par', 'A'],
    ['the fallback ends with its group', `{\\uc3\\u22833?}${hex('信')}\\par`, '失信'],
    ['\\upr: the newer of two copies', `{\\upr{old}{\\*\\ud{${unicode('新')}}}}\\par`, '新'],
    ['signs', '\\lquote a\\rquote\\emdash\\ldblquote b\\rdblquote\\~c\\_d\\-e\\par', '‘a’—“b” c-de'],
    ['escaped braces', '\\{a\\}\\\\\\par', '{a}\\'],
    ['a paragraph mark written as a backslash at the line end', 'a\\\nb\\par', 'a\nb'],
    ['a line break', 'a\\line b\\par', 'a\nb'],
    ['signs of a symbol font', "{\\f2 \\'a8}\\par", '□'],
    ['a Western letter in a Chinese file', "{\\f0 caf\\'e9 x}\\par", 'café x'],
    ['Chinese in a font that is declared as Western', `{\\f0 ${hex('信用')}}\\par`, '信用'],
    [
      'the font of the double-byte plane',
      `\\f0\\loch\\af0\\hich\\af0\\dbch\\af1 ${hex('信用')}\\par`,
      '信用',
    ],
    ['line ends of the file are no text', `${hex('信')}\r\n${hex('用')}\\par`, '信用'],
    ['\\bin data is passed over by its length', `{\\pict\\bin5 }{}}}}${hex('信用')}\\par`, '信用'],
    ['the last paragraph without mark', hex('信用'), '信用'],
    ['what follows the end of the file', `${hex('信用')}\\par}\0\0{garbage`, '信用'],
  ];
  it.each(cases)('%s', async (_why, body, text) => {
    expect((await read(body)).text).toBe(text);
  });

  it('files without code page are read as Chinese where the bytes say so', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{\\rtf1\\ansi '),
      gbkBytes('列入黑名单'),
      Buffer.from('\\par}'),
    ]);
    expect((await readRtf(bytes)).text).toBe('列入黑名单');
  });

  it('fonts of Apple, which stand in no groups', async () => {
    const bytes = Buffer.from(
      `{\\rtf1\\ansi\\ansicpg1252\\cocoartf1\n{\\fonttbl\\f0\\fswiss\\fcharset0 Helvetica;\\f1\\fnil\\fcharset134 PingFang;}\n\\f1 ${hex('信用')}\\\n}`,
    );
    expect((await readRtf(bytes)).text).toBe('信用');
  });

  it('other code pages', async () => {
    const big5 = Buffer.from(
      "{\\rtf1\\ansi\\ansicpg950{\\fonttbl{\\f0\\fcharset136 M;}}\\f0 \\'ab\\'48\\'a5\\'ce\\par}",
    );
    expect((await readRtf(big5)).text).toBe('信用');
  });
});

describe('what is no text of the document', () => {
  const hidden: readonly (readonly [why: string, part: string])[] = [
    ['fonts and colours', '{\\colortbl;\\red0\\green0\\blue0;}'],
    ['headers and footers', '{\\header \\pard head\\par}{\\footerr foot\\par}'],
    ['unknown optional destinations', '{\\*\\unknown text{inside}}'],
    ['the instruction of a field', '{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt }}'],
    ['comments', '{\\*\\atnid A}{\\*\\annotation note}'],
    ['themes', '{\\*\\themedata 504b}{\\*\\datastore 01}'],
    ['marks of bookmarks', '{\\*\\bkmkstart a}{\\*\\bkmkend a}'],
    ['the copy of a shape for older readers', '{\\shp{\\*\\shpinst}{\\shprslt old}}'],
  ];
  it.each(hidden)('%s', async (_why, part) => {
    expect((await read(`${part}${paragraph('信用')}`)).text).toBe('信用');
  });

  it('the result of a field is text', async () => {
    expect((await read('{\\field{\\*\\fldinst PAGE}{\\fldrslt 12}}\\par')).text).toBe('12');
  });

  it('hidden text is left out and counted', async () => {
    const manuscript = await read(
      `${hex('信用')}{\\v ${hex('不公开')}}\\v ${hex('甲')}\\v0 ${hex('记录')}\\par`,
    );
    expect(manuscript.text).toBe('信用记录');
    expect(manuscript.notes).toEqual([
      expect.objectContaining({ code: 'hidden-text', message: expect.stringContaining('4字') }),
    ]);
  });

  it('deleted text is left out, inserted text is read, and both are said', async () => {
    const manuscript = await read(`{\\deleted ${hex('旧')}}{\\revised ${hex('新')}}\\par`);
    expect(manuscript.text).toBe('新');
    expect(manuscript.notes.map((note) => note.code)).toEqual(['tracked-changes']);
  });

  it('a destination that does not begin a group hides nothing', async () => {
    expect((await read(`\\header ${hex('信用')}\\par`)).text).toBe('信用');
  });
});

describe('looks', () => {
  it('alignment, size, bold and outline level', async () => {
    const { blocks } = await read(
      paragraph('清水市办法', '\\qc\\fs44\\b') +
        paragraph('第一章　总则', '\\s1') +
        paragraph('正文', '\\fs32\\b0\\outlinelevel1'),
      '{\\stylesheet{\\ql Normal;}{\\s1\\qc\\outlinelevel0 heading 1;}{\\*\\cs10 Char;}}',
    );
    expect(
      blocks.map(({ align, fontSize, bold, headingLevel }) => ({ align, fontSize, bold, headingLevel })),
    ).toEqual([
      { align: 'center', fontSize: 22, bold: true, headingLevel: undefined },
      { align: undefined, fontSize: 12, bold: undefined, headingLevel: 1 },
      { align: undefined, fontSize: 16, bold: undefined, headingLevel: 2 },
    ]);
  });

  it('a heading style without outline level is known by its name', async () => {
    const { blocks } = await read(paragraph('总则', '\\s3'), '{\\stylesheet{\\s3\\b Heading 2;}}');
    expect(blocks[0]?.headingLevel).toBe(2);
  });

  it('properties of the document', async () => {
    const { metadata } = await read(
      paragraph('正文'),
      `{\\info{\\title ${hex('信用办法')}}{\\author A}{\\creatim\\yr2016}{\\company X}}`,
    );
    expect(metadata).toEqual([
      { name: 'title', value: '信用办法', from: 'properties' },
      { name: 'creator', value: 'A', from: 'properties' },
    ]);
  });
});

describe('automatic numbers', () => {
  it('are taken as the file carries them', async () => {
    const manuscript = await read(
      `{\\listtext\\pard\\plain\\f1 ${hex('第一条')}\\tab}${paragraph('为了规范').replace('\\pard\\plain', '')}` +
        `{\\pntext\\f1 ${hex('（一）')}\\tab}${hex('信息')}\\par{\\listtext\\f2 \\'b7\\tab}\\par`,
    );
    expect(manuscript.text).toBe('第一条 为了规范\n（一）信息');
    expect(numbersOf(manuscript)).toEqual(['第一条', '（一）']);
  });

  it('are counted where the file carries only their definition', async () => {
    const level = (nfc: number, text: string) =>
      `{\\listlevel\\levelnfc${nfc}\\levelnfcn${nfc}\\levelfollow0\\levelstartat1{\\leveltext${text};}{\\levelnumbers\\'01;}}`;
    const head =
      `{\\*\\listtable{\\list${level(37, `\\'03${hex('第')}\\'00${hex('条')}`)}${level(37, `\\'03${hex('（')}\\'01${hex('）')}`)}\\listid7}}` +
      '{\\*\\listoverridetable{\\listoverride\\listid7\\listoverridecount0\\ls1}{\\listoverride\\listid7\\listoverridecount1{\\lfolevel\\listoverridestartat\\levelstartat5}\\ls2}}';
    const manuscript = await read(
      ['\\ls1', '\\ls1\\ilvl1', '\\ls1\\ilvl1', '\\ls1', '', '\\ls2']
        .map((look) => paragraph('内容', look))
        .join(''),
      head,
    );
    expect(numbersOf(manuscript)).toEqual(['第一条', '（一）', '（二）', '第二条', '', '第五条']);
  });
});

describe('tables', () => {
  const cellsOf = ({ text, blocks }: Manuscript) =>
    blocks.map(({ span, cell }) =>
      cell
        ? [text.slice(span.start, span.end), cell.table, cell.row, cell.column, cell.rowSpan, cell.columnSpan]
        : text.slice(span.start, span.end),
    );

  it('rows and columns', async () => {
    expect(
      cellsOf(await read(paragraph('前') + row(['序号', '名称']) + row(['1', '办法']) + paragraph('后'))),
    ).toEqual([
      '前',
      ['序号', 0, 0, 0, 1, 1],
      ['名称', 0, 0, 1, 1, 1],
      ['1', 0, 1, 0, 1, 1],
      ['办法', 0, 1, 1, 1, 1],
      '后',
    ]);
  });

  it('merged cells', async () => {
    const table =
      row(['标题', ''], ['\\clmgf', '\\clmrg']) +
      row(['甲', '一'], ['\\clvmgf', '']) +
      row(['', '二'], ['\\clvmrg', '']);
    expect(cellsOf(await read(table))).toEqual([
      ['标题', 0, 0, 0, 1, 2],
      ['甲', 0, 1, 0, 2, 1],
      ['一', 0, 1, 1, 1, 1],
      ['二', 0, 2, 1, 1, 1],
    ]);
  });

  it('wide cells by their edges', async () => {
    const table = row(['总计', '9'], [], [4000, 6000]) + row(['甲', '乙', '丙']);
    expect(cellsOf(await read(table)).at(0)).toEqual(['总计', 0, 0, 0, 1, 2]);
  });

  it('cells of several paragraphs keep their breaks', async () => {
    const body = `\\trowd\\cellx2000\\cellx4000\\pard\\intbl\\f1 ${hex('甲')}\\par ${hex('乙')}\\cell ${hex('丙')}\\cell\\row`;
    expect(cellsOf(await read(body))[0]).toEqual(['甲\n乙', 0, 0, 0, 1, 1]);
  });

  it('a table in a cell', async () => {
    const inner = `\\pard\\intbl\\itap2\\f1 ${hex('内一')}\\nestcell ${hex('内二')}\\nestcell{\\*\\nesttableprops\\trowd\\cellx900\\cellx1800\\nestrow}{\\nonesttableprops\\par}`;
    const body = `\\trowd\\cellx2000\\cellx4000 ${inner}\\pard\\intbl\\itap1 ${hex('外一')}\\cell ${hex('外二')}\\cell\\row`;
    expect(cellsOf(await read(body))).toEqual([
      ['外一', 0, 0, 0, 1, 1],
      ['内一', 1, 0, 0, 1, 1],
      ['内二', 1, 0, 1, 1, 1],
      ['外二', 0, 0, 1, 1, 1],
    ]);
  });

  it('an empty paragraph parts two tables', async () => {
    const { blocks } = await read(`${row(['甲', '乙'])}\\pard\\par${row(['丙', '丁'])}`);
    expect(blocks.map(({ cell }) => cell?.table)).toEqual([0, 0, 1, 1]);
  });
});

describe('notes and boxes', () => {
  it('footnotes stand at the end', async () => {
    const manuscript = await read(
      `${hex('信用')}{\\super\\chftn{\\footnote\\pard\\plain\\f1{\\super\\chftn}${hex('注释')}}}${hex('记录')}\\par${paragraph('下一段')}`,
    );
    expect(manuscript.text).toBe('信用记录\n下一段\n[脚注1] 注释');
    expect(manuscript.blocks.at(-1)).toMatchObject({ kind: 'footnote', paragraph: 1 });
  });

  it('text boxes stand at their anchor', async () => {
    const box = `{\\shp{\\*\\shpinst{\\sp{\\sn posh}{\\sv 1}}{\\shptxt \\pard\\f1 ${hex('云川省文件')}\\par}}{\\shprslt x}}`;
    const manuscript = await read(`${box}${hex('正文')}\\par`);
    expect(manuscript.text).toBe('云川省文件\n正文');
    expect(manuscript.blocks[0]?.kind).toBe('textbox');
  });
});
