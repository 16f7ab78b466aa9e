import { z } from 'zod';
import type { Citation, Evidence, Label } from '../model/index.js';
import { resultLine } from '../reports/index.js';
import { inspection } from './inspect-contract.js';

const id = z
  .union([z.string(), z.number()])
  .meta({ description: 'Given back as it came, to tell the answers apart.' });
const label = z.enum(['D', 'B', 'P', 'Q', 'R'] satisfies Label[]);
const score = z.number().min(0).max(1);
const offset = z.int().nonnegative().meta({ description: 'UTF-16 units in `text`.' });

/** One line on standard input of `classify` and `cite`. Other members are ignored. */
export const textLine = z.object({
  id,
  text: z.string().meta({ description: 'A provision or passage as plain text.' }),
});

/** One line on standard output of `classify`. */
export const classifyLine = z.strictObject({
  id,
  labels: z.array(label),
  scores: z.strictObject({ D: score, B: score, P: score, Q: score, R: score }),
  evidence: z.array(
    z.strictObject({
      start: offset,
      end: offset,
      text: z.string(),
      label,
      cue: z.string().meta({ description: 'The id of the cue that fired.' }),
    }),
  ),
});

/** One line on standard output of `cite`. */
export const citeLine = z.strictObject({
  id,
  citations: z.array(
    z.strictObject({
      start: offset,
      end: offset,
      kind: z.enum(['full', 'number', 'self', 'relative'] satisfies Citation['kind'][]),
      title: z.string().meta({ description: 'Without 《》, short names resolved; empty where none.' }),
      number: z.string().meta({ description: '文号 with 〔〕; empty where none.' }),
      articles: z.array(z.string()).meta({ description: 'One entry an article, ranges and lists expanded.' }),
    }),
  ),
});

export type TextLine = z.infer<typeof textLine>;
export type ClassifyLine = z.infer<typeof classifyLine>;
export type CiteLine = z.infer<typeof citeLine>;

/** Every machine contract by the name of its schema file in docs/schemas. */
export const CONTRACTS = {
  'text-line': textLine,
  'classify-line': classifyLine,
  'cite-line': citeLine,
  'result-line': resultLine,
  inspection,
} as const;

/** A contract as JSON Schema, draft 2020-12. */
export const schemaOf = (name: keyof typeof CONTRACTS): object =>
  z.toJSONSchema(CONTRACTS[name], { target: 'draft-2020-12' });

/** An evidence with the members of the contract and no others. */
export const evidenceOf = ({ start, end, text, label, cue }: Evidence): ClassifyLine['evidence'][number] => ({
  start,
  end,
  text,
  label,
  cue,
});

/** A citation with the members of the contract and no others. */
export const citationOf = ({
  start,
  end,
  kind,
  title,
  number,
  articles,
}: Citation): CiteLine['citations'][number] => ({ start, end, kind, title, number, articles: [...articles] });
