import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAbbreviations, findCitations } from '../../../extractors/citations/index.js';
import type { Citation } from '../../../model/index.js';
import { CASES } from './cases.js';

const shown = (text: string, { kind, start, end, title, number, articles }: Citation): string =>
  [kind, text.slice(start, end), title, number, articles.join(' ')].join('|');

for (const [group, cases] of Object.entries(CASES)) {
  describe(`citations: ${group}`, () => {
    it.each(cases)('%s: %s', (_reason, text, citations) => {
      expect(findCitations(text).map((citation) => shown(text, citation))).toEqual(citations);
    });
  });
}

describe('short names of a whole document', () => {
  const document = '为落实《云川省社会信用条例》（云发〔2020〕4号，以下简称《条例》），制定本办法。';

  it('are given by findAbbreviations', () => {
    expect([...findAbbreviations(document)]).toEqual([['条例', '云川省社会信用条例']]);
  });

  it('resolve in a passage that does not introduce them', () => {
    const [citation] = findCitations('违反《条例》第九条的', findAbbreviations(document));
    expect(citation).toMatchObject({ title: '云川省社会信用条例', articles: ['第九条'] });
  });

  it('do not take 本条例 for the text that is called 条例', () => {
    const [citation] = findCitations('违反本条例第九条的', findAbbreviations(document));
    expect(citation).toMatchObject({ kind: 'self', title: '' });
  });

  it('of a form are not kept', () => {
    expect(findAbbreviations('申领《清水市居住证》（以下简称《居住证》）').size).toBe(0);
  });

  it('resolve a document called after its number', () => {
    const text = '《云川省信用意见》（云发〔2020〕10号，以下简称“云发10号文件”）。按云发10号文件办理';
    expect(findCitations(text).at(-1)).toMatchObject({ title: '云川省信用意见' });
  });
});

describe('what holds for every text', () => {
  const piece = fc.constantFrom(
    ...'《》〈〉（）“”、，。；\n 第一二十百三〇3９条款项目之至和及与号令公告本前该法条例办法刑宪云发〔〕2020<b>以下简称的规定'.split(
      '',
    ),
    '《云川条例》',
    '第三条',
    '第（一）项',
    '（以下简称《办法》）',
    '云发〔2020〕4号',
    '前款',
    '本条例',
    '行政许可法',
    '有关法律、法规',
  );
  const texts = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  it('citations lie in the text, in order, without overlaps, and say something', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let floor = 0;
        for (const { start, end, title, number, articles } of findCitations(text)) {
          expect(start).toBeGreaterThanOrEqual(floor);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(title + number + articles.join('')).not.toBe('');
          floor = end;
        }
      }),
      { numRuns: 400 },
    );
  });

  const phrase = fc.constantFrom(
    ['违反《云川条例》第 12 条第 3 款', '违反《云川条例》第12条第3款'],
    ['依照云办发 〔2020〕 49 号', '依照云办发〔2020〕49号'],
    ['按照本办法第 三 条规定', '按照本办法第三条规定'],
    ['《云川省 信用\n条例》另有规定', '《云川省信用条例》另有规定'],
    ['依照刑法第三 十条处罚', '依照刑法第三十条处罚'],
    ['根据国务院令第 588 号', '根据国务院令第588号'],
    ['符合前款第 （二） 项的', '符合前款第（二）项的'],
  );

  it('white space inside of a reference does not change what it says', () => {
    const said = (text: string) =>
      findCitations(text).map(({ start, end, ...rest }) => ({
        ...rest,
        words: text.slice(start, end).replace(/\s/g, ''),
      }));
    fc.assert(
      fc.property(fc.array(phrase, { maxLength: 8 }), (phrases) => {
        const [spaced, tight] = [0, 1].map((side) => phrases.map((each) => each[side]).join('。'));
        expect(said(spaced!)).toEqual(said(tight!));
      }),
      { numRuns: 100 },
    );
  });

  it('what a relative citation means is said of self and relative ones alone, and counts from an article', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { kind, title, refersTo } of findCitations(`第十二条 ${text}`)) {
          if (!refersTo) continue;
          if (!/^(?:条例|办法|法)$/.test(title)) expect(['self', 'relative']).toContain(kind);
          if (kind === 'relative')
            for (const entry of refersTo.articles) expect(entry).toMatch(/^第.{1,14}条/u);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a text behind an empty line does not change what was found before it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const alone = findCitations(`${text}。\n\n`);
        expect(findCitations(`${text}。\n\n云川`).slice(0, alone.length)).toEqual(alone);
      }),
      { numRuns: 200 },
    );
  });
});
