import type { Citation, CitationTarget } from '../../model/index.js';
import { INSTRUMENT } from './grammar.js';

export type Target = CitationTarget['document'];

/** A text named before a relative citation, with the articles cited of it. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly document: Target;
  readonly articles: readonly string[];
}

/** How far back an antecedent is looked for, and among how many citations. */
const REACH = 1500;
const MOST_CANDIDATES = 40;

const MERE_NOUN = new RegExp(`^(?:实施|暂行|试行|指导)?${INSTRUMENT}$`, 'u');
const VERSION = /[（(][^（）()]{1,24}[）)]$/u;
const LAST_NOUN =
  /(法典|(?<![办宪])法|宪法|条例|条令|办法|规定|细则|规则|解释|决定|章程|公约|条约|协定|议定书|通则|准则|规程|规范|纪要|意见|批复|通知|通告|公告|制度|方案|标准|指引|程序|措施|纲要|要点)$/u;

/** The noun that ends a title or name, its mark of version left aside: 办法 of 《清水市信用办法（试行）》; '' for none. */
export const lastNoun = (title: string): string =>
  LAST_NOUN.exec(title.replace(VERSION, '').replace(/[》〉>\s]+$/u, ''))?.[1] ?? '';

/** 《条例》, 《实施办法》: which one is not said. */
export const isMereNoun = (title: string): boolean => MERE_NOUN.test(title);

/** Whether 该法 can mean a text of this title: 法 is also said of a 法典, nothing else goes by another noun. */
const fits = ({ document }: Candidate, noun: string): boolean => {
  if (document === 'self') return false;
  const own = lastNoun(document.title);
  return own === noun || (noun === '法' && (own === '法典' || own === '宪法'));
};

const documentKey = (document: Target): string =>
  document === 'self'
    ? '本'
    : document.title.replace(/^中华人民共和国|[\s《》〈〉<>]/gu, '') || document.number;

/** A citation as a candidate for those behind it; null where it is not known itself what it means. */
export const candidateOf = (citation: Omit<Citation, 'role'>): Candidate | null => {
  const { start, end, kind, title, number, articles, refersTo } = citation;
  if (refersTo) return { start, end, ...refersTo };
  const named = kind === 'number' || (kind === 'full' && (number || !isMereNoun(title)));
  return named ? { start, end, document: { title, number }, articles } : null;
};

/** What was cited from an offset on; of very many, the last. */
export const since = (before: readonly Candidate[], offset: number): readonly Candidate[] =>
  before.slice(-MOST_CANDIDATES).filter(({ start }) => start >= offset);

/** What was cited before an offset, nearest scope first: the sentence, the paragraph, all within reach. */
const scopes = (text: string, offset: number, before: readonly Candidate[]): Candidate[][] => {
  const base = Math.max(0, offset - REACH);
  const behind = text.slice(base, offset);
  const sentence =
    base + Math.max(behind.lastIndexOf('。'), behind.lastIndexOf('；'), behind.lastIndexOf('\n')) + 1;
  const paragraph = base + behind.lastIndexOf('\n') + 1;
  const near = before.slice(-MOST_CANDIDATES).filter(({ start }) => start >= base);
  return [sentence, paragraph, base].map((from) => near.filter(({ start }) => start >= from));
};

/** The only text in the nearest scope that has some and whose last noun fits; null where none or several do. */
export const documentNamed = (
  noun: string,
  text: string,
  offset: number,
  before: readonly Candidate[],
): Target | null => {
  for (const scope of scopes(text, offset, before)) {
    const fitting = scope.filter((candidate) => fits(candidate, noun));
    if (fitting.length > 0) return single(fitting, ({ document }) => documentKey(document))?.document ?? null;
  }
  return null;
};

/** The only article (depth 条) or paragraph (款) cited before in the sentence, else in the paragraph: 该条, 同款. */
export const partNamed = (
  depth: '条' | '款',
  text: string,
  offset: number,
  before: readonly Candidate[],
): CitationTarget | null => {
  const path =
    depth === '条'
      ? /^第[^第条款项目]{1,14}条(?:之[一二三四五六七八九十]{1,3})?/u
      : /^第.{1,14}条.{0,4}?第?[^条款项目]{1,10}款/u;
  for (const scope of scopes(text, offset, before).slice(0, 2)) {
    const parts = scope.flatMap(({ document, articles }) =>
      articles.flatMap((entry) => {
        const part = path.exec(entry)?.[0];
        return part ? [{ document, articles: [part] }] : [];
      }),
    );
    if (parts.length > 0) return single(parts, targetKey);
  }
  return null;
};

/** The only provision cited before in the sentence, else in the paragraph: 上述规定. */
export const provisionNamed = (
  text: string,
  offset: number,
  before: readonly Candidate[],
): CitationTarget | null => {
  const found = scopes(text, offset, before)
    .slice(0, 2)
    .find((scope) => scope.length > 0);
  const one = found && single(found, targetKey);
  return one ? { document: one.document, articles: one.articles } : null;
};

/** Whether another text than this one is cited before in the same sentence. */
export const othersInSentence = (text: string, offset: number, before: readonly Candidate[]): boolean =>
  scopes(text, offset, before)[0]!.some(({ document }) => document !== 'self');

const targetKey = ({ document, articles }: CitationTarget): string =>
  `${documentKey(document)}|${articles.join(' ')}`;

const single = <T>(entries: readonly T[], key: (entry: T) => string): T | null =>
  new Set(entries.map(key)).size === 1 ? entries[0]! : null;
