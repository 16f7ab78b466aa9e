import { describe, expect, it } from 'vitest';
import {
  type Correction,
  type Manuscript,
  type RecognisedLine,
  RefusedCorrection,
  recognitionOf,
  sourceSpan,
  UsageError,
} from '../../../model/index.js';
import { correctManuscript, doubtfulWords } from '../../../pipeline/index.js';
import { manuscriptOf } from '../../manuscripts.js';

/** Two lines of print joined to one paragraph, and a line for the signature. */
const TEXT = '第一条 对列人黑各单的企业，实施失信联台惩戒。\n清水市商务局';

const line = (words: string, doubtful: readonly string[] = []): RecognisedLine => {
  const start = TEXT.indexOf(words);
  return {
    span: { start, end: start + words.length },
    page: 1,
    box: { x: 80, y: 100, width: 16 * words.length, height: 20 },
    confidence: 0.9,
    doubtful: doubtful.map((doubt) => {
      const at = TEXT.indexOf(doubt);
      return { start: at, end: at + doubt.length };
    }),
  };
};

const READ: Manuscript = {
  ...manuscriptOf(TEXT),
  format: 'image',
  pages: 1,
  recognised: [
    line('第一条 对列人黑各单的企业，', ['人黑', '各']),
    line('实施失信联台惩戒。', ['联台惩']),
    line('清水市商务局'),
  ],
  repairs: [{ span: { start: 1, end: 2 }, original: '—', rule: 'article-sequence' }],
};

const correction = (original: string, replacement: string): Correction => {
  const start = TEXT.indexOf(original);
  return { span: { start, end: start + original.length }, original, replacement };
};

const doubts = (manuscript: Manuscript): string[] => doubtfulWords(manuscript).map(({ text }) => text);

describe('a correction', () => {
  it('changes its words and nothing else of the text', () => {
    const { manuscript } = correctManuscript(READ, [
      correction('联台', '联合'),
      correction('人黑各', '入“黑名'),
    ]);
    expect(manuscript.text).toBe('第一条 对列入“黑名单的企业，实施失信联合惩戒。\n清水市商务局');
    expect(manuscript).toMatchObject({ format: 'image', pages: 1, metadata: [], notes: [] });
  });

  it('takes away the doubt where a person has read, and leaves it beside', () => {
    expect(doubts(READ)).toEqual(['人黑', '各', '联台惩']);
    expect(doubts(correctManuscript(READ, [correction('各', '名')]).manuscript)).toEqual(['人黑', '联台惩']);
    expect(doubts(correctManuscript(READ, [correction('列人', '列入')]).manuscript)).toEqual([
      '黑',
      '各',
      '联台惩',
    ]);
    expect(doubts(correctManuscript(READ, [correction('台', '合')]).manuscript)).toEqual([
      '人黑',
      '各',
      '联',
      '惩',
    ]);
  });

  it('that leaves the words as they are says that they were read rightly', () => {
    const { manuscript } = correctManuscript(READ, [correction('各', '各')]);
    expect(manuscript.text).toBe(TEXT);
    expect(doubts(manuscript)).toEqual(['人黑', '联台惩']);
    expect(recognitionOf(manuscript, correction('各', '').span)).toBe('sure');
  });

  it('takes away the repair that it touches, and no other', () => {
    expect(correctManuscript(READ, [correction('一条', '二条')]).manuscript.repairs).toEqual([]);
    expect(correctManuscript(READ, [correction('第', '苐')]).manuscript.repairs).toEqual(READ.repairs);
    const { manuscript } = correctManuscript(READ, [correction('第', '')]);
    expect(manuscript.repairs![0]!.span).toEqual({ start: 0, end: 1 });
  });

  it('over the border of two lines of print leaves each its share', () => {
    const { manuscript } = correctManuscript(READ, [correction('，实施', '、应当实行')]);
    expect(manuscript.recognised!.map(({ span }) => manuscript.text.slice(span.start, span.end))).toEqual([
      '第一条 对列人黑各单的企业、',
      '应当实行失信联台惩戒。',
      '清水市商务局',
    ]);
  });

  it('that takes away all of a line leaves no line of nothing', () => {
    const { manuscript } = correctManuscript(READ, [correction('清水市商务局', '')]);
    expect(manuscript.text.endsWith('戒。\n')).toBe(true);
    expect(manuscript.recognised).toHaveLength(2);
    expect(manuscript.blocks).toHaveLength(2);
  });

  it.each([
    ['two characters for two', '各单', '名单', '各单'],
    ['one character for two', '亻言', '信', '亻'],
    ['two characters for three', '亻言用', '信用', '亻言用'],
    ['three characters for two', '联台', '联、合', '联台'],
    ['two characters for one', '台', '合并', '台'],
  ])('leads into the source where it replaces %s', (_name, original, replacement, source) => {
    const text = `甲${original}乙`;
    const html = { ...manuscriptOf(text), sourceMap: [{ at: 0, source: 100, length: text.length }] };
    const { manuscript, places } = correctManuscript(html, [
      { span: { start: 1, end: 1 + original.length }, original, replacement },
    ]);
    const { start, end } = sourceSpan(
      manuscript.sourceMap!,
      places.spanToCorrected({ start: 1, end: 1 + original.length }),
    );
    expect(text.slice(start - 100, end - 100)).toBe(source);
    const around = sourceSpan(manuscript.sourceMap!, { start: 0, end: manuscript.text.length });
    expect(around).toEqual({ start: 100, end: 100 + text.length });
  });

  it('of another text is handed back and not applied, while the others are', () => {
    const current = correction('联台', '联合');
    const stale = [
      { ...correction('黑各单', '黑名单'), original: '黑冬单' },
      { span: { start: TEXT.length - 1, end: TEXT.length + 1 }, original: '局办', replacement: '局' },
      // Over another one, but of another text.
      { ...current, original: '联占' },
    ];
    const { manuscript, outdated } = correctManuscript(READ, [stale[0]!, current, stale[1]!, stale[2]!]);
    expect(outdated).toEqual(stale);
    expect(manuscript.text).toBe(TEXT.replace('联台', '联合'));
  });
});

