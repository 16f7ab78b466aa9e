const DIGITS = '零一二三四五六七八九';
const VALUE: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNIT: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Full-width digits as half-width ones; everything else is left alone. Length is kept. */
export const halfWidthDigits = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/**
 * The value of a Chinese or Arabic number below 10,000: 十二, 一百零三, 二〇二一, 12, １２.
 * Returns null for anything else.
 */
export const parseNumeral = (text: string): number | null => {
  const plain = halfWidthDigits(text.replace(/\s+/g, ''));
  if (/^\d+$/.test(plain)) return Number(plain);
  if (!/^[零〇○一二两三四五六七八九十百千]+$/.test(plain)) return null;
  if (!/[十百千]/.test(plain)) return Number([...plain].map((c) => VALUE[c]).join(''));
  let total = 0;
  let digit = -1;
  let lastUnit = 10_000;
  for (const char of plain) {
    const unit = UNIT[char];
    if (unit === undefined) {
      const value = VALUE[char]!;
      if (digit > 0) return null;
      digit = value === 0 ? -1 : value;
      continue;
    }
    if (unit >= lastUnit) return null;
    // 十二, and 一百十二 of older texts, leave the 一 before 十 out.
    if (digit < 0 && unit !== 10) return null;
    total += (digit < 0 ? 1 : digit) * unit;
    lastUnit = unit;
    digit = -1;
  }
  return total + Math.max(digit, 0);
};

/** 12 → 十二, 103 → 一百零三, as articles are numbered; 0 … 9999. */
export const formatNumeral = (value: number): string => {
  if (!Number.isInteger(value) || value < 0 || value > 9999)
    throw new RangeError(`no Chinese numeral for ${value}`);
  if (value === 0) return '零';
  let text = '';
  let gap = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    if (gap) text += '零';
    gap = false;
    text += digit === 1 && unit === 10 && text === '' ? '十' : DIGITS[digit] + name;
  }
  return text;
};
