import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReadText, repaired } from '../../../extractors/ocr/repair.js';
import type { Block, RecognisedLine, Span } from '../../../model/index.js';

/** Paragraphs that were recognised, each in one line; the characters between ‹ and › are doubtful. */
const readText = (paragraphs: readonly string[], recognised = true): ReadText => {
  const blocks: Block[] = [];
  const lines: RecognisedLine[] = [];
  let text = '';
  paragraphs.forEach((marked, index) => {
    if (index > 0) text += '\n';
    const start = text.length;
    const doubtful: Span[] = [];
    for (const part of marked.split(/(‹[^›]*›)/u)) {
      const plain = part.replace(/[‹›]/gu, '');
      if (part.startsWith('‹')) doubtful.push({ start: text.length, end: text.length + plain.length });
      text += plain;
    }
    const span = { start, end: text.length };
    blocks.push({ kind: 'paragraph', span, paragraph: index + 1, page: 1 });
    lines.push({ span, page: 1, box: { x: 0, y: 0, width: 1, height: 1 }, confidence: 0.9, doubtful });
  });
  return { text, blocks, lines: [], recognised: recognised ? lines : [] };
};

const mended = (...paragraphs: string[]): string[] => repaired(readText(paragraphs)).text.split('\n');

describe('brackets of 文号', () => {
  it.each([
    ['the opening one read as 1', '国办发12020]49号', '国办发〔2020〕49号'],
    ['both as square ones', '国办发[2020]49号', '国办发〔2020〕49号'],
    ['both as full-width square ones', '清政发［2018］12号', '清政发〔2018〕12号'],
    ['a pair that does not match', '清信〔2016]7号', '清信〔2016〕7号'],
    ['a heavy pair', '东府【2016］3号', '东府〔2016〕3号'],
    ['the closing one read as 1', '国办发〔2020149号', '国办发〔2020〕49号'],
    ['the closing one read as l', '清府办函〔2019l3号', '清府办函〔2019〕3号'],
    ['both read as strokes', '国办发|2020|49号', '国办发〔2020〕49号'],
    ['the closing one missing', '国办发〔202049号', '国办发〔2020〕49号'],
    ['the opening one missing', '国办发2020〕49号', '国办发〔2020〕49号'],
    ['half a round pair', '国办发（2020〕49号', '国办发〔2020〕49号'],
    ['letters among the digits', '国办发〔2O2O〕4l号', '国办发〔2020〕41号'],
    ['blanks inside', '国办发〔 2020 ] 49 号', '国办发〔2020〕 49 号'],
    ['in a sentence', '根据《意见》（国办发[2020]49号）的要求', '根据《意见》（国办发〔2020〕49号）的要求'],
  ])('%s', (_why, text, expected) => {
    expect(mended(text)).toEqual([expected]);
  });

  it.each([
    ['nothing is wrong', '国办发〔2020〕49号'],
    ['round brackets may have been printed', '清府办（2003）12号'],
    ['without any bracket the digits may be a number', '国办发202049号'],
    ['no issuer stands before', 'A[2020]3号'],
    ['no year anybody files', '国办发[2920]49号'],
    ['a stroke behind a word that issues nothing', '长12020]49号'],
    ['a year and a number in a sentence', '自2020年起第49号'],
    ['a street number', '中山路12020149号'],
  ])('are left where %s', (_why, text) => {
    expect(mended(text)).toEqual([text]);
  });
});

describe('numbers of articles and headings', () => {
  it.each([
    ['a dash for 一', ['第十条 甲', '第十-条 乙', '第十二条 丙'], '第十一条 乙'],
    ['一 twice for 十一', ['第十条 甲', '第一一条 乙', '第十二条 丙'], '第十一条 乙'],
    ['a plus for 十', ['第九条 甲', '第＋条 乙', '第十一条 丙'], '第十条 乙'],
    ['入 for 八', ['第七条 甲', '第入条 乙', '第九条 丙'], '第八条 乙'],
    ['a dot for 一', ['第一章 总则', '第·条 乙', '第二条 丙'], '第一条 乙'],
    ['nothing for 一', ['第一章 总则', '第条 乙', '第二条 丙'], '第一条 乙'],
    ['a lost 一 that is doubtful', ['第三十条 甲', '第‹三十›条 乙', '第三十二条 丙'], '第三十一条 乙'],
    ['the last of the document', ['第八条 甲', '第九条 乙', '第＋条 丙'], '第九条 乙'],
    ['a chapter', ['第一章 总则', '第=章 分则', '第三章 附则'], '第二章 分则'],
    ['a heading', ['一、甲', '=、乙', '三、丙'], '二、乙'],
    ['the first heading', ['-、甲', '二、乙', '三、丙'], '二、乙'],
    ['a bracketed heading', ['（一）甲', '（=）乙', '（三）丙'], '（二）乙'],
  ])('%s', (_why, paragraphs, expected) => {
    expect(mended(...paragraphs)[1]).toBe(expected);
  });

  it('are mended at the beginning and the end of a sequence, too', () => {
    expect(mended('-、甲', '二、乙', '三、丙')[0]).toBe('一、甲');
    expect(mended('第八条 甲', '第九条 乙', '第＋条 丙')[2]).toBe('第十条 丙');
    expect(mended('第十条 甲', '第十-条 乙', '第十=条 丙', '第十三条 丁').slice(1, 3)).toEqual([
      '第十一条 乙',
      '第十二条 丙',
    ]);
  });

  it.each([
    ['the neighbours leave more than one value', ['第十条 甲', '第十-条 乙', '第十五条 丙']],
    ['it looks like another numeral', ['第十条 甲', '第彡条 乙', '第十二条 丙']],
    ['no neighbour proves it', ['第-条 甲']],
    ['a good number out of place is sure', ['第三十条 甲', '第三十条 乙', '第三十二条 丙']],
    ['an article is cited inside a paragraph', ['第一条 甲', '依照第-条', '第二条 丙']],
    ['words begin like a number', ['一、甲', '大、乙', '三、丙']],
  ])('are left where %s', (_why, paragraphs) => {
    expect(mended(...paragraphs)).toEqual(paragraphs.map((text) => text.replace(/[‹›]/gu, '')));
  });
});

