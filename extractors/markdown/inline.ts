import type { SourceLine } from '../txt/lines.js';
import { partOf } from '../txt/lines.js';

/** A link or picture; both brackets bounded, so that a hostile line costs little. */
const LINK = /(!?)\[([^\][]{0,300})\]\((?:<[^<>]{0,1000}>|[^()\s]{0,1000})(?:\s{1,3}"[^"]{0,200}")?\)/gu;
const STRONG = /(\*\*|~~)(?=[^\s*~])([^*~]{1,1000}?)\1/gu;
/** Lines inside of a text are blanks to be filled in. */
const STRONG_LINES = /(?<![\p{L}\p{N}_])(__)(?=[^\s_])([^_]{1,1000}?)\1(?![\p{L}\p{N}_])/gu;
/** One star or line on both sides, not inside of a word: 3*4*5 and a_b_c are none. */
const LIGHT = /(?<![\p{L}\p{N}*_\\])([*_])(?=[^\s*_])([^*_]{1,500}?)(?<=[^\s*_])\1(?![\p{L}\p{N}*_])/gu;
const CODE = /(`{1,3})([^`]{1,500})\1/gu;
const ESCAPE = /\\(?=[!-/:-@[-`{-~])/gu;
/** A line break that is forced at the end of a line. */
const HARD_BREAK = /\\$/u;

type Range = readonly [start: number, end: number];

/** A line without its marks of emphasis, links and escapes; `pictures` counts what was a picture. */
export const withoutMarks = (line: SourceLine): { readonly line: SourceLine; readonly pictures: number } => {
  if (!/[*_~`[\\]/u.test(line.text)) return { line, pictures: 0 };
  let pictures = 0;
  let shown = line;
  shown = without(shown, LINK, (match) => {
    const [all, picture, words] = [match[0], match[1]!, match[2]!];
    if (picture) {
      pictures += 1;
      return [[0, all.length]];
    }
    return [
      [0, 1],
      [1 + words.length, all.length],
    ];
  });
  shown = without(shown, CODE, around);
  // Strong inside of light emphasis, and the reverse.
  shown = without(shown, STRONG, around);
  shown = without(shown, STRONG_LINES, around);
  shown = without(shown, LIGHT, around);
  shown = without(shown, STRONG, around);
  shown = without(shown, ESCAPE, () => [[0, 1]]);
  return { line: without(shown, HARD_BREAK, () => [[0, 1]]), pictures };
};

/** The marks on both sides. */
const around = (match: RegExpMatchArray): Range[] => [
  [0, match[1]!.length],
  [match[0].length - match[1]!.length, match[0].length],
];

/** A line without the ranges that each match names, counted from the match's start. */
const without = (
  line: SourceLine,
  pattern: RegExp,
  rangesOf: (match: RegExpMatchArray) => readonly Range[],
): SourceLine => {
  const gone: Range[] = [];
  const matches = pattern.global ? line.text.matchAll(pattern) : [pattern.exec(line.text)];
  for (const match of matches) {
    if (!match) continue;
    for (const [start, end] of rangesOf(match)) gone.push([match.index! + start, match.index! + end]);
  }
  return gone.length === 0 ? line : cut(line, gone);
};

/** A line without some ranges, which stand in order. */
export const cut = (line: SourceLine, gone: readonly Range[]): SourceLine => {
  const edges = [0, ...gone.flat(), line.text.length];
  const fragments = [];
  for (let at = 0; at < edges.length; at += 2)
    fragments.push(...partOf(line.fragments, edges[at]!, edges[at + 1]!));
  return { ...line, fragments, text: fragments.map(({ text }) => text).join('') };
};
