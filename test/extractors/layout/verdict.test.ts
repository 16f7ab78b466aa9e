import { describe, expect, it } from 'vitest';
import type { Glyph, PageContent } from '../../../extractors/layout/page.js';
import { verdictOf } from '../../../extractors/layout/verdict.js';
import { A4 } from '../../fixtures/pdf.js';

const FULL = { x: 0, y: 0, width: A4.width, height: A4.height, resolution: 2.78, pixels: 3_800_000 };

/** Lines of 30 characters from a height downwards. */
const glyphsOf = (text: string, top = 200): Glyph[] =>
  [...text].map((char, index) => ({
    char,
    x: 74 + (index % 30) * 15,
    y: top + Math.floor(index / 30) * 28,
    width: char.charCodeAt(0) < 0x7f ? 7.5 : 15,
    height: 15,
    baseline: top + 13 + Math.floor(index / 30) * 28,
    size: 15,
    bold: false,
  }));

const page = (glyphs: readonly Glyph[], more: Partial<PageContent> = {}): PageContent => ({
  number: 1,
  ...A4,
  glyphs,
  asides: [],
  rules: [],
  damaged: 0,
  imageShare: more.pictures ? 1 : 0,
  pictures: [],
  invisible: 0,
  objects: 10,
  ...more,
});

/** Words as an English page has them, each letter in its place. */
const words = (text: string): Glyph[] => {
  let x = 74;
  return [...text].map((char) => {
    const glyph = { char, x, y: 200, width: 7, height: 15, baseline: 213, size: 15, bold: false };
    x += 7;
    return glyph;
  });
};

const CHINESE = '各单位应当认真做好档案管理工作，定期检查，及时报告办理情况。'.repeat(4);
/** GBK bytes read as Latin-1. */
const MOJIBAKE = Buffer.from('d6d0bbaac8cbc3f1b9b2bacdb9fab5b5b0b8b7a8'.repeat(4), 'hex').toString('latin1');
const RARE = String.fromCodePoint(...Array.from({ length: 60 }, (_, i) => 0x3400 + 37 * i));

describe('what a page is to a reader of text', () => {
  it.each([
    ['Chinese text', page(glyphsOf(CHINESE)), 'text'],
    [
      'Chinese text over a picture that fills the page',
      page(glyphsOf(CHINESE), { pictures: [FULL] }),
      'text',
    ],
    [
      'English text',
      page(words('The archives shall be kept in good order by every department of the city government.')),
      'text',
    ],
    [
      'a list of numbers',
      page(glyphsOf('1234.56 7890.12 3456.78 9012.34 5678.90 1234.56 7890.12 '.repeat(3))),
      'text',
    ],
    ['codes and abbreviations among Chinese', page(glyphsOf(`${CHINESE}GB/T 33190 ISO BZDK`)), 'text'],
    ['a short line', page(glyphsOf('第一条')), 'text'],
    ['nothing', page([], { objects: 0 }), 'blank'],
    ['a scan', page([], { pictures: [FULL] }), 'image'],
    ['a scan with a page number', page(glyphsOf('- 1 -', 800), { pictures: [FULL] }), 'image'],
    [
      'a scan with a running head and the scanner’s advertisement',
      page([...glyphsOf('清水市档案局内部资料注意保存', 40), ...glyphsOf('由扫描全能王扫描创建', 800)], {
        pictures: [FULL],
      }),
      'image',
    ],
    [
      'a letterhead picture with few words in the middle',
      page(glyphsOf('本页为档案馆藏说明，请妥善保管并按期归还。', 400), { pictures: [FULL] }),
      'text',
    ],
    ['bytes of GBK as Latin letters', page(glyphsOf(MOJIBAKE)), 'garbage'],
    ['glyph numbers as ASCII', page(glyphsOf('!"#$%&\'()*+,-./0123;<=>?@[]^_`{|}~XQZ'.repeat(3))), 'garbage'],
    ['Chinese characters at random', page(glyphsOf(RARE)), 'garbage'],
    ['more damaged characters than letters', page(glyphsOf('1.2.3.'), { damaged: 40 }), 'garbage'],
    [
      'a fair hidden reading under a scan',
      page(glyphsOf(CHINESE), { pictures: [FULL], invisible: CHINESE.length }),
      'text',
    ],
    [
      'a hidden reading by a program that knows no Chinese',
      page(glyphsOf('ZR AE&RAV #H %TJ "7E BRR FHA|] 1E£ AABBCC KKK'.repeat(2)), {
        pictures: [FULL],
        invisible: 90,
      }),
      'garbage',
    ],
    [
      'a hidden reading with letters and signs mixed through',
      page(glyphsOf('各#位应z认真&好档x管理^作，定l检查~及时|告办理i况'.repeat(3)), {
        pictures: [FULL],
        invisible: 90,
      }),
      'garbage',
    ],
    ['a recognised page', page(glyphsOf('第一条'), { recognised: true }), 'text'],
    ['a recognised photograph', page([], { recognised: true }), 'wordless'],
    ['a recognised blank sheet', page([], { recognised: true, objects: 0 }), 'blank'],
    ['a page that could not be loaded', null, 'broken'],
  ] as const)('%s', (_name, content, verdict) => {
    expect(verdictOf(content)).toBe(verdict);
  });
});
