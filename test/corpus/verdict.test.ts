import { describe, expect, it } from 'vitest';
import { backingOf, labelsOf, type MeasureId, verdictOf } from '../../corpus/index.js';
import type { ArticleCheck, LegalLevel, Resolution, StatuteRef, Verdict } from '../../model/index.js';

const statute = (title: string, level: LegalLevel = 'law', date = '2020-01-01'): StatuteRef => ({
  title,
  level,
  territory: null,
  number: '',
  date,
  effectiveOn: date,
});
const article = (more: Partial<ArticleCheck> = {}): ArticleCheck => ({
  cited: '第三条',
  exists: 'yes',
  now: '',
  wording: null,
  ...more,
});
const resolution = (more: Partial<Resolution> = {}): Resolution => ({
  statute: statute('灯会法'),
  matched: 'title',
  score: 1,
  alternatives: [],
  inForceThen: null,
  standing: 'in-force',
  successor: '',
  versionDoubt: '',
  articles: [article()],
  range: '第一条至第二十条',
  reasons: [],
  ...more,
});
const unknown = { level: 'unknown', reason: '目录未收录' } as const;
const law = { level: 'law', reason: '目录收录为法律' } as const;
const gone = { statute: null, matched: 'nothing', score: 0, standing: 'unknown', articles: [] } as const;

describe('verdictOf', () => {
  it.each<
    [
      string,
      Partial<Resolution>,
      Pick<Parameters<typeof verdictOf>[1], 'level' | 'reason'>,
      'yes' | 'no' | 'unknown',
      Verdict,
    ]
  >([
    ['nothing was found', gone, unknown, 'unknown', 'not-catalogued'],
    [
      'nothing was found, though the number is central',
      gone,
      { level: 'central-policy', reason: '' },
      'yes',
      'not-catalogued',
    ],
    [
      'nothing was found, and it calls itself a judicial interpretation',
      gone,
      { level: 'judicial-interpretation', reason: '' },
      'unknown',
      'judgement',
    ],
    [
      'nothing was found, and it calls itself a draft',
      gone,
      { level: 'unknown', reason: '名称表明是草案' },
      'unknown',
      'judgement',
    ],
    ['several statutes fit', { ...gone, matched: 'ambiguous' }, unknown, 'unknown', 'judgement'],
    ['only similar titles are known', { ...gone, matched: 'near' }, unknown, 'unknown', 'not-catalogued'],
    [
      'another act says that it ended',
      { ...gone, standing: 'ended', successor: '灯会条例' },
      unknown,
      'unknown',
      'ended',
    ],
    ['the statute ended', { standing: 'ended' }, law, 'yes', 'ended'],
    [
      'the statute ended, and the article never was',
      { standing: 'ended', articles: [article({ exists: 'no' })] },
      law,
      'unknown',
      'ended',
    ],
    [
      'a judicial interpretation',
      { statute: statute('某解释', 'judicial-interpretation') },
      law,
      'yes',
      'judgement',
    ],
    [
      'a judicial interpretation that ended',
      { statute: statute('某解释', 'judicial-interpretation'), standing: 'ended' },
      law,
      'yes',
      'ended',
    ],
    ['its standing is not known', { standing: 'unknown' }, law, 'yes', 'judgement'],
    ['title and number disagree', { score: 0.5 }, law, 'yes', 'judgement'],
    ['the article has another number today', { articles: [article({ now: '第五条' })] }, law, 'yes', 'ended'],
    [
      'the article was dropped',
      { articles: [article({ exists: 'no', existedThen: 'yes' })] },
      law,
      'unknown',
      'ended',
    ],
    ['the article never was', { articles: [article({ exists: 'no' })] }, law, 'unknown', 'no-such-article'],
    [
      'the article is not there today, before is not known',
      { articles: [article({ exists: 'no', existedThen: 'unknown' })] },
      law,
      'unknown',
      'no-such-article',
    ],
    [
      'one of two articles never was',
      { articles: [article(), article({ exists: 'no' })] },
      law,
      'yes',
      'no-such-article',
    ],
    ['no article is cited', { articles: [] }, law, 'unknown', 'judgement'],
    [
      'whether the article exists is not known',
      { articles: [article({ exists: 'unknown' })] },
      law,
      'yes',
      'judgement',
    ],
    ['the article says something else', {}, law, 'no', 'mismatch'],
    ['the wording is not at hand', {}, law, 'unknown', 'judgement'],
    ['the article provides for it', {}, law, 'yes', 'verified'],
    [
      'the article provides for it, in a text that is no basis',
      { statute: statute('某办法', 'departmental-rule') },
      { level: 'departmental-rule', reason: '' },
      'yes',
      'verified',
    ],
  ])('where %s', (_where, more, cited, provides, verdict) => {
    expect(verdictOf(resolution(more), cited, provides)).toBe(verdict);
  });
});

