import { z } from 'zod';
import {
  type Answer,
  type BasisAnswer,
  type BlockKind,
  type Citation,
  type CitationRole,
  type Disposal,
  LEDGER_FIELDS,
  type LedgerForm,
  type ProvisionKind,
  type RegulationRole,
  type Severity,
  type Sourced,
} from '../model/index.js';
import { backing, kinds, label, level, resolution, suggestion, verdict } from '../reports/index.js';

const span = z
  .object({ start: z.int().nonnegative(), end: z.int().nonnegative() })
  .meta({ description: 'UTF-16 units, end exclusive.' });
const kind = z.enum([
  'part',
  'subpart',
  'chapter',
  'section',
  'article',
  'paragraph',
  'item',
  'subitem',
  'heading',
  'text',
  'attachment',
  'table',
  'row',
] satisfies ProvisionKind[]);

/** A header fact; without span where it was not read from the text. */
const sourced = <T extends z.ZodType>(value: T) =>
  z.object({
    value,
    span: span.optional(),
    from: z.enum([
      'text',
      'metadata',
      'inherited',
      'derived',
      'filename',
    ] satisfies Sourced<unknown>['from'][]),
  });
const fact = sourced(z.string()).nullable();

const header = z.object({
  title: fact,
  documentNumber: fact,
  issuer: fact,
  issuers: z.array(z.string()),
  issuedOn: fact,
  publishedOn: fact,
  effectiveOn: fact,
  level: sourced(level.exclude(['unknown'])),
  territory: z
    .object({ province: z.string(), city: z.string().optional(), county: z.string().optional() })
    .nullable(),
});

const provision = z.object({
  kind,
  number: z.string(),
  label: z.string(),
  span,
  heading: span.optional(),
  get children(): z.ZodArray<typeof provision> {
    return z.array(provision);
  },
});

const citation = span.extend({
  kind: z.enum(['full', 'number', 'self', 'relative'] satisfies Citation['kind'][]),
  title: z.string(),
  number: z.string(),
  articles: z.array(z.string()),
  role: z.enum(['basis', 'applied', 'violated', 'repealed', 'object', 'mention'] satisfies CitationRole[]),
  refersTo: z
    .object({
      document: z.union([z.literal('self'), z.object({ title: z.string(), number: z.string() })]),
      articles: z.array(z.string()),
    })
    .optional(),
});

const answer = z.object({
  answer: z.enum(['yes', 'no', 'unknown'] satisfies BasisAnswer['answer'][]),
  reason: z.string(),
});

const assessment = z.object({
  national: answer,
  local: answer,
  weighed: z.array(
    z.object({
      citation,
      place: z.enum(['same-provision', 'enacting-clause']),
      level,
      levelReason: z.string(),
      counts: z.enum(['national', 'local', 'neither', 'unknown']),
      verdict,
      resolution,
      backing,
      chain: z.array(z.string()),
    }),
  ),
  suggestions: z.array(suggestion),
});

const words = span.extend({ text: z.string(), label, cue: z.string() });

/** Offsets of evidence and citations count in `unit.text`; `unit.span` counts in the manuscript's text. */
const readUnit = z.object({
  unit: z.object({
    label: z.string(),
    kind,
    span,
    text: z.string(),
    path: z.array(z.string()),
    lead: z.string(),
  }),
  classification: z.object({
    labels: z.array(label),
    scores: z.record(label, z.number()),
    evidence: z.array(words),
    overruled: z.array(words),
    usefulness: z.number(),
  }),
  kinds: kinds.optional().meta({ description: 'Present where the unit carries a label.' }),
  citations: z.array(citation),
  assessment: assessment.optional(),
  place: z.string(),
  sourcePlace: z.string(),
  sourceSpan: span.optional(),
});

/** As in Breach: `span` counts in the manuscript's text. */
const breachPlace = z.object({
  place: z.string(),
  sourcePlace: z.string(),
  span,
  sourceSpan: span.optional(),
});
const breach = breachPlace.extend({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'note'] satisfies Severity[]),
  article: z.string(),
  evidence: z.string(),
  context: z.object({ start: z.int().nonnegative(), text: z.string() }),
  message: z.string(),
  suggestion: z.string(),
  also: z.array(breachPlace).optional(),
});

