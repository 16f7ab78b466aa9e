import type { Span } from './span.js';

/** D 信用信息纳入、共享、公开; B 名单认定; P 失信惩戒; Q 资格限制（提示）; R 信用修复. */
export type Label = 'D' | 'B' | 'P' | 'Q' | 'R';
export const LABELS: readonly Label[] = ['D', 'B', 'P', 'Q', 'R'];
/** The labels that bring a document into the ledger's three columns. */
export const LEDGER_LABELS: readonly Label[] = ['D', 'B', 'P'];

/** Whether labels, or their letters, bring a document into the ledger's three columns. */
export const hasLedgerLabel = (labels: string | readonly Label[]): boolean =>
  LEDGER_LABELS.some((label) => labels.includes(label));

/** The words that carried a label; offsets are in the text that was classified. */
export interface Evidence extends Span {
  readonly text: string;
  readonly label: Label;
  /** The id of the cue, such as `D.record-into-file`. */
  readonly cue: string;
}

/** What a classifier says of one text. Every label has at least one evidence. */
export interface Classification {
  readonly labels: readonly Label[];
  /** 0 … 1 for each label. */
  readonly scores: Readonly<Record<Label, number>>;
  readonly evidence: readonly Evidence[];
  /** Words by which the cues would have given a label that the learned score withheld: for a person to see. */
  readonly overruled: readonly Evidence[];
  /** 0 … 1: how much a person's look at the text is worth, by which passages are put in order for review. */
  readonly usefulness: number;
  /** Present once a person has spoken: the labels as they were before. Words of a label taken away are in `overruled`. */
  readonly proposed?: readonly Label[];
}

/** Whether a person should see the text: it carries a label, or the learned score withheld what a cue saw. */
export const concernsReviewer = ({ labels, overruled }: Classification): boolean =>
  labels.length > 0 || overruled.length > 0;
