import { z } from 'zod';
import type { Breach, BreachPlace, Severity } from '../model/index.js';

const offset = z.int().nonnegative();
const span = z.strictObject({ start: offset, end: offset });

const place = {
  place: z
    .string()
    .meta({ description: "The narrowest path: 第十二条第二款; '' where the text has no numbers." }),
  sourcePlace: z.string().meta({ description: 'Where it stands in the file: 第3页第12段.' }),
  span: span.meta({ description: 'UTF-16 units in the text as read (`manuscript.text` of `inspect`).' }),
  sourceSpan: span.nullable().meta({
    description: 'UTF-16 units in the decoded source text; null for formats without one (Word, PDF).',
  }),
};

export const severity = z.enum(['error', 'warning', 'note'] satisfies Severity[]).meta({
  description:
    'error: the text itself shows the breach; warning: what is asked for does not stand here and may stand elsewhere; note: to be checked by a person (须核对).',
});

/** What in a document goes against a rule. */
export const breach = z.strictObject({
  rule: z.string().meta({ description: 'The id of the rule: docs/rules.md.' }),
  severity,
  article: z.string().meta({ description: 'The article it stands on: 国办发〔2020〕49号（九）.' }),
  ...place,
  evidence: z.string().meta({ description: 'Exactly what stands at `span`.' }),
  context: z
    .strictObject({ start: offset, text: z.string() })
    .meta({ description: 'The sentence around the evidence; `start` counts as `span` does.' }),
  message: z.string().meta({ description: 'In Chinese.' }),
  suggestion: z.string().meta({ description: 'In Chinese.' }),
  also: z.array(z.strictObject(place)).meta({ description: 'Further places of which the same is said.' }),
  suppression: z
    .strictObject({ reason: z.string() })
    .nullable()
    .meta({ description: 'Why a person has set it aside; null where nobody has.' }),
});

export type BreachLine = z.infer<typeof breach>;

/** A breach with the members of the contract and no others. */
export const breachLine = (found: Breach): BreachLine => ({
  rule: found.rule,
  severity: found.severity,
  article: found.article,
  ...placeLine(found),
  evidence: found.evidence,
  context: { start: found.context.start, text: found.context.text },
  message: found.message,
  suggestion: found.suggestion,
  also: (found.also ?? []).map(placeLine),
  suppression: found.suppression ? { reason: found.suppression.reason } : null,
});

const placeLine = ({ place, sourcePlace, span, sourceSpan }: BreachPlace) => ({
  place,
  sourcePlace,
  span: { start: span.start, end: span.end },
  sourceSpan: sourceSpan ? { start: sourceSpan.start, end: sourceSpan.end } : null,
});
