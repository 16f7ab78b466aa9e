import { formatNumeral } from '../../model/index.js';

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const LEGAL = '零壹贰叁肆伍陆柒捌玖';
const LEGAL_UNITS: Readonly<Record<string, string>> = { 十: '拾', 百: '佰', 千: '仟' };
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

const fullWidth = (value: number): string =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** The character at a value of a run of consecutive code points, or null beyond its end. */
const inRun = (value: number, first: number, count: number): string | null =>
  value >= 1 && value <= count ? String.fromCharCode(first + value - 1) : null;

const circled = (value: number): string | null =>
  inRun(value, 0x2460, 20) ?? inRun(value - 20, 0x3251, 15) ?? inRun(value - 35, 0x32b1, 15);

/** a … z, then aa, bb … as Word counts on. Null where it would be absurdly long. */
const letter = (value: number): string | null =>
  value >= 1 && value <= 780
    ? String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
    : null;

const roman = (value: number): string | null => {
  if (value < 1 || value > 3999) return null;
  let rest = value;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
};

const chinese = (value: number): string | null => (value >= 0 && value <= 9999 ? formatNumeral(value) : null);

const chineseDigits = (value: number): string =>
  String(value).replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)]!);

/** Chinese numerals as on cheques: 壹, 拾贰. */
const legalChinese = (value: number): string | null =>
  chinese(value)?.replace(
    /./gu,
    (char) => LEGAL_UNITS[char] ?? LEGAL['零一二三四五六七八九'.indexOf(char)] ?? char,
  ) ?? null;

const sexagenary = (value: number): string | null =>
  value >= 1 ? STEMS[(value - 1) % 10]! + BRANCHES[(value - 1) % 12]! : null;

type Formatter = (value: number) => string | null;

/**
 * ST_NumberFormat (ECMA-376 part 1, 17.18.59), those that Chinese documents use. All counting systems
 * give the plain Chinese form: Word's japaneseCounting writes 百一 for 101, but the article is cited as
 * 第一百零一条 everywhere.
 */
const FORMATS: ReadonlyMap<string, Formatter> = new Map(
  Object.entries({
    none: () => '',
    bullet: () => '',
    decimal: String,
    decimalHalfWidth: String,
    decimalZero: (value) => (value < 10 ? `0${value}` : String(value)),
    decimalFullWidth: fullWidth,
    decimalFullWidth2: fullWidth,
    decimalEnclosedCircle: circled,
    decimalEnclosedCircleChinese: circled,
    decimalEnclosedFullstop: (value) => inRun(value, 0x2488, 20),
    decimalEnclosedParen: (value) => inRun(value, 0x2474, 20),
    numberInDash: (value) => `-${value}-`,
    lowerLetter: letter,
    upperLetter: (value) => letter(value)?.toUpperCase() ?? null,
    lowerRoman: roman,
    upperRoman: (value) => roman(value)?.toUpperCase() ?? null,
    chineseCounting: chinese,
    chineseCountingThousand: chinese,
    japaneseCounting: chinese,
    taiwaneseCounting: chinese,
    taiwaneseCountingThousand: chinese,
    koreanDigital2: chinese,
    ideographDigital: chineseDigits,
    japaneseDigitalTenThousand: chineseDigits,
    taiwaneseDigital: chineseDigits,
    chineseLegalSimplified: legalChinese,
    ideographLegalTraditional: legalChinese,
    japaneseLegal: legalChinese,
    ideographEnclosedCircle: (value) => inRun(value, 0x3280, 10),
    ideographTraditional: (value) => (value >= 1 && value <= 10 ? STEMS[value - 1]! : null),
    ideographZodiac: (value) => (value >= 1 && value <= 12 ? BRANCHES[value - 1]! : null),
    ideographZodiacTraditional: sexagenary,
    ordinal: String,
  } satisfies Record<string, Formatter>),
);

/** A list counter in one of Word's number formats; digits where the format is unknown or has no such value. */
export const formatCounter = (value: number, format: string): string =>
  FORMATS.get(format)?.(value) ?? String(value);
