import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumeral, halfWidthDigits, parseNumeral } from '../../model/index.js';

describe('Chinese numerals', () => {
  it('read back as the number that they were written from', () => {
    for (let value = 0; value <= 9999; value++) expect(parseNumeral(formatNumeral(value))).toBe(value);
  });

  it.each([
    [0, '零'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [100, '一百'],
    [103, '一百零三'],
    [110, '一百一十'],
    [111, '一百一十一'],
    [1001, '一千零一'],
    [1010, '一千零一十'],
    [1100, '一千一百'],
    [1260, '一千二百六十'],
    [9999, '九千九百九十九'],
  ])('%i is written %s, as articles are numbered', (value, text) => {
    expect(formatNumeral(value)).toBe(text);
  });

  it.each([
    ['12', 12],
    ['１２', 12],
    [' 1 2 ', 12],
    ['两', 2],
    ['〇', 0],
    ['○', 0],
    ['一十二', 12],
    ['一百十二', 112],
    ['一百一', 101],
    ['一百〇三', 103],
    ['二〇二一', 2021],
    ['二零二一', 2021],
    ['一九九九', 1999],
    ['三十 二', 32],
    ['', null],
    ['甲', null],
    ['十百', null],
    ['百', null],
    ['二十三十', null],
    ['一二十', null],
    ['3十', null],
    ['-3', null],
    ['1.5', null],
  ])('%j reads as %s', (text, value) => {
    expect(parseNumeral(text)).toBe(value);
  });

  it('are not written below 0, above 9999 or between', () => {
    for (const value of [-1, 10_000, 1.5, Number.NaN]) expect(() => formatNumeral(value)).toThrow(RangeError);
  });

  it('halfWidthDigits keeps the length and everything that is no digit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const half = halfWidthDigits(text);
        expect(half.length).toBe(text.length);
        expect(half).not.toMatch(/[０-９]/);
        expect(halfWidthDigits(half)).toBe(half);
      }),
    );
  });
});