describe('digits of dates', () => {
  it.each([
    ['O and l', '2O21年l月', '2021年1月'],
    ['all three', '2O21年1O月l日', '2021年10月1日'],
    ['month and day without a year', '于l2月3l日前报送', '于12月31日前报送'],
    ['a year alone', '到2O20年底', '到2020年底'],
    ['a year in Chinese digits', '二O二一年三月', '二〇二一年三月'],
    ['zeros among Chinese digits', '二00八年', '二〇〇八年'],
  ])('%s', (_why, text, expected) => {
    expect(mended(text)).toEqual([expected]);
  });

  it.each([
    ['no such month', '2021年l9月'],
    ['a letter of a word', 'HELLO年'],
    ['a month alone', 'l月'],
    ['no such year', 'OOOO年'],
    ['nothing is wrong', '2021年1月6日'],
  ])('are left: %s', (_why, text) => {
    expect(mended(text)).toEqual([text]);
  });
});

describe('repairs', () => {
  const paragraphs = ['清信[2016]7‹号›', '第八条 甲', '第九条 乙', '第‹＋›条 自2O16年l月1日起施行。'];

  it('keep what was recognised and move all spans with the text', () => {
    const { text, blocks, recognised, repairs } = repaired(readText(paragraphs));
    const at = ({ start, end }: Span): string => text.slice(start, end);
    expect(repairs.map(({ span, original, rule }) => [original, at(span), rule])).toEqual([
      ['[2016]', '〔2016〕', 'document-number-brackets'],
      ['＋', '十', 'article-sequence'],
      ['2O16', '2016', 'date-digits'],
      ['l', '1', 'date-digits'],
    ]);
    expect(blocks.map(({ span }) => at(span))).toEqual(text.split('\n'));
    expect(recognised.map(({ span }) => at(span))).toEqual(text.split('\n'));
    expect(recognised.flatMap(({ doubtful }) => doubtful.map(at))).toEqual(['号', '十']);
  });

  it('never touch text that was not recognised', () => {
    const read = readText(paragraphs, false);
    expect(repaired(read)).toEqual({ ...read, repairs: [] });
    // Only the first paragraph was.
    const some = { ...read, recognised: readText(paragraphs).recognised.slice(0, 1) };
    expect(repaired(some).repairs.map(({ original }) => original)).toEqual(['[2016]']);
  });

  it('taken back give what was recognised, and spans stay in order, whatever the text', () => {
    const piece = fc.constantFrom(
      ...[
        '第十',
        '-',
        '条',
        '国办发',
        '[',
        '2020',
        '149',
        ']',
        '号',
        '2O21',
        '年',
        'l',
        '月',
        '3',
        '日',
        '一、',
        '=、',
        '三、',
        '＋',
        '甲乙',
      ],
    );
    const paragraph = fc.array(piece, { minLength: 1, maxLength: 10 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 8 }), (texts) => {
        const before = readText(texts);
        const { text, blocks, recognised, repairs } = repaired(before);
        let back = text;
        for (const { span, original } of [...repairs].reverse())
          back = back.slice(0, span.start) + original + back.slice(span.end);
        expect(back).toBe(before.text);
        expect(blocks.map(({ span }) => text.slice(span.start, span.end)).join('\n')).toBe(text);
        expect(recognised.map(({ span }) => span)).toEqual(blocks.map(({ span }) => span));
        // Mended once, nothing is left to mend.
        expect(repaired({ text, blocks, lines: [], recognised }).repairs).toEqual([]);
      }),
      { numRuns: 300, seed: 11 },
    );
  });
});