const document = z.object({
  regulation: z.object({
    index: z.int().nonnegative(),
    role: z.enum(['main', 'forwarded', 'issued', 'attached'] satisfies RegulationRole[]),
    parent: z.int().nonnegative().optional(),
    span,
    header,
    provisions: z.array(provision),
    attachments: z.array(
      z.object({
        number: z.string(),
        title: z.string(),
        span,
        regulation: z.int().nonnegative().optional(),
      }),
    ),
  }),
  units: z.array(readUnit),
  proposal: z
    .object({ disposal: z.enum(['保留', '修订', '废止']).nullable(), reason: z.string() })
    .nullable(),
  row: z.looseObject({ document: z.string(), summary: z.string(), disposal: z.string() }).nullable(),
  breaches: z.array(breach).nullable(),
});

const box = z
  .object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
  .meta({ description: 'Points (1/72 inch) on the page as it is read, upright; origin top left.' });

const note = z.object({ code: z.string(), message: z.string() });

const yesNo = z.enum(['yes', 'no', 'unknown'] satisfies Answer[]);
const filedLedger = z.object({
  form: z.enum(['national', 'district'] satisfies LedgerForm[]),
  unit: z.string(),
  date: z.string().nullable(),
  rows: z.array(
    z.object({
      cells: z.record(z.enum(LEDGER_FIELDS), z.object({ text: z.string(), spans: z.array(span) })),
      title: z.string(),
      documentNumber: z.string().nullable(),
      disclosure: yesNo,
      blacklist: yesNo,
      punishment: yesNo,
      nationalBasis: yesNo,
      localBasis: yesNo,
      disposal: z.enum(['保留', '修订', '废止', '立法'] satisfies Disposal[]).nullable(),
      span,
    }),
  ),
  span,
});

/** What `inspect --json` writes: one object, each stage's value as the next one got it. */
export const inspection = z.object({
  source: z.string(),
  bytes: z.int().nonnegative(),
  hash: z.string().meta({ description: 'SHA-256 of the content in hex.' }),
  format: z.string(),
  status: z.enum(['read', 'skipped', 'failed']).meta({ description: 'skipped: an archive.' }),
  reason: z.object({ code: z.string(), message: z.string(), advice: z.string() }).nullable(),
  manuscript: z
    .object({
      text: z.string().meta({ description: 'The text in reading order; every span counts in it.' }),
      pages: z.int().nonnegative().optional(),
      notes: z.array(note),
      metadata: z.array(z.object({ name: z.string(), value: z.string(), from: z.string() })),
      blocks: z.array(
        z.looseObject({
          kind: z.enum(['paragraph', 'cell', 'footnote', 'textbox'] satisfies BlockKind[]),
          span,
          paragraph: z.int(),
        }),
      ),
      recognised: z
        .array(
          z.object({
            span,
            page: z.int().positive(),
            box,
            confidence: z.number().min(0).max(1),
            doubtful: z.array(span),
          }),
        )
        .optional()
        .meta({ description: 'Lines that were recognised from pixels, in reading order.' }),
      repairs: z
        .array(z.object({ span, original: z.string(), rule: z.string() }))
        .optional()
        .meta({ description: 'Recognised passages that a rule of the domain has mended, in order.' }),
    })
    .nullable(),
  documents: z.array(document),
  ledgers: z.array(filedLedger).meta({ description: 'Ledgers that a unit has filled in.' }),
  members: z
    .array(
      z.object({
        path: z.string(),
        bytes: z.int().nonnegative(),
        hash: z.string(),
        format: z.string(),
        reason: z.object({ code: z.string(), message: z.string(), advice: z.string() }).optional(),
      }),
    )
    .meta({ description: 'What is packed in an archive or mail, with all inside of it; read by scan.' }),
});
