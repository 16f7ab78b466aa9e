import { formatDate, isDateCode } from './date-format.js';

/** Formats by their number that no file spells out, as Chinese Excel shows them (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [14, 'yyyy/m/d'],
  [15, 'yyyy-m-d'],
  [16, 'm-d'],
  [17, 'yyyy-m'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'yyyy/m/d h:mm'],
  [30, 'm-d-yy'],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [34, '上午/下午h"时"mm"分"'],
  [35, '上午/下午h"时"mm"分"ss"秒"'],
  [37, '#,##0'],
  [38, '#,##0'],
  [39, '#,##0.00'],
  [40, '#,##0.00'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [55, '上午/下午h"时"mm"分"'],
  [56, '上午/下午h"时"mm"分"ss"秒"'],
  ...[27, 36, 50, 52, 57].map((id): [number, string] => [id, 'yyyy"年"m"月"']),
  ...[28, 29, 51, 53, 54, 58].map((id): [number, string] => [id, 'm"月"d"日"']),
]);

/** The code of a built-in format; 'General' for all others. */
export const builtInFormat = (id: number): string => BUILT_IN.get(id) ?? 'General';

/** Beyond this JavaScript shows powers of ten. */
const LARGEST = 1e18;
/** Longer codes are damage. */
const MAX_CODE = 255;

/** A number as its cell shows it. What a format can not show, and General, comes out as plain digits. */
export const formatNumber = (value: number, code: string, from1904 = false): string => {
  if (!Number.isFinite(value)) return '';
  if (Math.abs(value) >= LARGEST) return plain(value);
  const sections = code.length > MAX_CODE ? [] : sectionsOf(code);
  const negative = value < 0 && sections.length > 1;
  const section = (negative ? sections[1] : value === 0 ? (sections[2] ?? sections[0]) : sections[0]) ?? '';
  if (section === '' || /general|g\/通用格式/i.test(section)) return plain(value);
  if (isDateCode(section)) return formatDate(value, section, from1904) ?? plain(value);
  return formatDigits(negative ? -value : value, section) ?? plain(value);
};

/** 15 digits are what a cell can hold exactly. */
const plain = (value: number): string => String(Number(value.toPrecision(15)));

/** Positive; negative; zero; text: cut at semicolons outside of quotes. */
const sectionsOf = (code: string): string[] => {
  const sections = [''];
  let quoted = false;
  for (let at = 0; at < code.length; at += 1) {
    const char = code[at]!;
    if (char === '"') quoted = !quoted;
    if (char === ';' && !quoted && code[at - 1] !== '\\') sections.push('');
    else sections[sections.length - 1] += char;
  }
  return sections;
};

/** What stands before, in and after the digits; undefined for fractions, powers of ten and text. */
const formatDigits = (value: number, section: string): string | undefined => {
  let before = '';
  let digits = '';
  let after = '';
  for (let at = 0; at < section.length; at += 1) {
    const char = section[at]!;
    let literal = '';
    if (char === '"') {
      const end = section.indexOf('"', at + 1);
      literal = section.slice(at + 1, end < 0 ? undefined : end);
      at = end < 0 ? section.length : end;
    } else if (char === '\\') {
      literal = section[at + 1] ?? '';
      at += 1;
    } else if (char === '_' || char === '*') at += 1;
    else if (char === '[') {
      const end = section.indexOf(']', at);
      literal = /^\[\$([^\]-]{1,8})/.exec(section.slice(at, at + 20))?.[1] ?? '';
      at = end < 0 ? section.length : end;
    } else if ('0#?.,'.includes(char) && after === '') digits += char;
    else if (/[eE@/]/.test(char)) return undefined;
    else literal = char;
    if (digits === '') before += literal;
    else after += literal;
  }
  if (!/[0#?]/.test(digits)) return before.trim() || undefined;
  return (before + digitsOf(value, digits, after.includes('%') || before.includes('%')) + after).trim();
};

const inThousands = (digits: string): string => {
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end));
  return groups.join(',');
};

const digitsOf = (value: number, digits: string, percent: boolean): string => {
  const [whole = '', fraction = ''] = digits.split('.', 2);
  // Commas behind the last digit divide by a thousand each; a number cut like that would mislead.
  const most = Math.min(fraction.replace(/[^0#?]/g, '').length, 20);
  const least = fraction.replace(/[^0]/g, '').length;
  const fixed = (percent ? value * 100 : value).toFixed(most);
  const [head = '', tail = ''] = fixed.split('.', 2);
  const sign = head.startsWith('-') ? '-' : '';
  const padded = head.replace('-', '').padStart(Math.min(whole.replace(/[^0]/g, '').length, 30), '0');
  const grouped = whole.includes(',') ? inThousands(padded) : padded;
  let end = tail.length;
  while (end > least && tail[end - 1] === '0') end -= 1;
  return sign + grouped + (end > 0 ? `.${tail.slice(0, end)}` : '');
};
