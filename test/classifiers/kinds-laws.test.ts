import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindsOf } from '../../classifiers/index.js';
import { type Kinds, LABELS, type SaidKind } from '../../model/index.js';
import { processorTime } from '../processor-time.js';

const PHRASES = [
  '对失信企业',
  '由市水务局',
  '限制参加政府采购',
  '取消评优资格',
  '记入信用档案',
  '向社会公布',
  '列入黑名单',
  '移出黑名单',
  '个人',
  '实施联合惩戒',
  '守信',
  '，',
  '。',
  '；',
  '：',
  '\n',
  '\n（一）',
  '“',
  ' ',
];
const text = fc.array(fc.constantFrom(...PHRASES), { maxLength: 30 }).map((parts) => parts.join(''));
const labels = fc.subarray([...LABELS]);
const all = ({ punishment, disclosure, blacklist, subject, actors }: Kinds): readonly SaidKind<string>[] => [
  ...punishment,
  ...disclosure,
  ...blacklist,
  subject,
  ...actors,
];

describe('kinds of any text', () => {
  it('have words that stand where they say, apart from each other, at most a few', () => {
    fc.assert(
      fc.property(text, text, labels, (words, lead, given) => {
        for (const kind of all(kindsOf({ text: words, lead }, given))) {
          for (const { start, end, text: said, in: place } of kind.words) {
            expect(said).not.toBe('');
            expect((place === 'lead' ? lead : words).slice(start, end)).toBe(said);
          }
          expect(kind.words.length).toBeLessThanOrEqual(4);
        }
      }),
    );
  });

  it('are looked for under the labels that were given, and P has at least one', () => {
    fc.assert(
      fc.property(text, labels, (words, given) => {
        const { punishment, disclosure, blacklist, actors } = kindsOf({ text: words }, given);
        expect(punishment.length > 0).toBe(given.includes('P'));
        if (!given.includes('D')) expect(disclosure).toEqual([]);
        if (!given.includes('B')) expect(blacklist).toEqual([]);
        expect(actors.length).toBeGreaterThan(0);
      }),
    );
  });

  it('do not depend on blanks and quotation marks inside words', () => {
    const plain = '对失信企业，由市水务局限制其参加政府采购，记入信用档案，列入黑名单。';
    const kinds = (given: string) => all(kindsOf({ text: given }, ['D', 'B', 'P'])).map(({ kind }) => kind);
    expect(kinds([...plain].join(' '))).toEqual(kinds(plain));
    expect(kinds(plain.replace('黑名单', '“黑名单”'))).toEqual(kinds(plain));
  });
});

describe('hostile texts', () => {
  it.each([
    ['one sentence without a stop', (n: number) => '对失信企业限制准入取消资格'.repeat(n)],
    ['a finding in every sentence', (n: number) => '对失信企业取消评优资格。'.repeat(n)],
    ['rewards without end', (n: number) => '对守信'.repeat(4 * n)],
    [
      'a list without end',
      (n: number) =>
        `有下列情形的，列入黑名单：\n${Array.from({ length: n }, (_, at) => `（${at}）不缴费的；`).join('\n')}`,
    ],
  ])('take time in proportion to their length: %s', (_what, make) => {
    const timed = (n: number): number => {
      const hostile = make(n);
      const spent = processorTime();
      kindsOf({ text: hostile }, ['D', 'B', 'P']);
      return spent();
    };
    timed(100);
    expect(timed(2000)).toBeLessThan(10 * timed(500) + 400);
  });
});
