import { FileError } from '../../model/index.js';
import { MAX_BLOCKS } from '../size.js';

/** A stretch of the decoded text; `text` is how it reads there, or what stands in its place. */
export interface Fragment {
  readonly text: string;
  readonly source: number;
  /** False where `text` replaces what the source has: an entity, a radical. */
  readonly kept: boolean;
}

/** A line with something on it. */
export interface SourceLine {
  readonly text: string;
  readonly fragments: readonly Fragment[];
  /** Blank space before the text, in half characters. */
  readonly indent: number;
  /** Blank lines and page breaks before it. */
  readonly gap: number;
}

/** Elements that end up in text files when a page's source is copied; others, such as <通知>, are text. */
const TAGS =
  'a|abbr|b|big|blockquote|br|center|dd|div|dl|dt|em|font|h[1-6]|hr|i|img|li|o:p|ol|p|pre|s|section|small|span|strike|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|u|ul';
const TAG = new RegExp(`<\\/?(?:${TAGS})(?:\\s[^<>]{0,500})?\\/?>`, 'giu');
/** Elements that begin or end a line of their own. */
const BREAKING = /^<\/?(?:blockquote|br|center|dd|div|dl|dt|h[1-6]|hr|li|ol|p|section|table|tr|ul)\b/iu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&emsp;': '　',
  '&ensp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&ldquo;': '“',
  '&rdquo;': '”',
  '&middot;': '·',
  '&mdash;': '—',
};
/** Line ends, page breaks, tags, entities, invisible characters, radicals: where a line's text is interrupted. */
const MARK = new RegExp(
  `\\r\\n|[\\r\\n\\v\\f\\u0085\\u2028\\u2029]|${TAG.source}|&[a-z]{2,6};|[\\0\\u00ad\\u200b-\\u200f\\u2060\\ufeff]|[\\u2e80-\\u2fdf\\uf900-\\ufaff]`,
  'giu',
);

/** Lines of a text; several may become one paragraph. */
const MAX_LINES = 2 * MAX_BLOCKS;

/**
 * The lines of a text that say something, with the way back to their places. `readable` maps single characters.
 * Throws FileError('too-large').
 */
export const sourceLines = (text: string, readable: (char: string) => string): SourceLine[] => {
  const lines: SourceLine[] = [];
  let fragments: Fragment[] = [];
  let gap = 0;
  let from = 0;
  const keep = (to: number): void => {
    if (to > from) fragments.push({ text: text.slice(from, to), source: from, kept: true });
  };
  const end = (blankCounts: boolean): void => {
    const line = trimmed(fragments, gap);
    fragments = [];
    if (line) {
      if (lines.length >= MAX_LINES) throw new FileError('too-large', `超过${MAX_LINES}行`);
      lines.push(line);
      gap = 0;
    } else if (blankCounts) gap++;
  };
  for (const match of text.matchAll(MARK)) {
    const mark = match[0];
    const entity = ENTITIES[mark.toLowerCase()];
    if (mark.startsWith('&') && entity === undefined) continue;
    keep(match.index);
    from = match.index + mark.length;
    if (entity !== undefined) fragments.push({ text: entity, source: match.index, kept: false });
    else if (mark.startsWith('<')) {
      if (BREAKING.test(mark)) end(false);
    } else if (/^[\r\n\v\u0085\u2028\u2029]/u.test(mark)) end(true);
    else if (mark === '\f') {
      end(true);
      gap++;
    } else if (mark >= '\u2e80' && mark <= '\ufaff')
      fragments.push({ text: readable(mark), source: match.index, kept: readable(mark) === mark });
  }
  keep(text.length);
  end(false);
  return lines;
};

/** Drops blank space at both ends, but for the tabs of a row's empty cells; null when nothing is left. */
const trimmed = (fragments: readonly Fragment[], gap: number): SourceLine | null => {
  const whole = fragments.map((fragment) => fragment.text).join('');
  if (!whole.trim()) return null;
  const row = whole.split('\t').length > 2;
  const start = /^\s*/u.exec(whole)![0].length;
  const from = row && whole.slice(0, start).includes('\t') ? whole.indexOf('\t') : start;
  // The end by hand: an expression anchored at the end would try every blank of a hostile line.
  let end = row ? whole.length : whole.trimEnd().length;
  while (row && whole[end - 1] !== '\t' && /\s/u.test(whole[end - 1]!)) end--;
  const indent = displayWidth(whole.slice(0, start));
  return { text: whole.slice(from, end), fragments: partOf(fragments, from, end), indent, gap };
};

/** Half characters: Chinese and its punctuation are two wide. */
export const displayWidth = (text: string): number => {
  let width = 0;
  for (const char of text) width += char === '\t' ? 8 : char.charCodeAt(0) < 0x2000 ? 1 : 2;
  return width;
};

/** The part of a line's fragments between two offsets in their joined text. */
export const partOf = (fragments: readonly Fragment[], start: number, end: number): Fragment[] => {
  const parts: Fragment[] = [];
  let at = 0;
  for (const fragment of fragments) {
    const [first, last] = [Math.max(start - at, 0), Math.min(end - at, fragment.text.length)];
    const source = fragment.source + (fragment.kept ? first : 0);
    if (first < last) parts.push({ ...fragment, text: fragment.text.slice(first, last), source });
    at += fragment.text.length;
  }
  return parts;
};
