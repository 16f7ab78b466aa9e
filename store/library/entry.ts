import type { LegalLevel, LibraryArticle, Territory } from '../../model/index.js';

/** A statute as one file holds it. */
export interface StatuteEntry {
  /** Under which titles are compared. */
  readonly key: string;
  readonly title: string;
  readonly level: LegalLevel | 'unknown';
  readonly territory: Territory | null;
  readonly number: string;
  readonly date: string;
  readonly effectiveOn: string;
  readonly status: string;
  /** Further facts, kept as they are given; `levelDoubt` is what `corpus check` lists. */
  readonly facts: object;
  /** In order; `position` sorts articles of several files. */
  readonly articles: readonly (LibraryArticle & { readonly position: number })[];
}

/** A file of an imported folder: with its statute, or why it has none. */
export interface LibraryFile {
  readonly path: string;
  /** SHA-256 of the content, hex; '' where it could not be read: it is tried again by the next import. */
  readonly hash: string;
  readonly statute: StatuteEntry | null;
  /** In Chinese; '' where a statute was read. */
  readonly problem: string;
}
