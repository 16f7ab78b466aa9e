import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt } from '../../reports/excerpt.js';

const marks = (text: string, ...words: string[]) =>
  words.map((word) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length }));

describe('an excerpt', () => {
  const text = '第一款不相干。对拒不改正的，记入信用档案，列入黑名单。第三款也不相干。';

  it.each([
    [
      'marks the words in their sentence',
      marks(text, '记入信用档案'),
      '对拒不改正的，【记入信用档案】，列入黑名单。',
    ],
    [
      'marks several words',
      marks(text, '列入黑名单', '记入信用档案'),
      '对拒不改正的，【记入信用档案】，【列入黑名单】。',
    ],
    [
      'joins overlapping marks',
      marks(text, '记入信用', '信用档案'),
      '对拒不改正的，【记入信用档案】，列入黑名单。',
    ],
    ['clips marks that reach out of the text', [{ start: -5, end: 3 }], '【第一款】不相干。'],
    ['shows the beginning where there is nothing to mark', [], text],
    ['ignores empty marks', [{ start: 3, end: 3 }], text],
  ])('%s', (_, spans, expected) => {
    expect(excerpt(text, spans)).toBe(expected);
  });

  it('shows where it was cut, in one line', () => {
    const long = `${'甲'.repeat(300)}记入\n档案${'乙'.repeat(300)}`;
    expect(excerpt(long, marks(long, '记入\n档案'))).toBe(
      `…${'甲'.repeat(120)}【记入 档案】${'乙'.repeat(120)}…`,
    );
  });

  it('leaves out what is far from any mark', () => {
    const long = `记入档案。${'中间的话。'.repeat(300)}列入名单。`;
    expect(excerpt(long, marks(long, '记入档案', '列入名单'))).toBe('【记入档案】。……【列入名单】。');
  });

  it('always holds the marked words, and never half a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('甲', '。', '𠮷'), maxLength: 400 }),
        fc.string({ unit: fc.constantFrom('乙', '𠮷'), minLength: 1, maxLength: 5 }),
        fc.string({ unit: fc.constantFrom('丙', '；', '𠮷'), maxLength: 400 }),
        (before, words, after) => {
          const shown = excerpt(before + words + after, [
            { start: before.length, end: before.length + words.length },
          ]);
          expect(shown).toContain(`【${words}】`);
          expect(shown).not.toMatch(/\p{Surrogate}/u);
          expect(shown.length).toBeLessThan(300);
        },
      ),
      { numRuns: 50 },
    );
  });
});
