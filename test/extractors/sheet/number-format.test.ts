import { expect, it } from 'vitest';
import { builtInFormat, formatNumber } from '../../../extractors/sheet/number-format.js';

const cases: readonly (readonly [value: number, code: string, shown: string])[] = [
  [2016, 'General', '2016'],
  [0.1 + 0.2, 'General', '0.3'],
  [123456789012, 'General', '123456789012'],
  [1, '0', '1'],
  [1234567.891, '#,##0.00', '1,234,567.89'],
  [-1234.5, '#,##0.00_);(#,##0.00)', '(1,234.50)'],
  [0.25, '0%', '25%'],
  [0.1234, '0.00%', '12.34%'],
  [7, '000', '007'],
  [12.5, '0.0#', '12.5'],
  [3, '"第"0"条"', '第3条'],
  [5, '[Red]0.0;[Blue]-0.0', '5.0'],
  [0, '0;-0;"无"', '无'],
  [1200, '[$￥-804]#,##0', '￥1,200'],
  [42_370, 'yyyy/m/d', '2016/1/1'],
  [42_370.5, 'yyyy-mm-dd hh:mm', '2016-01-01 12:00'],
  [42_370, 'yyyy"年"m"月"d"日"', '2016年1月1日'],
  [42_370, '[$-804]yyyy"年"m"月"', '2016年1月'],
  [42_370, 'd-mmm-yy', '1-1月-16'],
  [42_370, 'aaaa', '星期五'],
  [0.75, 'h:mm AM/PM', '6:00 下午'],
  [1.5, '[h]:mm', '36:00'],
  [59, 'yyyy/m/d', '1900/2/28'],
  [61, 'yyyy/m/d', '1900/3/1'],
  [9e9, 'yyyy/m/d', '9000000000'],
  [-1, 'yyyy/m/d', '-1'],
  [1.5, '# ?/?', '1.5'],
  [1e300, '#,##0', '1e+300'],
  [Number.NaN, '0', ''],
];

it.each(cases)('%s by %s is shown as %s', (value, code, shown) => {
  expect(formatNumber(value, code)).toBe(shown);
});

it('counts days from 1904 where the workbook says so', () => {
  expect(formatNumber(40_908, 'yyyy/m/d', true)).toBe('2016/1/1');
});

it('knows the built-in formats of Chinese Excel', () => {
  expect(formatNumber(42_370, builtInFormat(31))).toBe('2016年1月1日');
  expect(builtInFormat(163)).toBe('General');
});

it('codes of any length cost nothing', () => {
  expect(formatNumber(1, '"'.repeat(1_000_000))).toBe('1');
});
