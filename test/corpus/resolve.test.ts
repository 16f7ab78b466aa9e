import { describe, expect, it } from 'vitest';
import {
  backingOf,
  findTerritory,
  labelsOf,
  levelOfCitation,
  type MeasureId,
  resolveCitation,
  verdictOf,
} from '../../corpus/index.js';
import type { LibraryVersion, StatuteLibrary } from '../../model/index.js';
import { processorTime } from '../processor-time.js';
import { ARTICLES } from './resolve-cases/articles.js';
import type { Case } from './resolve-cases/case.js';
import { ENDED } from './resolve-cases/ended.js';
import { LOCAL } from './resolve-cases/local.js';
import { NAMES } from './resolve-cases/names.js';
import { NUMBERS } from './resolve-cases/numbers.js';
import { RENUMBERED } from './resolve-cases/renumbered.js';

/** Two provinces' statutes of one name, and a version of a law that is newer than the catalogue's; wording invented. */
const version = (id: number, title: string, province: string, date: string): LibraryVersion => ({
  id,
  title,
  level: province ? 'local-regulation' : 'law',
  territory: province ? { province } : null,
  number: '',
  date,
  effectiveOn: '',
  status: '现行有效',
  articles: 2,
  source: `${title}.md`,
});
const TEXTS: readonly (readonly [LibraryVersion, Readonly<Record<string, string>>])[] = [
  [
    version(1, '灯会管理条例', '河北省', '2019-05-01'),
    { 第一条: '为了让灯会热闹而有序，制定本条例。', 第二条: '灯组的高度由主办者提出。' },
  ],
  [
    version(2, '灯会管理条例', '山西省', '2018-05-01'),
    { 第一条: '为了让灯会安全，制定本条例。', 第二条: '拒不撤灯的，记入主办者的信用记录。' },
  ],
  [
    version(3, '中华人民共和国安全生产法', '', '2021-06-10'),
    { 第一条: '为了施工和生产的人都能平安回家。', 第二条: '多次违反的，列入重点监管名单。' },
  ],
];
const LIBRARY: StatuteLibrary = {
  fingerprint: 'test',
  versions: (key) =>
    TEXTS.map(([text]) => text).filter(({ title }) => title === key && title.startsWith('灯会')),
  articleNumbers: (id) => Object.keys(TEXTS.find(([text]) => text.id === id)![1]),
  article: (id, number) => {
    const text = TEXTS.find(([entry]) => entry.id === id)![1][number];
    return text === undefined ? null : { number, text, path: [] };
  },
  search: () => [],
};

const TODAY = '2026-06-08';

const read = (cite: string) => {
  const [, title = '', number = '', articles = ''] = /^(?:《(.+)》)?(?:（([^（）]+号)）)?(.*)$/u.exec(cite)!;
  return { title, number, articles: articles.split('、').filter(Boolean) };
};

const resolve = (cite: string, at: string, measures = '', library = LIBRARY) => {
  // A document without a date of its own stands after every version, unless the row is about that: 无日期.
  const [place = '', day = TODAY] = /^\d/u.test(at) ? ['', at] : at.split(' ');
  const date = day === '无日期' ? null : day;
  const citation = read(cite);
  const territory = place ? findTerritory(place) : null;
  const resolution = resolveCitation(citation, { territory, date, library });
  const kinds = measures.split(' ').filter(Boolean) as MeasureId[];
  const says =
    kinds.length === 0 ? 'unknown' : backingOf(resolution, new Map([[labelsOf(kinds)[0]!, kinds]]))[0]!.says;
  const cited = levelOfCitation(citation, territory);
  return { resolution, cited, verdict: verdictOf(resolution, cited, says) };
};

const ALL: readonly Case[] = [...NAMES, ...ENDED, ...RENUMBERED, ...ARTICLES, ...LOCAL, ...NUMBERS];

describe('resolveCitation', () => {
  const rows = ALL.map(([cite, at, verdict, expected, why]) => [cite, at, verdict, why, expected] as const);
  it.each(rows)('resolves %s (%s) as %s: %s', (cite, at, verdict, _why, expected) => {
    const { resolution, cited, verdict: got } = resolve(cite, at, expected.measures);
    const { statute, alternatives, articles, reasons } = resolution;
    const seen: Record<string, unknown> = {
      title: statute?.title ?? '',
      level: statute?.level,
      cites: cited.level,
      today: statute?.date,
      past: resolution.inForceThen?.date ?? '',
      standing: resolution.standing,
      successor: resolution.successor,
      now: articles[0]?.now,
      exists: articles[0]?.exists,
      range: resolution.range,
      score: resolution.score,
    };
    const { offers, says, measures: _, ...plain } = expected;
    const named = Object.keys(plain).map((name) => [name, seen[name]]);
    expect({ verdict: got, ...Object.fromEntries(named) }).toEqual({ verdict, ...plain });
    if (offers === '') expect(alternatives).toEqual([]);
    else if (offers) expect(alternatives.map(({ title }) => title)).toContain(offers);
    if (says) expect(reasons.join('；')).toContain(says);
  });

  it('has at least 150 cases, each with a reason and none twice', () => {
    expect(ALL.length).toBeGreaterThanOrEqual(150);
    expect(new Set(ALL.map(([cite, at, , { measures }]) => `${cite} ${at} ${measures}`)).size).toBe(
      ALL.length,
    );
    for (const [cite, , , , why] of ALL) expect(why.length, cite).toBeGreaterThan(3);
  });

  it('gives reasons in Chinese without full stops', () => {
    for (const [cite, at] of ALL) {
      for (const reason of resolve(cite, at).resolution.reasons) {
        expect(reason).toMatch(/\p{Script=Han}/u);
        expect(reason).not.toMatch(/。/u);
      }
    }
  });

  it('never takes an alternative: a statute that was not found has no score', () => {
    for (const [cite, at] of ALL) {
      const { statute, score, alternatives } = resolve(cite, at).resolution;
      if (!statute) expect(score).toBe(0);
      for (const other of alternatives) expect(other.score).toBeLessThan(1);
    }
  });

  it('takes the wording from the library, and a newer version of it before the catalogue', () => {
    const imported = (date: string): StatuteLibrary => ({
      ...LIBRARY,
      versions: (key) => (key === '安全生产法' ? [{ ...TEXTS[2]![0], date }] : []),
    });
    const same = resolve('《安全生产法》第二条', '2022-01-01', 'list', imported('2021-06-10'));
    expect(same.resolution.articles[0]!.wording).toBe('多次违反的，列入重点监管名单。');
    expect(same.verdict).toBe('verified');
    // The text that was imported is what the numbers are checked against.
    const beyond = resolve('《安全生产法》第七十八条', '2022-01-01', '', imported('2021-06-10'));
    expect(beyond.verdict).toBe('no-such-article');
    const newer = resolve('《安全生产法》第二条', '2022-01-01', 'list', imported('2025-12-27'));
    expect(newer.resolution.statute?.date).toBe('2025-12-27');
    expect(newer.resolution.inForceThen?.date).toBe('2021-06-10');
  });

  it('takes less than a millisecond a citation once the catalogue is read', () => {
    for (const [cite, at] of ALL) resolve(cite, at);
    const spent = processorTime();
    for (let round = 0; round < 5; round++) for (const [cite, at] of ALL) resolve(cite, at);
    // A machine under load is slower; a search that went wrong would be so by far more.
    expect(spent() / (5 * ALL.length)).toBeLessThan(10);
  });
});
