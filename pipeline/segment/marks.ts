import { parseNumeral } from '../../model/index.js';

/** The signs that number provisions, from the widest to the narrowest. */
export type MarkKind =
  | 'part'
  | 'subpart'
  | 'chapter'
  | 'section'
  | 'article'
  | 'ideograph' // 一、
  | 'bracketed' // （一）
  | 'decimal' // 1. 1、
  | 'bracketed-decimal' // （1） 1）
  | 'circled'; // ①

/** A number at the start of a line. */
export interface Mark {
  readonly kind: MarkKind;
  readonly value: number;
  /** Normal form: 第十二条, （三）, 一、, 1. */
  readonly number: string;
  /** Length of the sign in the line, with the white space behind it. */
  readonly length: number;
}

const NUMERAL = '[零〇○一二三四五六七八九十百千0-9０-９](?:\\s?[零〇○一二三四五六七八九十百千0-9０-９]){0,6}';
/** 第X条 is also said of other articles in running text ("第五条规定的…"): a sign is followed by a space, or by words that are not a reference. */
const STRUCTURE = new RegExp(
  `^第\\s?(${NUMERAL})\\s?(分编|编|章|节|条)(之[一二三四五六七八九十])?(?:[\\s　：:、.．]+|(?=[^\\s的第款项和、，]|$))`,
  'u',
);
/** What follows 第X条 where it is a reference, not the beginning of the article. */
const REFERENCE =
  /^(?:第|规定(?!机关|[^，。；]{0,12}(?:应当|可以|不得))|所列|和第|至第|以及|之规定|款|项|中的|修改|增加|删去|删除|改为)/u;
const IDEOGRAPH = /^([一二三四五六七八九十]{1,3})\s?[、．.，]\s*/u;
const BRACKETED = /^[（(【〔]\s?([一二三四五六七八九十]{1,3})\s?[）)】〕]\s*[、.．]?\s*/u;
const DECIMAL = /^([0-9０-９]{1,3})\s?(?:[、．]|[.](?![0-9]))\s*/u;
const BRACKETED_DECIMAL = /^[（(]?\s?([0-9０-９]{1,2})\s?[）)]\s*/u;
const CIRCLED = /^([①-⑳])\s*/u;
const STRUCTURE_KIND: Readonly<Record<string, MarkKind>> = {
  编: 'part',
  分编: 'subpart',
  章: 'chapter',
  节: 'section',
  条: 'article',
};

/** What any sign begins with: most lines are told by their first character. */
const BEGINS: ReadonlySet<string> = new Set(
  '第（(【〔一二三四五六七八九十0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
);

const structureMark = (line: string): Mark | null => {
  const match = STRUCTURE.exec(line);
  if (!match) return null;
  const value = parseNumeral(match[1]!);
  if (value === null) return null;
  const kind = STRUCTURE_KIND[match[2]!]!;
  const rest = line.slice(match[0].length);
  const setOff = /[\s　：:、]$/u.test(match[0]);
  if (kind === 'article' && !setOff && REFERENCE.test(rest)) return null;
  if (kind !== 'article' && rest.length > 40) return null;
  const number = `第${match[1]!.replace(/\s/gu, '')}${match[2]}${match[3] ?? ''}`;
  return { kind, value, number, length: match[0].length };
};

/** The number at the start of a trimmed line, or null. */
export const markOf = (line: string): Mark | null => {
  if (!BEGINS.has(line.charAt(0))) return null;
  const structure = structureMark(line);
  if (structure) return structure;
  let match = IDEOGRAPH.exec(line);
  if (match) return simple('ideograph', match, `${match[1]}、`);
  match = BRACKETED.exec(line);
  if (match) return simple('bracketed', match, `（${match[1]}）`);
  match = DECIMAL.exec(line);
  if (match) return simple('decimal', match, `${parseNumeral(match[1]!)}.`);
  match = BRACKETED_DECIMAL.exec(line);
  if (match) return simple('bracketed-decimal', match, `（${parseNumeral(match[1]!)}）`);
  match = CIRCLED.exec(line);
  if (match) {
    return {
      kind: 'circled',
      value: match[1]!.charCodeAt(0) - 0x245f,
      number: match[1]!,
      length: match[0].length,
    };
  }
  return null;
};

const simple = (kind: MarkKind, match: RegExpExecArray, number: string): Mark | null => {
  const value = parseNumeral(match[1]!);
  return value === null || value === 0 ? null : { kind, value, number, length: match[0].length };
};
