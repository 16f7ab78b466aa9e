import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnPoints,
  lineCount,
  splitToFit,
  TALLEST_ROW,
  textHeight,
} from '../../../reports/ledger/layout.js';

const WIDE = columnPoints(30);

describe('the lines of a cell', () => {
  it.each([
    ['an empty text', '', 1],
    ['a text that fits', '第十二条', 1],
    ['two paragraphs', '甲\n乙', 2],
    ['a blank line', '甲\n\n乙', 3],
    ['40 characters at 14 a line', '字'.repeat(40), 3],
    ['80 Latin letters without a break', 'a'.repeat(80), 4],
    ['a number that must not be broken', `${'字'.repeat(12)}13912345678`, 2],
  ])('are counted for %s', (_, text, lines) => {
    expect(lineCount(text, WIDE, 10)).toBe(lines);
  });

  it('are never fewer than the characters need', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('字', '，', 'a', ' ', '1') }), (text) => {
        const ems = [...text].reduce((sum, char) => sum + (/[字，]/.test(char) ? 1 : 0.5), 0);
        expect(lineCount(text, WIDE, 10) * (WIDE / 10)).toBeGreaterThanOrEqual(ems);
      }),
    );
  });
});

describe('a text that is higher than a row can be', () => {
  it('is parted at a sentence and loses nothing', () => {
    const sentence = '对多次违反规定、拒不改正的单位和个人，由主管部门记入信用档案并向社会公布。';
    const parts = splitToFit(sentence.repeat(60), WIDE, 10);
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.join('')).toBe(sentence.repeat(60));
    for (const part of parts.slice(0, -1)) expect(part).toMatch(/。$/);
  });

  it('is parted into parts that each fit, whatever it holds', () => {
    const text = fc
      .array(fc.constantFrom('字'.repeat(90), '\n', '。', 'a'.repeat(60), '𠮷'.repeat(30)), { maxLength: 60 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (whole) => {
        const parts = splitToFit(whole, WIDE, 10);
        expect(parts.join('')).toBe(whole);
        for (const part of parts) {
          expect(textHeight(part, WIDE, 10)).toBeLessThanOrEqual(TALLEST_ROW);
          expect(part).not.toMatch(/\p{Surrogate}/u);
        }
      }),
      { numRuns: 50 },
    );
  });
});
