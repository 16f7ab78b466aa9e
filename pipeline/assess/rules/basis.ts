import type { Label, ReadUnit, Severity } from '../../../model/index.js';
import type { Found } from './rule.js';
import { evidenceSpan, type ProvisionText, type Subject } from './subject.js';

/** How a provision stands by its assessment; the rules on basis ask this and judge nothing again. */
export type Ground = 'yes' | 'no' | 'unknown';

export const groundOf = ({ assessment }: ReadUnit): Ground => {
  if (!assessment) return 'unknown';
  const answers = [assessment.national.answer, assessment.local.answer];
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
};

/** A 地方性法规 is a ground itself and need not cite one: 国办发〔2020〕49号（一）（七）（九）. */
export const needsGround = ({ level }: Subject): boolean => level !== 'local-regulation';

/** What is said of a provision without a ground, and of one whose ground the assessment can not tell. */
export interface GroundWords {
  readonly severity: Severity;
  readonly none: string;
  readonly unknown: string;
  /** Words that are quoted rather than others where the evidence has them. */
  readonly quotes?: RegExp;
}

/**
 * The finding of a rule that asks for a ground: one a provision with the label. Without any ground it has the given
 * severity; where the assessment can not tell, it is a note to check.
 */
export const withoutGround = (
  { read, has }: ProvisionText,
  subject: Subject,
  label: Label,
  { severity, none, unknown, quotes }: GroundWords,
): Found[] => {
  if (!has(label) || !needsGround(subject)) return [];
  const span =
    (quotes && evidenceSpan(read, label, ({ text }) => quotes.test(text))) ?? evidenceSpan(read, label);
  const ground = groundOf(read);
  if (!span || ground === 'yes') return [];
  if (ground === 'unknown') return [{ span, severity: 'note', message: `${unknown}：${doubtOf(read)}` }];
  const why = read.assessment!.national.reason;
  return [{ span, severity: subject.isPlan ? 'note' : severity, message: `${none}：${why}` }];
};

const doubtOf = ({ assessment }: ReadUnit): string => {
  if (!assessment) return '依据未评估';
  const { national, local } = assessment;
  return national.answer === 'unknown' ? national.reason : local.reason;
};