describe('a correction is refused', () => {
  const cell: Manuscript = { ...manuscriptOf('甲'), text: '甲乙\n丙', blocks: [] };
  const inCell = {
    ...cell,
    blocks: [{ kind: 'cell' as const, span: { start: 0, end: 4 }, paragraph: 1 }],
  };
  const astral = manuscriptOf('甲𠮷乙');
  it.each<[string, Manuscript, Correction, RegExp]>([
    ['with a line break', READ, correction('企业，', '企业，\n'), /不能换行/],
    ['with a line separator', READ, correction('企业，', '企业\u2028'), /不能换行/],
    ['with a control character', READ, correction('企业', '企\u0000业'), /无法显示/],
    ['with half a character', READ, correction('企业', '企\ud842'), /无法显示/],
    ['over two blocks', READ, correction('戒。\n清水', '戒。清水'), /跨行或跨段/],
    [
      'over two lines of a cell',
      inCell,
      { span: { start: 1, end: 4 }, original: '乙\n丙', replacement: '乙丙' },
      /跨行或跨段/,
    ],
    ['outside of blocks', cell, { span: { start: 0, end: 1 }, original: '甲', replacement: '申' }, /跨段/],
    ['of nothing', READ, { span: { start: 3, end: 3 }, original: '', replacement: '名' }, /没有选中/],
    ['before the text', READ, { span: { start: -1, end: 1 }, original: '', replacement: '名' }, /没有选中/],
    ['of no place', READ, { span: { start: Number.NaN, end: 1 }, original: '', replacement: '' }, /没有选中/],
    [
      'that cuts a character',
      astral,
      { span: { start: 0, end: 2 }, original: '甲\ud842', replacement: '申' },
      /切开/,
    ],
  ])('%s', (_name, manuscript, refused, message) => {
    const act = () => correctManuscript(manuscript, [refused]);
    expect(act).toThrow(RefusedCorrection);
    expect(act).toThrow(message);
    expect(act).toThrow(UsageError);
  });

  it('where it overlaps another, which the words name', () => {
    const all = [correction('各单的', '名单的'), correction('黑各', '黑名')];
    expect(() => correctManuscript(READ, all)).toThrow('“黑各”与“各单的”两处更正有重叠');
    expect(() => correctManuscript(READ, [correction('各单', '名单'), correction('黑', '黒')])).not.toThrow();
  });
});

describe('doubtful words', () => {
  it('stand on the page where their line has them, in order', () => {
    expect(doubtfulWords(READ)).toMatchObject([
      { text: '人黑', page: 1, confidence: 0.9 },
      { text: '各', page: 1, confidence: 0.9 },
      { text: '联台惩', page: 1, confidence: 0.9 },
    ]);
    const [first, second] = doubtfulWords(READ).map(({ box }) => box);
    // Two of thirteen characters and a blank, half as wide, of a line 14 units long, behind five of them and the blank.
    expect(first).toMatchObject({ y: 100, height: 20 });
    expect(first!.x).toBeCloseTo(80 + (5.5 / 13.5) * 14 * 16);
    expect(first!.width).toBeCloseTo((2 / 13.5) * 14 * 16);
    expect(second!.x).toBeCloseTo(80 + (7.5 / 13.5) * 14 * 16);
  });

  it('are those of a passage where one is given', () => {
    const { span } = correction('各单', '');
    expect(doubtfulWords(READ, span).map(({ text }) => text)).toEqual(['各']);
    expect(doubtfulWords(READ, { start: 0, end: 1 })).toEqual([]);
  });

  it('are none where nothing was recognised', () => {
    expect(doubtfulWords(manuscriptOf('第一条 正文'))).toEqual([]);
  });
});
