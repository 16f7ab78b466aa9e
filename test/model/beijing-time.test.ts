import { describe, expect, it } from 'vitest';
import { beijingDay, beijingTime } from '../../model/index.js';

describe('the time in China', () => {
  it.each([
    ['2026-11-27T06:28:31.825Z', '2026-11-27 14:28'],
    ['2026-11-27T16:00:00.000Z', '2026-11-28 00:00'],
    ['2023-12-31T23:59:59.999Z', '2024-01-01 07:59'],
  ])('of %s is %s', (at, words) => {
    expect(beijingTime(at)).toBe(words);
    expect(beijingDay(at)).toBe(words.slice(0, 10));
  });
});
