import { describe, expect, it } from 'vitest';
import { displayWidth, padTo, printable, printedWidth } from '../../model/index.js';

describe('the width of a text', () => {
  it.each([
    ['Latin', 'abc', 3],
    ['Chinese', '台账', 4],
    ['full-width forms', '（１）', 6],
    ['a rare character', '𠮷', 2],
    ['a combining mark', 'e\u0301', 1],
    ['an invisible character', 'a\u200Bb', 2],
    ['a control character', '\u0007', 0],
    ['quotation marks, in a terminal', '“甲”', 4],
    ['nothing', '', 0],
  ])('is counted in columns for %s', (_, text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('is one em for Chinese quotation marks in print', () => {
    expect([...'“—甲a'].map(printedWidth)).toEqual([2, 2, 2, 1]);
  });

  it('is shown without what could steer the terminal', () => {
    expect(printable('甲\u001B[2J\u202E\u200F乙\n')).toBe('甲·[2J··乙·');
  });

  it('is filled up with blanks and never cut', () => {
    expect(padTo('台账', 6)).toBe('台账  ');
    expect(padTo('台账', 2)).toBe('台账');
  });
});
