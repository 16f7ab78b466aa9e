import type { LegalLevel, Verdict } from '../../../model/index.js';

/** What must come out; what is not named is not looked at. '' and [] mean that nothing may be there. */
export interface Expected {
  /** Official title of the statute; '' for none. */
  readonly title?: string;
  readonly level?: LegalLevel;
  /** What levelOfCitation says of it, also where no statute was found. */
  readonly cites?: LegalLevel | 'unknown';
  /** Date of today's version. */
  readonly today?: string;
  /** Date of the version in force when the document was issued; '' where it is today's. */
  readonly past?: string;
  readonly standing?: 'in-force' | 'ended' | 'unknown';
  readonly successor?: string;
  /** Today's number of the first cited article; '' where it did not move. */
  readonly now?: string;
  readonly exists?: 'yes' | 'no' | 'unknown';
  readonly range?: string;
  readonly score?: number;
  /** A title that is among the alternatives; '' for no alternatives at all. */
  readonly offers?: string;
  /** Words that a reason has. */
  readonly says?: string;
  /** Kinds of measure of the provision, by which the article is judged. */
  readonly measures?: string;
}

/**
 * A citation as a document has it, 《title》（文号）articles joined by 、; the document's place and date; the verdict;
 * what must come out; the reason the row exists.
 */
export type Case = readonly [cite: string, at: string, verdict: Verdict, expected: Expected, why: string];
