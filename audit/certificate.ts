import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ANSWER_LANES } from './answers.js';

const count = z.int().min(0);
const hex = z.string().regex(/^[0-9a-f]{64}$/u);
const share = z.number().min(0).max(1);
const answers = z.record(z.string().regex(/^\d{1,9}$/u), z.string().regex(/^[DBPQR]{0,5}$/u));

const bound = z.strictObject({
  alphas: z.array(share),
  most: z.array(count),
  total: count,
  recall: share.nullable(),
});

const body = z.strictObject({
  format: z.literal('qinggui-audit-certificate'),
  version: z.literal(1),
  /** Of the program. */
  program: z.string(),
  /** ISO 8601: when the certificate was made, and the sample drawn. */
  madeAt: z.string(),
  drawnAt: z.string(),
  who: z.string(),
  /** What was to be shown. */
  target: z.strictObject({ recall: share, confidence: share }),
  frame: z.strictObject({ hash: hex, open: count, positive: count, pending: count, unread: count }),
  design: z.strictObject({
    seed: z.string(),
    cuts: z.array(share),
    sizes: z.array(count),
    known: count,
    looks: z.int().min(1),
  }),
  /** Which sample of the collection this is, from 1; how many there are; those drawn before, and why another one was. */
  draws: z.strictObject({
    number: z.int().min(1),
    of: z.int().min(1),
    others: z.array(z.strictObject({ number: z.int(), at: z.string(), frame: hex, reason: z.string() })),
    reason: z.string(),
  }),
  /** What each reviewer wrote, by the number of the question. */
  answers: z.partialRecord(z.enum(ANSWER_LANES), answers),
  reviewers: z.partialRecord(z.enum(ANSWER_LANES), z.string()),
  /** The questions in their order: the item's place in the frame, and its stratum (null for a known positive). */
  questions: z.array(z.strictObject({ item: count, stratum: count.nullable() })),
  tally: z.strictObject({
    look: z.int().min(1),
    answered: count,
    strata: z.array(z.strictObject({ population: count, sample: count, hits: count })),
    known: z.strictObject({ shown: count, found: count }),
  }),
  statement: z.strictObject({
    alpha: share,
    plain: bound,
    careful: bound.extend({ overlookedAlpha: share, overlooked: share }),
    picked: bound.nullable(),
  }),
});

const certificate = body.extend({ hash: hex });

/** All that was sampled, how, and what follows; its numbers are those of `statementOf`. */
export type CertificateBody = z.infer<typeof body>;
/** With the SHA-256 over the rest: a changed letter is seen. Against somebody who makes it anew only a copy kept elsewhere helps. */
export type Certificate = z.infer<typeof certificate>;

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
    return certificate.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};
