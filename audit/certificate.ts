import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ANSWER_LANES } from './answers.js';

const count = z.int().min(0);
const hex = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256.' });
const share = z.number().min(0).max(1);
const answers = z.record(z.string().regex(/^\d{1,9}$/u), z.string().regex(/^[DBPQR]{0,5}$/u));

const bound = z.strictObject({
  alphas: z.array(share).meta({ description: 'What may go wrong in each stratum.' }),
  most: z.array(count).meta({ description: 'The most positives that each stratum holds.' }),
  total: count.meta({ description: 'Their sum: U.' }),
  recall: share.nullable().meta({ description: '(R + x) / (R + U); null where there is nothing to find.' }),
});

const statements = {
  plain: bound.meta({ description: 'If reviewers overlook nothing in the sample.' }),
  careful: bound
    .extend({
      overlookedAlpha: share,
      overlooked: share.meta({ description: 'The largest share of positives that reviewers overlook.' }),
    })
    .meta({ description: 'With what they overlook, by the known positives.' }),
};

const body = z.strictObject({
  format: z.literal('qinggui-audit-certificate'),
  version: z.literal(1),
  program: z.string().meta({ description: "The program's version." }),
  madeAt: z.string().meta({ description: 'ISO 8601: when the certificate was made.' }),
  drawnAt: z.string().meta({ description: 'ISO 8601: when the sample was drawn.' }),
  who: z.string().meta({ description: 'Who has made the certificate.' }),
  target: z
    .strictObject({ recall: share, confidence: share })
    .meta({ description: 'What was to be shown: fixed before the draw.' }),
  frame: z
    .strictObject({ hash: hex, open: count, positive: count, pending: count, unread: count })
    .meta({ description: 'Of 抽查总体.jsonl: its SHA-256, and how many lines of each kind it has.' }),
  design: z.strictObject({
    seed: z.string(),
    cuts: z.array(share).meta({ description: 'Scores at which strata part, ascending; [] for one stratum.' }),
    sizes: z.array(count).meta({ description: 'How many of each stratum, the lowest scores first.' }),
    known: count.meta({ description: 'Known positives that were mixed in.' }),
    looks: z.int().min(1).meta({ description: 'Places at which the result may be looked at.' }),
  }),
  draws: z.strictObject({
    number: z.int().min(1).meta({ description: 'Which sample of the collection this is.' }),
    of: z.int().min(1).meta({ description: 'How many were drawn.' }),
    others: z.array(z.strictObject({ number: z.int(), at: z.string(), frame: hex, reason: z.string() })),
    reason: z.string().meta({ description: "Why another one was drawn; '' for the first." }),
  }),
  answers: z.partialRecord(z.enum(ANSWER_LANES), answers).meta({
    description:
      "What each reviewer wrote, by the question's number from 1: letters of the labels, '' for 无. first, second: two who do not see each other's; agreed: after they have talked.",
  }),
  reviewers: z.partialRecord(z.enum(ANSWER_LANES), z.string()),
  questions: z.array(z.strictObject({ item: count, stratum: count.nullable() })).meta({
    description:
      "In their order: the item's place, from 0, among the frame's open lines; with stratum null, which is a known positive, among its positive ones.",
  }),
  tally: z
    .strictObject({
      look: z.int().min(1),
      answered: count.meta({ description: 'Questions that count: all up to the look.' }),
      strata: z.array(z.strictObject({ population: count, sample: count, hits: count })),
      known: z.strictObject({ shown: count, found: count }),
    })
    .meta({ description: 'What the answers add up to.' }),
  statement: z.strictObject({
    alpha: share.meta({ description: 'What may go wrong at this look.' }),
    ...statements,
    picked: z.strictObject(statements).nullable().meta({
      description: 'Where the best of several samples may have been picked; null for the only one.',
    }),
  }),
});

/** 抽查证书.json. */
export const auditCertificate = body.extend({
  hash: hex.meta({ description: 'SHA-256 over the rest, as compact JSON in this order of members.' }),
});

/** All that was sampled, how, and what follows; its numbers are those of `statementOf`. */
export type CertificateBody = z.infer<typeof body>;
/** With the SHA-256 over the rest: a changed letter is seen. Against somebody who makes it anew only a copy kept elsewhere helps. */
export type Certificate = z.infer<typeof auditCertificate>;

/** The certificate with its hash. */
export const sealed = (content: CertificateBody): Certificate => ({
  ...body.parse(content),
  hash: hashOf(content),
});

/** Over the JSON of the checked content, so that the order in which its maker wrote the fields says nothing. */
export const hashOf = (content: CertificateBody): string =>
  createHash('sha256')
    .update(JSON.stringify(body.parse(content)), 'utf8')
    .digest('hex');

/** A certificate as it is kept in a file. */
export const certificateText = (content: Certificate): string => `${JSON.stringify(content, null, 1)}\n`;

/**
 * The certificate in a file's text.
 *
 * @returns null where it is none.
 */
export const readCertificate = (text: string): Certificate | null => {
  try {
    return auditCertificate.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};
