import type { ArticleCheck, StatuteLibrary } from '../../model/index.js';
import { type ArticleNumber, articleCode, articleName, articleNumber } from '../articles.js';
import type { Version } from './identity.js';
import { movedTo } from './moves.js';
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
    const moved = past ? movedTo(key, past.date, today.date, code) : code;
    const target = moved === null ? number : numberOf(moved);
    const exists = moved !== null && past ? 'yes' : (today.set?.has(number) ?? 'unknown');
    const before = past ? (past.set?.has(number) ?? 'unknown') : undefined;
    return {
      cited: article,
      exists,
      ...(before ? { existedThen: before } : {}),
      now: moved !== null && moved !== code ? articleName(target) : '',
      wording: exists === 'no' ? null : wordingOf(today, target, library),
    };
  });

const numberOf = (code: string): ArticleNumber => {
  const [article = '0', inserted = '0'] = code.split('.');
  return [Number(article), Number(inserted)];
};

const wordingOf = (version: Version, number: ArticleNumber, library: StatuteLibrary): string | null =>
  version.libraryId === null ? null : (library.article(version.libraryId, articleName(number))?.text ?? null);
