import type { LegalLevel, RuleInfo, Severity, Span } from '../../../model/index.js';
import type { ProvisionText, Subject } from './subject.js';

/** What a rule has found, before it is brought into its place. */
export interface Found {
  /** In Manuscript.text; not empty. */
  readonly span: Span;
  /** In Chinese: what is wrong here, with the words or the duty that it is about. */
  readonly message: string;
  /** Where it is another than the rule's own. */
  readonly severity?: Severity;
}

/** A rule that one provision can break by itself. */
export interface ProvisionRule extends RuleInfo {
  readonly looksAt: 'provision';
  readonly check: (provision: ProvisionText, subject: Subject) => Iterable<Found>;
}

/** A rule on a document, together with what is issued, attached or forwarded with it in the same file. */
export interface DocumentRule extends RuleInfo {
  readonly looksAt: 'document';
  readonly check: (subject: Subject) => Iterable<Found>;
}

export type Rule = ProvisionRule | DocumentRule;

/** The article of 国办发〔2020〕49号 by its number in brackets. */
export const article49 = (number: string): string => `国办发〔2020〕49号（${number}）`;

/** Documents that others rest on, and those of courts: what is cleaned up are the measures of 部门和单位 (15号文 一). */
const OUTSIDE: ReadonlySet<LegalLevel> = new Set([
  'law',
  'administrative-regulation',
  'central-policy',
  'judicial-interpretation',
]);

/** Whether the rules speak to a document of this level at all. */
export const isSubject = (level: LegalLevel): boolean => !OUTSIDE.has(level);
