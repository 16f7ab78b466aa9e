import type { Citation } from './citation.js';
import type { Label } from './finding.js';
import type { LegalLevel } from './regulation.js';
import type { Resolution, StatuteRef, Verdict } from './resolution.js';

export type Answer = 'yes' | 'no' | 'unknown';

/** Where a citation stands, relative to the flagged provision. */
export type BasisPlace = 'same-provision' | 'enacting-clause';

/** What the cited articles say of the measures that a provision has under one label. */
export interface LabelBacking {
  readonly label: Label;
  readonly says: Answer;
  /** The provision's kinds of measure under the label, by their ids; [] where it names none. */
  readonly wanted: readonly string[];
  /** Those of them that the articles provide for. */
  readonly covered: readonly string[];
  /** The cited articles that provide for any of them, as cited; where no article is cited, those of the statute that do. */
  readonly articles: readonly string[];
  /** In Chinese, without full stop. */
  readonly reason: string;
}

/** A citation that was weighed as a basis, with what is known of the cited document. */
export interface WeighedCitation {
  readonly citation: Citation;
  readonly place: BasisPlace;
  readonly level: LegalLevel | 'unknown';
  /** Why that level: 目录收录, 文号前缀, 标题形式 … in Chinese. */
  readonly levelReason: string;
  /** Whether it could be a national or a local basis at all. */
  readonly counts: 'national' | 'local' | 'neither' | 'unknown';
  readonly verdict: Verdict;
  readonly resolution: Resolution;
  /** One entry a ledger label of the provision; [] for citations of the enacting clause, which carry no measure. */
  readonly backing: readonly LabelBacking[];
  /** The steps that led to the verdict, in Chinese, each a sentence without full stop. */
  readonly chain: readonly string[];
}

/** An article that provides for measures of this kind here and now: for a person to consider, never taken. */
export interface BasisSuggestion {
  readonly statute: StatuteRef;
  readonly article: string;
  /** null where the wording is not at hand. */
  readonly wording: string | null;
  /** Why it is suggested, in Chinese. */
  readonly reasons: readonly string[];
}

/** One of the two basis questions, with its answer and the reason in Chinese words. */
export interface BasisAnswer {
  readonly answer: Answer;
  readonly reason: string;
}

/** 处置方式. 立法 is only for a person to choose. */
export const DISPOSALS = ['保留', '修订', '立法', '废止'] as const;
export type Disposal = (typeof DISPOSALS)[number];

/** The basis of one flagged provision. */
export interface ProvisionAssessment {
  readonly national: BasisAnswer;
  readonly local: BasisAnswer;
  readonly weighed: readonly WeighedCitation[];
  /** Best first; [] where a basis was found. */
  readonly suggestions: readonly BasisSuggestion[];
}

/** A proposal with its reason; null when nothing can be proposed without a person. */
export interface DisposalProposal {
  readonly disposal: Exclude<Disposal, '立法'> | null;
  readonly reason: string;
}
