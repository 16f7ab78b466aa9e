import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText } from '../../../reports/ledger/cell-text.js';

describe('the text of a cell', () => {
  it.each([
    ['a formula', '=1+1', "'=1+1"],
    ['a call', '=HYPERLINK("http://x","y")', `'=HYPERLINK("http://x","y")`],
    ['a sign', '+86 999', "'+86 999"],
    ['a minus', '-2+3', "'-2+3"],
    ['a macro sign', '@SUM(A1)', "'@SUM(A1)"],
    ['full-width equals', '＝1+1', "'＝1+1"],
    ['full-width plus', '＋1', "'＋1"],
    ['full-width minus', '－1', "'－1"],
    ['full-width at', '＠SUM', "'＠SUM"],
    ['a mathematical minus', '−1', "'−1"],
    ['a pipe', '|calc', "'|calc"],
    ['blanks before', '  =1+1', "'  =1+1"],
    ['an ideographic blank before', '　=1+1', "'　=1+1"],
    ['a quote before', '"=1+1"', `'"=1+1"`],
    ['an apostrophe before', "'=1+1", "''=1+1"],
    ['a Chinese quote before', '“=1+1', "'“=1+1"],
    ['an invisible character before', '\u200B=1+1', "'\u200B=1+1"],
    ['a byte order mark before', '\uFEFF=1+1', "'\uFEFF=1+1"],
    ['a line break before', '\n=1+1', "'\n=1+1"],
    ['a tab', '\tx', "'\tx"],
    ['a carriage return', '\rx', "'\nx"],
    ['a control character before', '\u0001=1+1', "'=1+1"],
    ['an escape that a spreadsheet reads as "="', '_x003D_1+1', '_x005F_x003D_1+1'],
    ['two escapes in a row', '_x003D_x003D_', '_x005F_x003D_x005F_x003D_'],
  ])('is made harmless where it begins with %s', (_, text, expected) => {
    expect(cellText(text)).toBe(expected);
  });

  it.each([
    ['a title', '《清水市办法》（清政发〔2018〕12号）'],
    ['a dash for "none"', '—'],
    ['an equals sign inside', '甲=乙'],
    ['a quotation', '“黑名单”'],
    ['nothing', ''],
    ['lines', '一、\n二、'],
    ['an astral character', '𠮷林'],
  ])('is left alone where it is %s', (_, text) => {
    expect(cellText(text)).toBe(text);
  });

  it('loses what XML forbids and keeps the rest', () => {
    expect(cellText('甲\u0000\u0008乙\u000B\u001F丙\uFFFE\uD800丁')).toBe('甲乙丙丁');
  });

  it('is cut with a mark at what a cell can hold', () => {
    const cut = cellText('长'.repeat(40_000));
    expect(cut).toHaveLength(32_767);
    expect(cut).toMatch(/长……（内容过长，此处截断）$/);
    expect(cellText('长'.repeat(32_767))).toBe('长'.repeat(32_767));
  });

  it('never begins a formula, never holds what XML forbids and never outgrows a cell', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(
        '=',
        '＝',
        '+',
        '-',
        '@',
        ' ',
        '"',
        '\t',
        '\r',
        '\n',
        '\u0000',
        '\uD800',
        '甲',
        '_x003D_',
        '\u200B',
      ),
    });
    fc.assert(
      fc.property(hostile, (text) => {
        const safe = cellText(text);
        expect(safe.replace(/^[\s"\u200B]+/u, '')).not.toMatch(/^[=＝+@-]/u);
        expect(safe).not.toMatch(/\p{Surrogate}|\r|(?<!_x005F)_x003D_/u);
        expect(safe).not.toContain('\u0000');
        expect(safe).toBe(safe.slice(0, 32_767));
      }),
    );
  });
});
