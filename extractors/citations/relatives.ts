import { type Citation, type CitationTarget, type Place, parseNumeral } from '../../model/index.js';
import {
  type Candidate,
  candidateOf,
  documentNamed,
  lastNoun,
  othersInSentence,
  partNamed,
  provisionNamed,
} from './antecedents.js';
import { articleNumber, type Standing, Standings } from './standing.js';

type Unresolved = Omit<Citation, 'role' | 'refersTo'>;
type Resolved = Omit<Citation, 'role'>;

/** Wording that a decision puts into another text: what 前款 and 本条例 mean there stands in that text. */
const AMENDS = /(?:修改|修订|改)为[：:“]|作(?:如下|出如下|以下)(?:修改|修订)|增加一[条款项]/u;
const POINTED = /^(?:该|同|上述|前述|上列|前列)(\p{Script=Han}{1,10}?)(?:的|中的?)?(?=第)/u;
const POINTED_ALONE = /^(?:上述|前述)(\p{Script=Han}{2})$/u;
const BACK = /^(?:本条|该条|同条)?[前上]([一两二三四五六七八九十几]?)(款|条|项)(.*)$/u;
const OWN = /^本([条款])(.*)$/u;
const SAME = /^[该同]([条款])/u;
const MOST_BACK = 20;
/** How far back an opening quotation mark is looked for. */
const LONGEST_QUOTE = 800;
/** Between a citation and its quoted wording: 规定：“…”. */
const QUOTES = /^(?:的|中)?(?:规定|明确|指出|要求|第[^“”。]{1,20})?[，,：:]?\s{0,3}$/u;

/**
 * Says of each self and relative citation of a text what it means, where exactly one candidate fits.
 * `place`: where the text stands in its document; one that begins with its own 第十二条 says it itself.
 */
export const resolveRelatives = (
  text: string,
  citations: readonly Unresolved[],
  place?: Place,
): Resolved[] => {
  if (citations.every(({ kind }) => kind !== 'self' && kind !== 'relative')) return [...citations];
  const standings = new Standings(text, place);
  const amends = AMENDS.test(text);
  const before: Candidate[] = [];
  return citations.map((citation): Resolved => {
    const target = targetOf({ text, standings, amends, before }, citation);
    const resolved = target ? { ...citation, refersTo: target } : citation;
    const candidate = candidateOf(resolved);
    if (candidate) before.push(candidate);
    return resolved;
  });
};

/** What the resolution of one citation looks at. */
interface Context {
  readonly text: string;
  readonly standings: Standings;
  readonly amends: boolean;
  /** What was cited before, as far as it is known what that means. */
  readonly before: readonly Candidate[];
}

const targetOf = (context: Context, citation: Unresolved): CitationTarget | null => {
  const { text, before, standings, amends } = context;
  const { kind, start, end, articles } = citation;
  if (kind === 'full' || kind === 'number') return null;
  const words = text.slice(start, end).replace(/[\s《》]+/gu, '');
  const quote = openQuote(text, start);

  // CASE 1: 本办法第三条; in wording quoted from another text it is that text's.
  if (kind === 'self') {
    const quoted = quote < 0 ? wordingOf(context, start) : quotedFrom(context, quote);
    if (quote < 0 && !quoted) return { document: 'self', articles };
    const noun = lastNoun(words.replace(/(?:的|中的?)?第.*$/u, ''));
    return quoted && quoted !== 'self' && lastNoun(quoted.title) === noun
      ? { document: quoted, articles }
      : null;
  }
  // CASE 2: 该法第三条, 上述条例: the text named before whose last noun it is.
  const pointed = (POINTED.exec(words) ?? POINTED_ALONE.exec(words))?.[1];
  if (pointed && !/^[条款项]$/u.test(pointed)) {
    const alone = POINTED_ALONE.test(words);
    // 《…》和上述规定: what stands beside it is something else.
    if (alone && /[和及与、]$/u.test(text.slice(Math.max(0, start - 1), start))) return null;
    if (alone && /^(?:规定|条款)$/u.test(pointed)) return provisionNamed(text, start, before);
    const document = documentNamed(lastNoun(pointed), text, start, before);
    return document && { document, articles: alone ? [] : articles };
  }
  // CASE 3: 该条第二款: of the article cited before.
  const same = SAME.exec(words)?.[1] as '条' | '款' | undefined;
  if (same) {
    const part = partNamed(same, text, start, before);
    return part && { ...part, articles: articles.map((entry) => part.articles[0] + entry.replace(SAME, '')) };
  }
  // CASE 4: 前款, 本条第一款, 第三条: counted from where the citation stands.
  if (amends || quote >= 0) return null;
  const standing = standings.at(start);
  if (!standing) return null;
  if (!/^[本前上]/u.test(words)) {
    if (othersInSentence(text, start, before)) return null;
    // 违反第十条规定的：（一）违反第一项规定的: the item of the article named, or of this one.
    const above = /^第[^条]*$/u.test(words) ? since(before, standing.start) : [];
    if (above.some((other) => other.articles.some(namesArticle))) return null;
  }
  const absolute: string[] = [];
  for (const entry of articles) {
    const meant = absoluteOf(entry, standing);
    if (!meant) return null;
    absolute.push(...meant);
  }
  return { document: 'self', articles: absolute };
};

