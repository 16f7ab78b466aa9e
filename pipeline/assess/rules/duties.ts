import { listSetting, listSeverity } from './listing.js';
import { article49, type DocumentRule } from './rule.js';

/** A duty of whoever sets a list: met where the pattern holds anywhere in the document or its company. */
interface ListDuty {
  readonly id: string;
  /** The number in 国办发〔2020〕49号. */
  readonly number: string;
  readonly title: string;
  readonly met: RegExp;
  /** Asked only where this holds, so that one absence is told once. */
  readonly when?: RegExp;
  readonly message: string;
  readonly suggestion: string;
}

/** The rule of a duty; its finding stands where the list is set. */
export const listDuty = ({ id, number, title, met, when, message, suggestion }: ListDuty): DocumentRule => ({
  id,
  article: article49(number),
  title,
  looksAt: 'document',
  severity: 'warning',
  suggestion,
  check: function* (subject) {
    const setting = listSetting(subject);
    if (!setting || subject.says(met) || (when && !subject.says(when))) return;
    yield { span: setting.span, severity: listSeverity(subject, setting), message };
  },
});
