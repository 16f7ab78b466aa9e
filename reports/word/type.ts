import type { IParagraphOptions } from 'docx';

/** A font for Chinese and one for Latin letters and digits. */
export interface WordFont {
  readonly eastAsia: string;
  readonly ascii: string;
  readonly hAnsi: string;
}

const font = (eastAsia: string): WordFont => ({
  eastAsia,
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
});

/** GB/T 9704—2012: 小标宋 for the title (宋体 in bold, which every system has), 仿宋 for text, 黑体 for heads. */
export const SONG = font('宋体');
export const FANGSONG = font('仿宋');
export const HEITI = font('黑体');

/** Letters of one kind; `size` in half points. */
export interface WordType {
  readonly font: WordFont;
  readonly size: number;
  readonly bold?: boolean;
  readonly color?: string;
}

export interface WordRun {
  readonly text: string;
  /** Stands out in its line: bold and on grey, so that it is seen in a black and white print too. */
  readonly marked?: boolean;
}

/** What stands in one paragraph: plain words, or words of which some are marked. */
export type WordLine = string | readonly WordRun[];

/** The lines of a text, one paragraph each. */
export const linesOf = (text: string): string[] => text.split(/\r\n?|\n/);

/** How a paragraph stands on the page: docx's own options, without its content. */
export type WordPlacing = Omit<IParagraphOptions, 'children' | 'text'>;

/** Characters that XML can not hold. */
const UNPRINTABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** The text with '·' for each character that XML can not hold. */
export const printable = (text: string): string => text.replace(UNPRINTABLE, '·');
