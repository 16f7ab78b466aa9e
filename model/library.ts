import type { StatuteRef } from './resolution.js';

/** A version of a statute whose text is at hand. */
export interface LibraryVersion extends StatuteRef {
  readonly id: number;
  /** As its source marks it: 现行有效, 废止或失效; '' where it says nothing. */
  readonly status: string;
  /** Number of articles. */
  readonly articles: number;
  /** The file it was read from, below the imported folder. */
  readonly source: string;
}

/** One article with its wording. */
export interface LibraryArticle {
  /** 第三十条, 第一百三十三条之一. */
  readonly number: string;
  /** All its paragraphs, without the number; '\n' between them. */
  readonly text: string;
  /** Titles of part, chapter and section above, outermost first. */
  readonly path: readonly string[];
}

export interface LibraryHit {
  readonly version: LibraryVersion;
  readonly article: LibraryArticle;
  /** Higher is better; only comparable within one search. */
  readonly score: number;
}

/** Statute texts that the user imported; read-only. */
export interface StatuteLibrary {
  /** Another one whenever the content is another: part of the key of cached results. '' when nothing was imported. */
  readonly fingerprint: string;
  /** Every version under a title, compared by titleKey; newest first. */
  readonly versions: (titleKey: string) => readonly LibraryVersion[];
  /** Numbers of a version's articles, in order. */
  readonly articleNumbers: (version: number) => readonly string[];
  readonly article: (version: number, number: string) => LibraryArticle | null;
  /** Articles that hold every one of the words, best first. */
  readonly search: (words: readonly string[], limit: number) => readonly LibraryHit[];
}

/** The library of someone who imported nothing. */
export const EMPTY_LIBRARY: StatuteLibrary = {
  fingerprint: '',
  versions: () => [],
  articleNumbers: () => [],
  article: () => null,
  search: () => [],
};