describe('backingOf', () => {
  const food = statute('中华人民共和国食品安全法', 'law', '2021-04-29');
  it.each<[string, Partial<Resolution>, string, 'yes' | 'no' | 'unknown']>([
    [
      'the wording names the measure',
      { articles: [article({ wording: '记入信用记录。' })] },
      'record',
      'yes',
    ],
    [
      'the wording is of something else',
      { articles: [article({ wording: '灯组应当防雨。' })] },
      'record',
      'no',
    ],
    ['an empty wording says nothing', { articles: [article({ wording: ' ' })] }, 'record', 'unknown'],
    [
      'one of two articles is enough',
      { articles: [article({ wording: '灯组应当防雨。' }), article({ wording: '列入黑名单。' })] },
      'list',
      'yes',
    ],
    [
      'one of two articles is not known',
      { articles: [article({ wording: '灯组应当防雨。' }), article()] },
      'list',
      'unknown',
    ],
    [
      'no wording, but the catalogue knows the article',
      { statute: food, articles: [article({ cited: '第一百一十三条' })] },
      'record',
      'yes',
    ],
    [
      'no wording, and the catalogue knows that nothing stands in it',
      { statute: food, articles: [article({ cited: '第一条' })] },
      'record',
      'no',
    ],
    [
      'the facts are of another version',
      { statute: { ...food, date: '2015-04-24' }, articles: [article({ cited: '第一条' })] },
      'record',
      'unknown',
    ],
    [
      'the article moved: the new one is judged',
      { statute: food, articles: [article({ cited: '第七十九条', now: '第一百一十三条' })] },
      'record',
      'yes',
    ],
    [
      'the article does not exist',
      { articles: [article({ exists: 'no', wording: null })] },
      'record',
      'unknown',
    ],
    [
      'no kind of measure is named: what it rests on can not be told',
      { articles: [article({ wording: '记入信用记录。' })] },
      '',
      'unknown',
    ],
    [
      'the article forbids the measure',
      { articles: [article({ wording: '任何单位不得将经营者列入黑名单。' })] },
      'list',
      'unknown',
    ],
    [
      'it forbids one thing and orders another',
      { articles: [article({ wording: '不得公开家庭住址。伪造灯组的，列入黑名单。' })] },
      'list',
      'yes',
    ],
    [
      'a bar that begins with 不得 is the measure itself',
      { articles: [article({ wording: '三年内不得参加投标。' })] },
      'tender',
      'yes',
    ],
    [
      'the cited 款 says something else than the article',
      { articles: [article({ cited: '第七条第一款', wording: '灯组应当防雨。\n伪造灯组的，列入黑名单。' })] },
      'list',
      'no',
    ],
    [
      'the cited 款 says it',
      { articles: [article({ cited: '第七条第二款', wording: '灯组应当防雨。\n伪造灯组的，列入黑名单。' })] },
      'list',
      'yes',
    ],
    [
      'one of two kinds is provided for',
      { articles: [article({ wording: '列入黑名单。' })] },
      'list joint',
      'unknown',
    ],
    ['no article is cited', { articles: [] }, 'record', 'unknown'],
    ['no statute was found', { statute: null }, 'record', 'unknown'],
  ])('%s', (_why, more, measures, answer) => {
    const kinds = measures.split(' ').filter(Boolean) as MeasureId[];
    const label = labelsOf(kinds)[0] ?? 'D';
    const [backing] = backingOf(resolution(more), new Map([[label, kinds]]));
    expect(backing!.says).toBe(answer);
  });
});
