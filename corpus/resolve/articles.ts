import type { ArticleCheck, StatuteLibrary } from '../../model/index.js';
import { type ArticleNumber, articleCode, articleName, articleNumber } from '../articles.js';
import type { Version } from './identity.js';
import { movedTo } from './moves.js';
import { citedPart } from './paragraphs.js';
import { sameWording } from './same-wording.js';
import type { Timeline } from './timeline.js';

/** Checks the cited articles of a statute against the version of today. */
export const checkArticles = (
  key: string,
  cited: readonly string[],
  { today, past }: Timeline,
  library: StatuteLibrary,
): readonly ArticleCheck[] =>
  cited.map((article): ArticleCheck => {
    const number = articleNumber(article);
    if (!number) return { cited: article, exists: 'unknown', now: '', wording: null };
    const code = articleCode(number);
    const moved = past ? moveOf(key, past, today, number, library) : code;
    const there = today.set?.has(number) ?? 'unknown';
    const before = past ? { existedThen: past.set?.has(number) ?? 'unknown' } : {};
    // Where a revision put the article is not known: today's article of that number may be another one.
    if (moved === null) {
      return { cited: article, exists: there === 'no' ? 'no' : 'unknown', ...before, now: '', wording: null };
    }
    const target = numberOf(moved);
    const exists = past ? 'yes' : there;
    const wording = exists === 'no' ? null : wordingOf(today, target, library);
    const now = moved === code ? '' : articleName(target);
    // The 款 and 项 are known with the wording alone, and in the version that they are cited from.
    const missing = wording !== null && now === '' && citedPart(wording, article) === null;
    return {
      cited: article,
      exists: missing ? 'no' : exists,
      ...before,
      now,
      wording: missing ? null : wording,
    };
  });

/** Where an article of an earlier version stands in a later one: by the tables, by equal numbering, by wording; null where not known. */
export const moveOf = (
  key: string,
  from: Version,
  to: Version,
  number: ArticleNumber,
  library: StatuteLibrary,
): string | null => {
  const code = articleCode(number);
  const known = movedTo(key, from.date, to.date, code);
  if (known !== null) return known;
  const equal = from.set?.exact && to.set?.exact && from.set.count === to.set.count;
  if (equal && from.set.has(number) === 'yes') return code;
  return byWording(from, to, number, library);
};

/** With both texts at hand the wording tells, where one article of the later version has it and no other. */
const byWording = (
  from: Version,
  to: Version,
  number: ArticleNumber,
  library: StatuteLibrary,
): string | null => {
  const old = wordingOf(from, number, library);
  if (old === null || to.libraryId === null) return null;
  const same = wordingOf(to, number, library);
  if (same !== null && sameWording(old, same)) return articleCode(number);
  const found = library.articleNumbers(to.libraryId).filter((name) => {
    const wording = library.article(to.libraryId!, name)?.text;
    return wording !== undefined && sameWording(old, wording);
  });
  const only = found.length === 1 ? articleNumber(found[0]!) : null;
  return only && articleCode(only);
};

const numberOf = (code: string): ArticleNumber => {
  const [article = '0', inserted = '0'] = code.split('.');
  return [Number(article), Number(inserted)];
};

const wordingOf = (version: Version, number: ArticleNumber, library: StatuteLibrary): string | null =>
  version.libraryId === null ? null : (library.article(version.libraryId, articleName(number))?.text ?? null);
