import { describe, expect, it } from 'vitest';
import { hex, rtf } from '../../fixtures/rtf.js';
import { codeOf } from './code-of.js';

describe('hostile files cost no more than their size', () => {
  it('text without end is refused', async () => {
    const bytes = Buffer.alloc(34 * 1024 * 1024, 'a');
    bytes.write('{\\rtf1 ', 0, 'latin1');
    bytes.write('}', bytes.length - 1, 'latin1');
    expect(await codeOf(bytes)).toBe('too-large');
  });

  it('rows without end are refused', async () => {
    const defined = `\\trowd${Array.from({ length: 1000 }, (_, at) => `\\cellx${at * 100}`).join('')}`;
    expect(await codeOf(rtf(defined + '\\cell\\row'.repeat(300_000)))).toBe('too-large');
  });

  it('a wide table of many rows with one definition', async () => {
    const defined = `\\trowd${Array.from({ length: 1000 }, (_, at) => `\\cellx${at * 100}`).join('')}`;
    expect(await codeOf(rtf(`${defined}a\\cell b\\cell\\row${'a\\cell\\row'.repeat(50_000)}`))).toBe('read');
  });

  it('control words where they do not belong', async () => {
    const words = [
      'footnote',
      'shptxt',
      'leveltext',
      'listtext',
      'upr',
      'fonttbl',
      'stylesheet',
      'nestrow',
      'row',
      'info',
      'title',
    ];
    for (const word of words) expect(await codeOf(rtf(`${hex('信用')}\\${word} `.repeat(2000)))).toBe('read');
    for (const word of words)
      expect(await codeOf(rtf(`${hex('信用')}{\\${word} x}`.repeat(2000)))).toBe('read');
  });
});