/** The full paths that an entry means where it stands; null where it has no meaning there. */
const absoluteOf = (entry: string, standing: Standing): string[] | null => {
  if (namesArticle(entry)) return [entry];
  const back = BACK.exec(entry);
  if (back) return backFrom(standing, countOf(back[1]!), back[2]!, back[3]!);
  const own = OWN.exec(entry);
  if (own)
    return [(own[1] === '条' ? standing.article : paragraphPath(standing, standing.paragraph)) + own[2]];
  if (/^第[^项目]{1,10}款/u.test(entry)) return [standing.article + entry];
  const item = /^第[（(]?([^（）()款项目]{1,8})[）)]?项/u.exec(entry)?.[1];
  return item ? itemPath(standing, parseNumeral(item), entry) : null;
};

const namesArticle = (entry: string): boolean => /^第[^款项目]{1,14}条/u.test(entry);

/** 前款, 前两款, 前条第二款, 前项. */
const backFrom = (standing: Standing, count: number, unit: string, rest: string): string[] | null => {
  const { article, before, paragraph, item } = standing;
  if (count < 1 || count > MOST_BACK || (count > 1 && rest)) return null;
  if (unit === '款') {
    if (paragraph <= count) return null;
    return upTo(paragraph, count).map((value) => paragraphPath(standing, value) + rest);
  }
  if (unit === '项') {
    if (item <= count) return null;
    const path = paragraphPath(standing, paragraph);
    return upTo(item, count).map((value) => `${path}第（${articleNumber('', value).slice(1, -1)}）项${rest}`);
  }
  if (!before) return null;
  if (count === 1) return [before + rest];
  // 前三条 are counted only where no 之一 stands between.
  const value = parseNumeral(article.slice(1, -1));
  if (value === null || value <= count || before !== articleNumber(article, value - 1)) return null;
  return upTo(value, count).map((each) => articleNumber(article, each));
};

/** The `count` numbers before a value. */
const upTo = (value: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => value - count + i);

/** 第十二条第二款; 第十二条 where the article has one paragraph alone. */
const paragraphPath = ({ article, paragraphs }: Standing, paragraph: number): string =>
  paragraphs.length > 1 ? article + articleNumber('', paragraph).replace('条', '款') : article;

/** 第三项 of the only list of the article that has one of that number. */
const itemPath = (standing: Standing, value: number | null, entry: string): string[] | null => {
  if (value === null) return null;
  const having = standing.paragraphs.flatMap((items, i) => (items.includes(value) ? [i + 1] : []));
  // No item speaks of itself.
  const others =
    standing.item === value ? having.filter((paragraph) => paragraph !== standing.paragraph) : having;
  return others.length === 1 ? [paragraphPath(standing, others[0]!) + entry] : null;
};

const countOf = (words: string): number => (words === '' ? 1 : (parseNumeral(words) ?? 0));

/** What was cited from an offset on; of very many, the last. */
const since = (before: readonly Candidate[], offset: number): readonly Candidate[] =>
  before.slice(-MOST_BACK).filter(({ start }) => start >= offset);

/** Where a quotation that is open at an offset begins; -1 where none is. */
const openQuote = (text: string, offset: number): number => {
  const base = Math.max(0, offset - LONGEST_QUOTE);
  const behind = text.slice(base, offset);
  const open = behind.lastIndexOf('“');
  return open < 0 || behind.indexOf('”', open) >= 0 ? -1 : base + open;
};

/** The text from which a quotation is taken: 《…》第三条规定：“…”. */
const quotedFrom = ({ text, before }: Context, quote: number): Candidate['document'] | null => {
  const last = before.findLast(({ end }) => end <= quote);
  return last && quote - last.end <= 30 && QUOTES.test(text.slice(last.end, quote)) ? last.document : null;
};

const LINE_HEAD =
  /^[^\S\n]{0,4}(?:[-*|>•①-⑳]|[（(]?[0-9一二三四五六七八九十]{1,3}[）).．、-]){0,4}[^《》。；，]{0,16}$/u;
/** Right behind the article its wording begins, or a colon before it: no 规定, 的, 和 that goes on with the sentence. */
const WORDING =
  /^\s{0,3}(?:[：:]|(?!规定|的|所|中|之|和|及|与|或|至|等|以外|情形|执行|处)\p{Script=Han}{4})/u;

/** The text whose article a line sets out, without quotation marks: 《…》第十四条：违反本条例…. */
const wordingOf = ({ text, before }: Context, offset: number): Candidate['document'] | null => {
  const base = Math.max(0, offset - LONGEST_QUOTE);
  const line = base + text.slice(base, offset).lastIndexOf('\n') + 1;
  const first = since(before, line)[0];
  if (!first || first.document === 'self' || first.articles.length === 0) return null;
  const heads = first.start - line <= 40 && LINE_HEAD.test(text.slice(line, first.start));
  return heads && WORDING.test(text.slice(first.end, first.end + 8)) ? first.document : null;
};
