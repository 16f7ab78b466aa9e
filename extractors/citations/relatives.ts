import type { Citation, CitationTarget, Place } from '../../model/index.js';
import { amendedText, amendsAnother } from './amended.js';
import {
  type Candidate,
  candidateOf,
  documentNamed,
  isMereNoun,
  lastNoun,
  othersInSentence,
  partNamed,
  provisionNamed,
  since,
} from './antecedents.js';
import { absoluteOf, namesArticle, otherArticle, partOf } from './counted.js';
import { openQuote, quotedFrom, wordingOf } from './quoted.js';
import { type Standing, Standings } from './standing.js';

type Unresolved = Omit<Citation, 'role' | 'refersTo'>;
type Resolved = Omit<Citation, 'role'>;

const POINTED = /^(?:该|同|上述|前述|上列|前列)(\p{Script=Han}{1,10}?)(?:的|中的?)?(?=第)/u;
const POINTED_ALONE = /^(?:上述|前述)(\p{Script=Han}{2})$/u;
/** 违反第十条规定的：（一）违反第一项规定的. */
const BROKEN = /(?:违反|有)(?:上述|前述)?$/u;
const SAME = /^[该同]([条款])/u;

/**
 * Says of each self and relative citation of a text, and of each by a mere noun (《条例》), what it means, where exactly one candidate fits.
 * `place`: where the text stands in its document; one that begins with its own 第十二条 says it itself.
 */
export const resolveRelatives = (
  text: string,
  citations: readonly Unresolved[],
  place?: Place,
): Resolved[] => {
  if (!citations.some(isOpen)) return [...citations];
  // Read off the text only where something is counted from a place.
  let standings: Standings | undefined;
  const standingAt = (offset: number): Standing | null => {
    standings ??= new Standings(text, place);
    return standings.at(offset);
  };
  const amends = amendsAnother(text);
  const before: Candidate[] = [];
  return citations.map((citation): Resolved => {
    const target = targetOf({ text, standingAt, amends, before }, citation);
    const resolved = target ? { ...citation, refersTo: target } : citation;
    const candidate = candidateOf(resolved);
    if (candidate) before.push(candidate);
    return resolved;
  });
};

/** What does not name the text that it means. */
const isOpen = ({ kind, title }: Unresolved): boolean =>
  kind === 'self' || kind === 'relative' || (kind === 'full' && isMereNoun(title));

/** What the resolution of one citation looks at. */
interface Context {
  readonly text: string;
  readonly standingAt: (offset: number) => Standing | null;
  readonly amends: boolean;
  /** What was cited before, as far as it is known what that means. */
  readonly before: readonly Candidate[];
}

const targetOf = (context: Context, citation: Unresolved): CitationTarget | null => {
  const { text, before, standingAt, amends } = context;
  const { kind, start, end, articles } = citation;
  if (kind === 'number') return null;
  // CASE 0: 该《条例》第五条, and 《条例》 that no 以下简称 has introduced: as 该条例.
  if (kind === 'full') {
    if (citation.number || !isMereNoun(citation.title)) return null;
    const document = documentNamed(lastNoun(citation.title), text, start, before);
    return document && { document, articles };
  }
  const words = text.slice(start, end).replace(/[\s《》]+/gu, '');
  const quote = openQuote(text, start);

  // CASE 1: 本办法第三条; in wording quoted from another text it is that text's.
  if (kind === 'self') {
    const quoted = quote < 0 ? wordingOf(text, start, before) : quotedFrom(text, quote, before);
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
  if (quote >= 0) return null;
  if (amends) {
    const document = articles.every(namesArticle) ? amendedText(text, citation, before) : null;
    return document && { document, articles };
  }
  const standing = standingAt(start);
  if (!standing) return null;
  if (!/^[本前上]/u.test(words)) {
    if (othersInSentence(text, start, before)) return null;
    const other = /^第[^条]*$/u.test(words) ? otherArticle(since(before, standing.start), standing) : null;
    if (other !== null) {
      const broken = BROKEN.test(text.slice(Math.max(0, start - 6), start));
      return broken && other ? partOf(other, articles, standing) : null;
    }
  }
  const absolute: string[] = [];
  for (const entry of articles) {
    const meant = absoluteOf(entry, standing);
    if (!meant) return null;
    absolute.push(...meant);
  }
  return { document: 'self', articles: absolute };
};
