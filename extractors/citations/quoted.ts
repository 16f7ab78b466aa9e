import { type Candidate, since, type Target } from './antecedents.js';

/** How far back an opening quotation mark is looked for. */
const LONGEST_QUOTE = 800;
/** Between a citation and its quoted wording: 规定：“…”. */
const QUOTES = /^(?:的|中)?(?:规定|明确|指出|要求|第[^“”。]{1,20})?[，,：:]?\s{0,3}$/u;
const LINE_HEAD =
  /^[^\S\n]{0,4}(?:[-*|>•①-⑳]|[（(]?[0-9一二三四五六七八九十]{1,3}[）).．、-]){0,4}[^《》。；，]{0,16}$/u;
/** Right behind the article its wording begins, or a colon before it: no 规定, 的, 和 that goes on with the sentence. */
const WORDING =
  /^\s{0,3}(?:[：:]|(?!规定|的|所|中|之|和|及|与|或|至|等|以外|情形|执行|处)\p{Script=Han}{4})/u;

/** Where a quotation that is open at an offset begins; -1 where none is. */
export const openQuote = (text: string, offset: number): number => {
  const base = Math.max(0, offset - LONGEST_QUOTE);
  const behind = text.slice(base, offset);
  const open = behind.lastIndexOf('“');
  return open < 0 || behind.indexOf('”', open) >= 0 ? -1 : base + open;
};

/** The text from which a quotation is taken: 《…》第三条规定：“…”. */
export const quotedFrom = (text: string, quote: number, before: readonly Candidate[]): Target | null => {
  const last = before.findLast(({ end }) => end <= quote);
  return last && quote - last.end <= 30 && QUOTES.test(text.slice(last.end, quote)) ? last.document : null;
};

/** The text whose article a line sets out, without quotation marks: 《…》第十四条：违反本条例…. */
export const wordingOf = (text: string, offset: number, before: readonly Candidate[]): Target | null => {
  const base = Math.max(0, offset - LONGEST_QUOTE);
  const line = base + text.slice(base, offset).lastIndexOf('\n') + 1;
  const first = since(before, line)[0];
  if (!first || first.document === 'self' || first.articles.length === 0) return null;
  const heads = first.start - line <= 40 && LINE_HEAD.test(text.slice(line, first.start));
  return heads && WORDING.test(text.slice(first.end, first.end + 8)) ? first.document : null;
};
