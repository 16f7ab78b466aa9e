import { describe, expect, it } from 'vitest';
import { joinWrappedLines } from '../../../extractors/word/wrapped-lines.js';

const full = (start: string) => start.padEnd(24, '文');

describe('lines broken at a margin', () => {
  const rows: readonly (readonly [why: string, lines: readonly string[], expected: readonly string[]])[] = [
    [
      'are joined, so that words are whole again; an indented line begins a new one',
      [full('　　第一条　甲'), full('用信'), full('息乙'), '丙。', full('　　第二条　丁'), '戊。'],
      [`${full('　　第一条　甲')}${full('用信')}${full('息乙')}丙。`, `${full('　　第二条　丁')}戊。`],
    ],
    [
      'stay apart where a number begins the next',
      [full('甲'), full('乙'), full('丙'), full('丁'), '第二条　戊', '（二）己'],
      [full('甲') + full('乙') + full('丙') + full('丁'), '第二条　戊', '（二）己'],
    ],
    [
      'stay apart after the end of a sentence',
      [full('甲'), full('乙'), full('丙'), `${'文'.repeat(23)}。`, '戊'],
      [`${full('甲') + full('乙') + full('丙')}${'文'.repeat(23)}。`, '戊'],
    ],
    [
      'are few enough to be chance: a title over two lines',
      [full('甲'), full('乙'), '丙'],
      [full('甲'), full('乙'), '丙'],
    ],
    [
      'are narrow: a signature, an address',
      ['云川省人民政府', '清水市人民政府', '云川省人民银行', '清水市人民法院', '一处'],
      ['云川省人民政府', '清水市人民政府', '云川省人民银行', '清水市人民法院', '一处'],
    ],
    [
      'of one 条 each are left alone',
      [`${full('第一条 ')}。`, `${full('第二条 ')}。`, '第三条 甲。'],
      [`${full('第一条 ')}。`, `${full('第二条 ')}。`, '第三条 甲。'],
    ],
  ];
  for (const [why, lines, expected] of rows) {
    it(why, () => expect(joinWrappedLines(lines)).toEqual(expected));
  }
});
