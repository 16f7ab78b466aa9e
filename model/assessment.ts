import type { Citation } from './citation.js';
import type { LegalLevel } from './regulation.js';

export type Answer = 'yes' | 'no' | 'unknown';

/** Where a citation stands, relative to the flagged provision. */
export type BasisPlace = 'same-provision' | 'enacting-clause';

/** A citation that was weighed as a basis, with what is known of the cited document. */
export interface WeighedCitation {
  readonly citation: Citation;
  readonly place: BasisPlace;
  readonly level: LegalLevel | 'unknown';
  /** Why that level: 目录收录, 文号前缀, 标题形式 … in Chinese. */
  readonly levelReason: string;
  /** Whether it could be a national or a local basis at all. */
  readonly counts: 'national' | 'local' | 'neither' | 'unknown';
}

/** One of the two basis questions, with its answer and the reason in Chinese words. */
export interface BasisAnswer {
  readonly answer: Answer;
  readonly reason: string;
}

/** 处置方式. 立法 is only for a person to choose. */
export type Disposal = '保留' | '修订' | '废止' | '立法';

/** The basis of one flagged provision. */
export interface ProvisionAssessment {
  readonly national: BasisAnswer;
  readonly local: BasisAnswer;
  readonly weighed: readonly WeighedCitation[];
}

/** A proposal with its reason; null when nothing can be proposed without a person. */
export interface DisposalProposal {
  readonly disposal: Exclude<Disposal, '立法'> | null;
  readonly reason: string;
}
