import { describe, expect, it } from 'vitest';
import { formatCounter } from '../../../extractors/word/number-format.js';
import { item, level, list, paragraph, read, textsOf } from './build-docx.js';

const style = (id: string, properties: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"${more}><w:name w:val="${id}"/>${properties}</w:style>`;
const styled = (text: string, id: string, more = '') => paragraph(text, `<w:pStyle w:val="${id}"/>${more}`);
const numPr = (number: number | string, ilvl = '') =>
  `<w:numPr>${ilvl}<w:numId w:val="${number}"/></w:numPr>`;

interface Row {
  readonly why: string;
  readonly numbering: string;
  readonly styles?: string;
  readonly body: string;
  readonly expected: readonly string[];
}

const ARTICLES = list(0, level(0, 'chineseCountingThousand', '第%1条'), { 1: '' });
const OUTLINE =
  level(0, 'chineseCounting', '%1、') + level(1, 'chineseCounting', '（%2）') + level(2, 'decimal', '%3.');

const rows: readonly Row[] = [
  {
    why: 'articles of a regulation are the most common list of all; a tab after the number reads as a blank',
    numbering: ARTICLES,
    body: item('为了规范信用管理，制定本办法。', 1) + item('本办法适用于本市。', 1),
    expected: ['第一条 为了规范信用管理，制定本办法。', '第二条 本办法适用于本市。'],
  },
  {
    why: 'a second paragraph (款) has no number and does not disturb the count',
    numbering: ARTICLES,
    body: item('甲', 1) + paragraph('乙') + item('丙', 1),
    expected: ['第一条 甲', '乙', '第二条 丙'],
  },
  {
    why: 'notices: a deeper level starts again under each heading; 、 and ） take no blank',
    numbering: list(0, OUTLINE, { 1: '' }),
    body:
      item('甲', 1) +
      item('乙', 1, 1) +
      item('丙', 1, 1) +
      item('丁', 1) +
      item('戊', 1, 1) +
      item('己', 1, 2),
    expected: ['一、甲', '（一）乙', '（二）丙', '二、丁', '（一）戊', '1. 己'],
  },
  {
    why: 'chapters and articles in one list: lvlRestart 0 lets articles count on over chapters',
    numbering: list(
      0,
      level(0, 'chineseCounting', '第%1章') +
        level(1, 'chineseCounting', '第%2条', '<w:lvlRestart w:val="0"/><w:suff w:val="space"/>'),
      { 1: '' },
    ),
    body: item('总则', 1) + item('甲', 1, 1) + item('乙', 1, 1) + item('罚则', 1) + item('丙', 1, 1),
    expected: ['第一章 总则', '第一条 甲', '第二条 乙', '第二章 罚则', '第三条 丙'],
  },
  {
    why: 'lvlRestart 1: the third level restarts after the first only, not after the second',
    numbering: list(
      0,
      level(0, 'decimal', '%1') +
        level(1, 'decimal', '%2)') +
        level(2, 'lowerLetter', '%3)', '<w:lvlRestart w:val="1"/>'),
      { 1: '' },
    ),
    body: [
      item('A', 1),
      item('B', 1, 1),
      item('C', 1, 2),
      item('D', 1, 1),
      item('E', 1, 2),
      item('F', 1),
      item('G', 1, 2),
    ].join(''),
    expected: ['1 A', '1) B', 'a) C', '2) D', 'b) E', '2 F', 'a) G'],
  },
  {
    why: 'the number of an outer level is shown in its own format',
    numbering: list(0, level(0, 'chineseCounting', '%1') + level(1, 'decimal', '%1.%2'), { 1: '' }),
    body: item('A', 1) + item('B', 1, 1),
    expected: ['一 A', '一.1 B'],
  },
  {
    why: 'isLgl (正规形式编号) shows all numbers in Arabic digits',
    numbering: list(0, level(0, 'chineseCounting', '%1') + level(1, 'decimal', '%1.%2', '<w:isLgl/>'), {
      1: '',
    }),
    body: item('A', 1) + item('B', 1, 1) + item('C', 1, 1),
    expected: ['一 A', '1.1 B', '1.2 C'],
  },
  {
    why: 'a deeper level before any higher one shows the higher one at its start',
    numbering: list(0, level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2'), { 1: '' }),
    body: item('B', 1, 1) + item('A', 1),
    expected: ['1.1 B', '1. A'],
  },
  {
    why: 'two lists of one definition go on counting each other',
    numbering: list(0, level(0, 'decimal', '%1、'), { 1: '', 2: '' }),
    body: item('A', 1) + item('B', 2) + item('C', 1),
    expected: ['1、A', '2、B', '3、C'],
  },
  {
    why: 'startOverride (重新开始编号) restarts once, when its list is first used',
    numbering: list(0, level(0, 'decimal', '%1、'), {
      1: '',
      2: '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>',
    }),
    body: item('A', 1) + item('B', 1) + item('C', 2) + item('D', 2),
    expected: ['1、A', '2、B', '1、C', '2、D'],
  },
  {
    why: 'an override may start at any number: an amendment that begins with 第十二条',
    numbering: list(0, level(0, 'chineseCounting', '第%1条'), {
      1: '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="12"/></w:lvlOverride>',
    }),
    body: item('A', 1) + item('B', 1),
    expected: ['第十二条 A', '第十三条 B'],
  },
  {
    why: 'an override may bring a whole level of its own',
    numbering: list(0, level(0, 'decimal', '%1.'), {
      1: `<w:lvlOverride w:ilvl="0">${level(0, 'decimalEnclosedCircle', '%1', '<w:suff w:val="nothing"/>')}</w:lvlOverride>`,
    }),
    body: item('A', 1) + item('B', 1),
    expected: ['①A', '②B'],
  },
  {
    why: 'numId 0 takes the number away that the style gives',
    numbering: ARTICLES,
    styles: style('Tiao', `<w:pPr>${numPr(1)}</w:pPr>`),
    body: styled('甲', 'Tiao') + styled('乙', 'Tiao', numPr(0)) + styled('丙', 'Tiao'),
    expected: ['第一条 甲', '乙', '第二条 丙'],
  },
  {
    why: 'a style based on a numbered style is numbered too; the level tied to it by pStyle counts',
    numbering: list(
      0,
      level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="H1"/>') +
        level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="H2"/>'),
      { 1: '' },
    ),
    styles:
      style('H1', `<w:pPr>${numPr(1)}</w:pPr>`) +
      style('H2', '<w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>') +
      style('H2x', '<w:basedOn w:val="H2"/>'),
    body: styled('甲', 'H1') + styled('乙', 'H2') + styled('丙', 'H2x') + styled('丁', 'H1'),
    expected: ['一、甲', '（一）乙', '（二）丙', '二、丁'],
  },
  {
    why: "a paragraph's own level goes before the style's",
    numbering: list(0, OUTLINE, { 1: '' }),
    styles: style('H1', `<w:pPr>${numPr(1)}</w:pPr>`),
    body: styled('甲', 'H1') + styled('乙', 'H1', numPr(1, '<w:ilvl w:val="1"/>')),
    expected: ['一、甲', '（一）乙'],
  },
  {
    why: 'the default paragraph style may be numbered (a template for articles)',
    numbering: ARTICLES,
    styles: style('a', `<w:pPr>${numPr(1)}</w:pPr>`, ' w:default="1"'),
    body: paragraph('甲') + styled('乙', 'no-such-style'),
    expected: ['第一条 甲', '第二条 乙'],
  },
  {
    why: 'numStyleLink: the levels stand in the definition behind a numbering style',
    numbering:
      '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="5"/></w:num>' +
      list(6, level(0, 'chineseCounting', '第%1条'), { 8: '' }),
    styles: `<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr>${numPr(8)}</w:pPr></w:style>`,
    body: item('甲', 7) + item('乙', 8),
    expected: ['第一条 甲', '第二条 乙'],
  },
  {
    why: 'numStyleLink in a circle is damage and must not hang',
    numbering:
      '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="5"/></w:num>',
    styles: `<w:style w:type="numbering" w:styleId="L"><w:pPr>${numPr(7)}</w:pPr></w:style>`,
    body: item('甲', 7),
    expected: ['甲'],
  },
  {
    why: 'a list that is not defined gives no number',
    numbering: '',
    body: item('甲', 42),
    expected: ['甲'],
  },
  {
    why: 'bullets read as a sign, whatever letter of Wingdings they are',
    numbering: list(0, level(0, 'bullet', '\uf06c'), { 1: '' }),
    body: item('甲', 1) + item('', 1) + item('乙', 1),
    expected: ['• 甲', '• 乙'],
  },
  {
    why: 'format none shows the literal text only',
    numbering: list(0, level(0, 'none', '附则%1'), { 1: '' }),
    body: item('甲', 1),
    expected: ['附则 甲'],
  },
  {
    why: 'an empty numbered paragraph counts and shows its number: 序号 columns consist of them',
    numbering: ARTICLES,
    body: item('甲', 1) + item('', 1) + item('乙', 1),
    expected: ['第一条 甲', '第二条', '第三条 乙'],
  },
  {
    why: 'newer formats stand beside an older one for older readers',
    numbering: list(
      0,
      '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>',
      { 1: '' },
    ),
    body: item('甲', 1),
    expected: ['01 甲'],
  },
];

describe('automatic numbering', () => {
  for (const { why, expected, ...parts } of rows) {
    it(why, async () => {
      expect(textsOf(await read(parts))).toEqual(expected);
    });
  }

  it('marks the generated number in the block, without the blank after it', async () => {
    const { text, blocks } = await read({ numbering: ARTICLES, body: paragraph('前言') + item('甲', 1) });
    expect(blocks[0]!.numbering).toBeUndefined();
    const { start, end } = blocks[1]!.numbering!;
    expect(text.slice(start, end)).toBe('第一条');
    expect(start).toBe(blocks[1]!.span.start);
  });
});

describe('number formats', () => {
  const table: readonly (readonly [format: string, value: number, expected: string])[] = [
    ['decimal', 12, '12'],
    ['decimalZero', 7, '07'],
    ['decimalZero', 12, '12'],
    ['decimalFullWidth', 12, '１２'],
    ['decimalEnclosedCircle', 20, '⑳'],
    ['decimalEnclosedCircleChinese', 21, '㉑'],
    ['decimalEnclosedCircle', 36, '㊱'],
    ['decimalEnclosedCircle', 51, '51'],
    ['decimalEnclosedParen', 3, '⑶'],
    ['decimalEnclosedFullstop', 3, '⒊'],
    ['numberInDash', 3, '-3-'],
    ['lowerLetter', 27, 'aa'],
    ['upperLetter', 3, 'C'],
    ['lowerLetter', 2_000_000_000, '2000000000'],
    ['lowerRoman', 14, 'xiv'],
    ['upperRoman', 1994, 'MCMXCIV'],
    ['upperRoman', 0, '0'],
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 21, '二十一'],
    ['chineseCountingThousand', 103, '一百零三'],
    ['japaneseCounting', 101, '一百零一'],
    ['taiwaneseCountingThousand', 12, '十二'],
    ['ideographDigital', 20, '二〇'],
    ['ideographTraditional', 3, '丙'],
    ['ideographTraditional', 11, '11'],
    ['ideographZodiac', 12, '亥'],
    ['ideographZodiacTraditional', 61, '甲子'],
    ['ideographEnclosedCircle', 3, '㊂'],
    ['chineseLegalSimplified', 123, '壹佰贰拾叁'],
    ['chineseCounting', 10_000, '10000'],
    ['cardinalText', 3, '3'],
    ['constructor', 3, '3'],
  ];
  for (const [format, value, expected] of table) {
    it(`writes ${value} as ${expected} in ${format}`, () => {
      expect(formatCounter(value, format)).toBe(expected);
    });
  }
});
