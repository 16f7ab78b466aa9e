import { type AuditEvidence, type Breach, type Label, LEDGER_LABELS, type ReadUnit } from '../model/index.js';

const MOST = 5;
/** Characters of a provision on either side of the words that carry its label. */
const AROUND = 30;

/** The words that carry the labels, with what stands around them; the first few provisions are enough to see the matter. */
export const evidenceOf = (
  units: readonly ReadUnit[],
  labels: readonly Label[] = LEDGER_LABELS,
): AuditEvidence[] =>
  units
    .flatMap(({ unit, classification, place, sourcePlace }) => {
      const words = classification.evidence.filter(({ label }) => labels.includes(label));
      if (words.length === 0 || !classification.labels.some((label) => labels.includes(label))) return [];
      const first = words.reduce((a, b) => (b.start < a.start ? b : a));
      const start = Math.max(0, first.start - AROUND);
      const end = Math.min(unit.text.length, first.end + AROUND);
      const text = unit.text.slice(start, end).replace(/\s+/gu, '');
      return [
        {
          provision: place || unit.label,
          place: sourcePlace,
          text: `${start > 0 ? '……' : ''}${text}${end < unit.text.length ? '……' : ''}`,
        },
      ];
    })
    .slice(0, MOST);

/** What the text itself shows to be wrong, but for what a person has set aside. */
export const errorsOf = (breaches: readonly Breach[]): Breach[] =>
  breaches.filter(({ severity, suppression }) => severity === 'error' && !suppression);

/** What is wrong, each with the rule's article, each once. */
export const breachWords = (breaches: readonly Breach[]): string =>
  [...new Set(breaches.map(({ message, article }) => `${message}（${article}）`))].join('；');

const LONGEST_SENTENCE = 120;

/** Where rules are broken: the sentence, or of a long one the words alone. */
export const breachEvidence = (breaches: readonly Breach[]): AuditEvidence[] =>
  breaches.slice(0, MOST).map(({ place, sourcePlace, evidence, context }) => ({
    provision: place,
    place: sourcePlace,
    text: (context.text.length > LONGEST_SENTENCE ? evidence : context.text).replace(/\s+/gu, ''),
  }));
