import { parseNumeral } from '../../model/index.js';

/** An article, or what stands outside of articles. */
export interface TextPiece {
  /** 第三十条, 第一百三十三条之一; 一、 where a decision counts so; '' for a preamble, an annex. */
  readonly number: string;
  /** Without the number, a line a paragraph, white space at line ends dropped. */
  readonly text: string;
  /** 第二章 经营异常名录, outermost first. */
  readonly path: readonly string[];
}

const NUMERAL = '[零〇一二三四五六七八九十百千]{1,9}';
const ARTICLE = new RegExp(`^[\\s*#]{0,8}第\\s{0,2}(${NUMERAL})\\s{0,2}条(?:之(${NUMERAL}))?[*]{0,2}`, 'u');
/** A line that goes on so speaks of an article: 第三条规定的, 第三条第二款, 第三条、第四条. */
const SPEAKS = /^\s{0,2}(?:第|[、，,和或及与至到的中]|规定|所列|所称|修改|增加|删去|以外|情形)/u;
const HEADING = new RegExp(
  `^[\\s*#]{0,8}(第\\s{0,2}${NUMERAL}\\s{0,2}(编|分编|章|节)(?![的中])[^。；：]{0,60})$`,
  'u',
);
const COUNTED = new RegExp(`^[\\s*#]{0,8}(${NUMERAL}、)`, 'u');
const ANNEX = /^[\s*#]{0,8}(?:附件|附录|附表|附图|附)[一二三四五六七八九十0-9]{0,3}\s{0,3}(?:[：:]|$)/u;
const RANK: Readonly<Record<string, number>> = { 编: 0, 分编: 1, 章: 2, 节: 3 };
/** More of an article than this is cut: no article is longer, and a row of the library should stay readable. */
const LONGEST = 60_000;

/** The longest code has some 1,260 articles; a text with more pieces than this is none. */
const MOST_PIECES = 5_000;

/**
 * Cuts a statute's text into its articles, in order. Texts that count 一、二、 are cut there. Null for what has more
 * articles than any statute; linear in the length of the text.
 */
export const readArticles = (body: string): TextPiece[] | null => {
  const lines = body.split('\n');
  const byArticle = lines.some((line) => isArticle(line, 0) !== null);
  const found: { number: string; lines: string[]; path: readonly string[] }[] = [];
  let path: readonly (string | undefined)[] = [];
  let last = 0;
  let annexed = false;
  for (const raw of lines) {
    const line = raw.trimEnd();
    if (line === '') continue;
    const heading = annexed ? null : HEADING.exec(line);
    if (heading) {
      const rank = RANK[heading[2]!]!;
      path = [...Array.from({ length: rank }, (_, i) => path[i]), heading[1]!.replace(/\s+/gu, ' ').trim()];
      continue;
    }
    const article = annexed ? null : byArticle ? isArticle(line, last) : COUNTED.exec(line);
    if (article) {
      const number = byArticle ? numberOf(article) : article[1]!;
      last = byArticle ? (parseNumeral(article[1]!) ?? last) : 0;
      const text = line.slice(article[0].length).trim();
      found.push({ number, lines: text ? [text] : [], path: path.filter(isString) });
      if (found.length > MOST_PIECES) return null;
      continue;
    }
    if (!annexed && found.length > 0 && ANNEX.test(line)) {
      annexed = true;
      found.push({ number: '', lines: [], path: [] });
    }
    if (found.length === 0) found.push({ number: '', lines: [], path: [] });
    found.at(-1)!.lines.push(withoutMarks(line));
  }
  return found
    .map(({ number, lines: own, path: above }) => ({
      number,
      text: own.join('\n').slice(0, LONGEST),
      path: above,
    }))
    .filter(({ number, text }) => number || text);
};

/** Marks of Markdown headings and lists at the line's beginning, and of bold print. */
const withoutMarks = (line: string): string => line.replace(/^[#*\s]{1,200}/u, '').replaceAll('**', '');

const isString = (value: string | undefined): value is string => value !== undefined;

/** An article's number at the head of a line; not 第三条规定的 in the midst of another one. */
const isArticle = (line: string, last: number): RegExpExecArray | null => {
  const match = ARTICLE.exec(line);
  if (!match) return null;
  const rest = line.slice(match[0].length);
  if (!/^\s/u.test(rest) && SPEAKS.test(rest)) return null;
  const value = parseNumeral(match[1]!) ?? 0;
  // Without white space behind it only the number that is due next is one.
  return /^[\s\u3000]|^$/u.test(rest) || value === last + 1 || match[2] ? match : null;
};

const numberOf = ([, number, inserted]: RegExpExecArray): string =>
  `第${number}条${inserted ? `之${inserted}` : ''}`;
