import type { LegalLevel, Territory } from './regulation.js';

/**
 * What the check of a citation came to. verified: the article exists, is in force and provides for the kind of
 * measure; mismatch: it exists and says something else; no-such-article; ended: the text ended or was revised so that
 * the article is another one; not-catalogued: unknown, never "none"; judgement: only a person can say (司法解释, drafts,
 * wording not at hand).
 */
export type Verdict = 'verified' | 'mismatch' | 'no-such-article' | 'ended' | 'not-catalogued' | 'judgement';

/** 核对结论, as users read it. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  verified: '已核实',
  mismatch: '条文不符',
  'no-such-article': '条文不存在',
  ended: '已失效或已修订',
  'not-catalogued': '未收录',
  judgement: '需人工判断',
};

/** A legal text that a citation may mean. */
export interface StatuteRef {
  /** Official title. */
  readonly title: string;
  readonly level: LegalLevel;
  /** Where it holds; null for national ones. */
  readonly territory: Territory | null;
  /** 文号 of the version, normalised; '' where not known. */
  readonly number: string;
  /** ISO date of the version (公布, 修正); '' where not known. */
  readonly date: string;
  /** ISO date from which the version is in force; '' where not known. */
  readonly effectiveOn: string;
}

/** One cited article of a resolved text. */
export interface ArticleCheck {
  /** As cited: 第三十条第二款. */
  readonly cited: string;
  readonly exists: 'yes' | 'no' | 'unknown';
  /** Whether it existed in the version of `inForceThen`; absent where there is none. */
  readonly existedThen?: 'yes' | 'no' | 'unknown';
  /** Its number in today's version, where a revision moved it and the move is known; else ''. */
  readonly now: string;
  /** The wording in today's version, from the user's own library of statute texts; null where it is not at hand. */
  readonly wording: string | null;
}

/** What a citation was resolved to, and how. */
export interface Resolution {
  /** null where nothing fits well enough to be taken: see `alternatives`. */
  readonly statute: StatuteRef | null;
  /**
   * By what it was found: its title, a customary short name, another form of the title, its 文号; ambiguous where several
   * statutes fit, near where only similar titles do, nothing where none does: then `statute` is null.
   */
  readonly matched: 'title' | 'short-name' | 'other-form' | 'number' | 'ambiguous' | 'near' | 'nothing';
  /** 0 … 1: how well the citation fits the statute; 1 for title and territory without doubt. */
  readonly score: number;
  /** Other texts that may be meant, best first: offered, never taken. */
  readonly alternatives: readonly (StatuteRef & { readonly score: number })[];
  /** The version in force when the citing document was issued, where it is another one than today's; else null. */
  readonly inForceThen: StatuteRef | null;
  /** in-force: today's version is `statute`; ended: repealed or replaced; unknown: sources differ or say nothing. */
  readonly standing: 'in-force' | 'ended' | 'unknown';
  /** What took its place, where known; ''. */
  readonly successor: string;
  /** Why it is not sure which version's articles are meant, in Chinese; '' where it is. */
  readonly versionDoubt: string;
  readonly articles: readonly ArticleCheck[];
  /** The range that exists, 第一条至第八十三条; '' where not known. */
  readonly range: string;
  /** The steps that led here, in Chinese, each a sentence without full stop. */
  readonly reasons: readonly string[];
}
