import fc from 'fast-check';
import { expect, it } from 'vitest';
import { timeLeft } from '../../cli/progress.js';
import { shortened } from '../../cli/width.js';
import { displayWidth } from '../../model/index.js';

it.each([
  ['abc', 3],
  ['办法', 4],
  ['〔2021〕1号', 11],
])('%j takes %i columns', (text, columns) => {
  expect(displayWidth(text)).toBe(columns);
});

it('keeps the end of a path, where the name stands', () => {
  expect(shortened('规章/水务局/节水办法.docx', 15)).toBe('…/节水办法.docx');
  expect(shortened('节水办法.docx', 15)).toBe('节水办法.docx');
});

it('never takes more columns than allowed, nor lets a file name steer the terminal', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 4, max: 60 }), (path, columns) => {
      const short = shortened(`${path}\u001b[2J\u202e`, columns);
      expect(displayWidth(short)).toBeLessThanOrEqual(columns);
      expect(short).not.toMatch(/[\p{Cc}\u202e]/u);
    }),
  );
});

it.each([
  [Number.NaN, '正在估计剩余时间'],
  [Number.POSITIVE_INFINITY, '正在估计剩余时间'],
  [59.4, '剩余约 59 秒'],
  [80, '剩余约 1 分 20 秒'],
  [3700, '剩余约 1 小时 1 分'],
])('says %d seconds in words', (seconds, words) => {
  expect(timeLeft(seconds)).toBe(words);
});
