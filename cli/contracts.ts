import { z } from 'zod';
import { auditCertificate, auditFrameLine } from '../audit/index.js';
import type { Label } from '../model/index.js';
import {
  auditComparison,
  auditFollowUp,
  blanketReference,
  checkReport,
  citation,
  evidence,
  resultLine,
} from '../reports/index.js';
import { auditPlan } from './audit/contract.js';
import { evaluationReport, evaluationRun, labelledLine } from './evaluate/contract.js';
import { inspection } from './inspect-contract.js';
import { decisionLine } from './learn/decision-line.js';
import { id, textLine } from './text-line.js';

const label = z.enum(['D', 'B', 'P', 'Q', 'R'] satisfies Label[]);
const score = z.number().min(0).max(1);

/** One line on standard output of `classify`. */
export const classifyLine = z.strictObject({
  id,
  labels: z.array(label),
  scores: z.strictObject({ D: score, B: score, P: score, Q: score, R: score }),
  evidence: z.array(evidence),
});

/** One line on standard output of `similar`. */
export const similarLine = z.strictObject({
  id,
  similar: z
    .array(
      z.strictObject({
        id: z.string().meta({ description: 'Which labelled provision.' }),
        path: z.array(z.string()).meta({
          description:
            'Title of its document and headings above, outermost first; empty where none is known.',
        }),
        labels: z.array(label).meta({ description: 'What people said that it involves.' }),
        similarity: score.meta({ description: 'The cosine; 1 for the same text.' }),
        text: z.string(),
      }),
    )
    .meta({ description: 'The likest first; empty where nothing has anything in common with the text.' }),
});

/** One line on standard output of `cite`. */
export const citeLine = z.strictObject({
  id,
  citations: z.array(citation),
  blanket: z.array(blanketReference).meta({
    description: 'References that name no text (有关法律、法规的规定): no citations, and no basis.',
  }),
});

export type ClassifyLine = z.infer<typeof classifyLine>;
export type SimilarLine = z.infer<typeof similarLine>;
export type CiteLine = z.infer<typeof citeLine>;

/** Every machine contract by the name of its schema file in docs/schemas. */
export const CONTRACTS = {
  'text-line': textLine,
  'classify-line': classifyLine,
  'similar-line': similarLine,
  'cite-line': citeLine,
  'result-line': resultLine,
  inspection,
  'check-report': checkReport,
  'decision-line': decisionLine,
  'labelled-line': labelledLine,
  'evaluation-report': evaluationReport,
  'evaluation-run': evaluationRun,
  'audit-plan': auditPlan,
  'audit-comparison': auditComparison,
  'audit-follow-up': auditFollowUp,
  'audit-certificate': auditCertificate,
  'audit-frame-line': auditFrameLine,
} as const;

/** A contract as JSON Schema, draft 2020-12. */
export const schemaOf = (name: keyof typeof CONTRACTS): object =>
  z.toJSONSchema(CONTRACTS[name], { target: 'draft-2020-12' });
