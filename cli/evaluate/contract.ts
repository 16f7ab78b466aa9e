import { z } from 'zod';
import type { Label } from '../../model/index.js';

const label = z.enum(['D', 'B', 'P', 'Q', 'R'] satisfies Label[]);
const score = z.number().min(0).max(1);
const count = z.int().nonnegative();
const share = z.number().min(0).max(1).nullable().meta({
  description: '0 … 1; null where there was nothing to be right or wrong about.',
});
const scores = z.strictObject({ D: score, B: score, P: score, Q: score, R: score });

/** One line of a file that `evaluate` reads. Other members are ignored. */
export const labelledLine = z.object({
  id: z
    .union([z.string().min(1), z.number()])
    .meta({ description: 'No two lines, also of several files, have the same.' }),
  text: z.string().regex(/\S/u).meta({ description: 'A provision or passage as plain text.' }),
  labels: z.array(label).meta({ description: 'What it involves; [] for nothing.' }),
  second: z.array(label).optional().meta({ description: 'A second reading.' }),
  document: z.string().min(1).optional().meta({
    description:
      'The document it stands in; cross-validation never parts its texts. law and group say the same; without any of them each text is its own.',
  }),
  law: z.string().min(1).optional(),
  group: z.string().min(1).optional(),
  article: z.string().optional(),
  field: z.string().optional(),
  level: z.string().optional(),
  path: z
    .array(z.string())
    .optional()
    .meta({ description: 'Title of the document and headings above, outermost first.' }),
});

const set = z.strictObject({
  name: z.string(),
  texts: count,
  fingerprint: z.string().meta({ description: 'Another one where ids or words are others.' }),
});
const judgement = z.strictObject({
  by: z.enum(['shipped', 'unseen', 'unseen-without-references', 'cues']).meta({
    description:
      'shipped: the model that comes with the program; unseen: models that have not seen the text’s document; cues: the hand-written cues alone.',
  }),
  classifier: z.string().meta({ description: 'Version of cues and features.' }),
  model: z
    .string()
    .nullable()
    .meta({ description: 'Fingerprint of the model or models; null for the cues.' }),
});

/** What `--save` writes and `--against` reads: decisions, and no word of the texts. */
export const evaluationRun = z.strictObject({
  format: z.literal('qinggui-evaluation-1'),
  set,
  judgement,
  texts: z.array(z.strictObject({ id: z.string(), gold: z.array(label), labels: z.array(label), scores })),
});

const labelFigures = z.strictObject({
  label,
  support: count.meta({ description: 'Texts that carry it.' }),
  right: count,
  wrong: count,
  missed: count,
  precision: share,
  recall: share,
  f1: share,
  precisionAt: z
    .strictObject({ '0.90': share, '0.95': share, '0.99': share })
    .meta({ description: 'Precision of the highest scores where this recall is first reached.' }),
});
const figures = z.strictObject({
  labels: z.array(labelFigures),
  microPrecision: share.meta({ description: 'Over D, B, P and R.' }),
  microRecall: share,
  microF1: share,
  macroF1: share,
});
const instead = z.array(
  z.strictObject({
    label: label.nullable().meta({ description: 'null for no label at all.' }),
    texts: count,
  }),
);
const groups = z.array(
  z.strictObject({ name: z.string(), texts: count, precision: share, recall: share, f1: share }),
);

/** Standard output of `evaluate --json`. */
export const evaluationReport = z.strictObject({
  set,
  judgement,
  trainedOn: count.meta({
    description: 'Texts that the model was learned from: figures on them say little.',
  }),
  figures,
  calibration: z.array(
    z.strictObject({
      label,
      bins: z.array(
        z.strictObject({ from: score, to: score, texts: count, meanScore: score.nullable(), share }),
      ),
      expectedError: share,
    }),
  ),
  confusion: z.array(
    z.strictObject({ label, missed: count, givenInstead: instead, wrong: count, rightInstead: instead }),
  ),
  bySource: groups,
  byField: groups,
  byLevel: groups,
  comparison: z
    .strictObject({
      judgement,
      relabelled: count.meta({
        description: 'Texts labelled otherwise then; both are held against the labels now.',
      }),
      figures,
      changes: z.array(
        z.strictObject({
          kind: z.enum(['newly-right', 'newly-missed', 'new-false-alarm', 'false-alarm-gone']),
          id: z.string(),
          label,
          scoreBefore: score,
          scoreNow: score,
          beginning: z.string().meta({ description: 'The first 40 characters of the text.' }),
        }),
      ),
    })
    .nullable(),
});

export type EvaluationRun = z.infer<typeof evaluationRun>;
export type EvaluationReport = z.infer<typeof evaluationReport>;
export type Judgement = z.infer<typeof judgement>;
