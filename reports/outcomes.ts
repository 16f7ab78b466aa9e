import type { FileOutcome, ReasonCode } from '../model/index.js';

/**
 * Left out by rule, with nothing in them that is not read elsewhere or that a person would file: only these
 * need nobody to look at them. An empty file is not among them, for it may be a document that was lost in saving.
 */
const BY_RULE: ReadonlySet<ReasonCode> = new Set(['duplicate', 'hidden', 'temporary', 'own-output']);

/** True for a file of which nothing can be said until a person has opened it. */
export const needsPerson = (outcome: FileOutcome): boolean =>
  outcome.status !== 'read' && !(outcome.reason && BY_RULE.has(outcome.reason.code));
