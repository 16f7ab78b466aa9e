import type { Span } from './span.js';

/**
 * error: the text itself shows the breach; warning: what the rules ask for does not stand in this file and may stand
 * elsewhere; note (提示): the tool can not tell, a person has to check (须核对).
 */
export type Severity = 'error' | 'warning' | 'note';
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/** Where a breach stands. Every breach has one; that of an absence stands at the provision that raises the duty. */
export interface BreachPlace {
  /** The narrowest path: 第十二条第二款. '' where the text has no numbers. */
  readonly place: string;
  /** In the source file, in words for a person: 第3页第12段. */
  readonly sourcePlace: string;
  /** In Manuscript.text. */
  readonly span: Span;
  /** In the decoded source text, where the format has one (txt, html). */
  readonly sourceSpan?: Span;
}

/** Why a person has set a breach aside. */
export interface Suppression {
  readonly reason: string;
}

/** What in a document goes against 国办发〔2020〕49号 or 发改办财金〔2021〕15号, or has to be checked against them. */
export interface Breach extends BreachPlace {
  /** The rule's id, such as `49-9-direct-citation`. */
  readonly rule: string;
  readonly severity: Severity;
  /** The article that the rule stands on: 国办发〔2020〕49号（九）. */
  readonly article: string;
  /** Exactly what stands at `span`. */
  readonly evidence: string;
  /** The sentence around the evidence as it stands, for quotation; `start` is its offset in Manuscript.text. */
  readonly context: { readonly start: number; readonly text: string };
  readonly message: string;
  readonly suggestion: string;
  /** Further places of which the same is said: notes are gathered, and warnings beyond the first ten alike. */
  readonly also?: readonly BreachPlace[];
  readonly suppression?: Suppression;
}

/** What there is to know of a rule without running it. */
export interface RuleInfo {
  /** Stays for ever: suppressions and other programs name it. */
  readonly id: string;
  /** 国办发〔2020〕49号（九） or 发改办财金〔2021〕15号一（三）. */
  readonly article: string;
  /** What is asked for, in a few Chinese words. */
  readonly title: string;
  /** provision: one sentence can break it; document: asked of the document with those that stand with it in the file. */
  readonly looksAt: 'provision' | 'document';
  /** The highest severity of its findings. */
  readonly severity: Severity;
  /** What a drafter can do. */
  readonly suggestion: string;
}
