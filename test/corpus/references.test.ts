import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinReferences, type LabelReference, labelReferences } from '../../corpus/index.js';
import { markOf } from '../../corpus/labelled/references.js';
import { EMPTY_LIBRARY, LABELS, type LibraryVersion, type StatuteLibrary } from '../../model/index.js';

describe('labels by reference', () => {
  const references = labelReferences();

  test('name each article of a version once, with labels of the codebook and a mark of its words', () => {
    const keys = references.map(({ title, place, date, article }) => [title, place, date, article].join());
    expect(new Set(keys).size).toBe(references.length);
    for (const { title, article, labels, mark, drawn, second } of references) {
      expect(title.length).toBeGreaterThan(1);
      expect(article).toMatch(
        /^(?:第[一二三四五六七八九十百千零]+条(?:之[一二三四五六七八九十]+)?|[一二三四五六七八九十]+、)$/u,
      );
      expect(mark).toMatch(/^[0-9a-f]{12}$/);
      expect(['development', 'sample', 'chosen']).toContain(drawn);
      expect(labels.every((label) => LABELS.includes(label))).toBe(true);
      if (second) expect(second.join()).not.toBe(labels.join());
    }
  });

  test('hold no words of a statute: no field is longer than a title', () => {
    for (const reference of references) {
      for (const value of Object.values(reference)) expect(String(value).length).toBeLessThan(100);
    }
  });
});

describe('joined with a library', () => {
  const reference = labelReferences().find(({ place }) => place.length === 2) as LabelReference;
  const [province, city] = reference.place as [string, string];
  const version = (changes: Partial<LibraryVersion> = {}): LibraryVersion => ({
    id: 1,
    title: reference.title,
    level: reference.level,
    territory: { province, city },
    number: '',
    date: reference.date,
    effectiveOn: '',
    status: '',
    articles: 2,
    source: 'a.md',
    ...changes,
  });
  const library = (versions: readonly LibraryVersion[], text: string | null): StatuteLibrary => ({
    ...EMPTY_LIBRARY,
    fingerprint: 'x',
    versions: () => versions,
    articleNumbers: () => ['第一条', reference.article],
    article: (_, number) =>
      text !== null && number === reference.article ? { number, text, path: ['第一章　总则'] } : null,
  });
  const whyOf = (given: StatuteLibrary): string | undefined =>
    joinReferences(given).unjoined.find((one) => one.reference === reference)?.why;

  test.each([
    ['no-statute', library([], '甲')],
    ['no-version', library([version({ date: '1999-01-01' })], '甲')],
    ['no-version', library([version({ territory: { province: '另一省' } })], '甲')],
    ['no-article', library([version()], null)],
    ['other-words', library([version()], '这不是读过的文字。')],
  ])('an article that is not at hand is left out and says why: %s', (why, given) => {
    expect(whyOf(given)).toBe(why);
  });

  test('nothing is joined, and nothing lost, without a library', () => {
    const { provisions, unjoined } = joinReferences(EMPTY_LIBRARY);
    expect(provisions).toEqual([]);
    expect(unjoined).toHaveLength(labelReferences().length);
  });
});

test('the mark of words depends on no white space, quotation marks or number, and on every other sign', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'企业应当记入信用档案，。“” \n') }), (text) => {
      expect(markOf(`第三十条之一　${text}`)).toBe(markOf(text));
      expect(markOf(text.replace(/[\s“”]/gu, ''))).toBe(markOf(text));
      expect(markOf(`${text}不`)).not.toBe(markOf(text));
    }),
  );
});
