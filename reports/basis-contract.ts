import { z } from 'zod';
import type { Label, LegalLevel, Resolution, Verdict } from '../model/index.js';

/** Unchecked by TypeScript otherwise: every label and level must stand in the schema, and no other. */
export const same = <T extends string>() => {
  return <const V extends readonly T[]>(values: [T] extends [V[number]] ? V : never): V => values;
};

export const label = z.enum(same<Label>()(['D', 'B', 'P', 'Q', 'R'] as const)).meta({
  description:
    'D 信用信息纳入、共享、公开; B “黑名单”认定; P 失信惩戒; Q 资格限制（提示）; R 信用修复. Only D, B and P have a ledger column.',
});

export const level = z.enum(
  same<LegalLevel | 'unknown'>()([
    'law',
    'administrative-regulation',
    'central-policy',
    'local-regulation',
    'judicial-interpretation',
    'departmental-rule',
    'local-government-rule',
    'normative-document',
    'other',
    'unknown',
  ] as const),
);

export const basisAnswer = z.strictObject({
  answer: z.enum(['yes', 'no', 'unknown']),
  reason: z.string().meta({ description: 'In Chinese.' }),
});

export const territory = z.strictObject({
  province: z.string(),
  city: z.string().optional(),
  county: z.string().optional(),
});

/** A legal text that a citation was resolved to. */
export const statute = z.strictObject({
  title: z.string().meta({ description: 'Official title.' }),
  level,
  territory: territory.nullable().meta({ description: 'Where it holds; null for national ones.' }),
  number: z.string().meta({ description: "文号; '' where not known." }),
  date: z.string().meta({ description: "Date of the version; '' where not known." }),
  effectiveOn: z.string().meta({ description: "From when it is in force; '' where not known." }),
});

export const wording = z
  .string()
  .nullable()
  .meta({ description: "From the user's library of statute texts; null where it is not at hand." });

/** What the check of a citation came to. */
export const verdict = z
  .enum(
    same<Verdict>()([
      'verified',
      'mismatch',
      'no-such-article',
      'ended',
      'not-catalogued',
      'judgement',
    ] as const),
  )
  .meta({ description: '已核实, 条文不符, 条文不存在, 已失效或已修订, 未收录, 需人工判断' });

/** What the cited articles say of the measures under each ledger label. */
export const backing = z
  .array(
    z.strictObject({
      label,
      says: z.enum(['yes', 'no', 'unknown']),
      wanted: z.array(z.string()).meta({ description: "Ids of the provision's kinds of measure." }),
      covered: z.array(z.string()).meta({ description: 'Those that the articles provide for.' }),
      articles: z.array(z.string()).meta({ description: 'The articles that do.' }),
      reason: z.string(),
    }),
  )
  .meta({ description: 'What the articles say of the measures under each ledger label.' });

/** A citation that was weighed as a basis, as a result line has it. */
export const weighed = z.strictObject({
  title: z.string(),
  number: z.string(),
  articles: z.array(z.string()),
  place: z.enum(['same-provision', 'enacting-clause']),
  level,
  levelReason: z.string(),
  counts: z.enum(['national', 'local', 'neither', 'unknown']),
  verdict,
  statute: statute.nullable().meta({ description: 'null where nothing fits well enough to be taken.' }),
  score: z.number().min(0).max(1).meta({ description: 'How well the citation fits the statute.' }),
  alternatives: z
    .array(z.strictObject({ title: z.string(), date: z.string(), score: z.number() }))
    .meta({ description: 'Other texts that may be meant: offered, never taken.' }),
  inForceThen: statute.nullable().meta({
    description: "The version in force when the document was issued, where it is not today's.",
  }),
  standing: z.enum(['in-force', 'ended', 'unknown']),
  versionDoubt: z.string().meta({
    description: "Why it is not sure which version's articles are meant, in Chinese; '' where it is.",
  }),
  successor: z.string().meta({ description: "What took its place; '' where none is known." }),
  range: z.string().meta({ description: "The articles that exist: 第一条至第八十三条; '' where not known." }),
  checkedArticles: z.array(
    z.strictObject({
      cited: z.string(),
      exists: z.enum(['yes', 'no', 'unknown']),
      now: z.string().meta({ description: "Its number today, where a revision moved it; else ''." }),
      wording,
    }),
  ),
  backing,
  chain: z.array(z.string()).meta({ description: 'The steps to the verdict, in Chinese.' }),
});

/** An article that provides for such measures: for a person to consider. */
export const suggestion = z.strictObject({
  statute,
  article: z.string(),
  wording,
  reasons: z.array(z.string()).meta({ description: 'In Chinese.' }),
});

/** How a citation was resolved, whole, as `inspect` has it. */
export const resolution = z.strictObject({
  statute: statute.nullable(),
  matched: z.enum(
    same<Resolution['matched']>()([
      'title',
      'short-name',
      'other-form',
      'number',
      'ambiguous',
      'near',
      'nothing',
    ] as const),
  ),
  score: z.number().min(0).max(1),
  alternatives: z.array(statute.extend({ score: z.number() })),
  inForceThen: statute.nullable(),
  standing: z.enum(same<Resolution['standing']>()(['in-force', 'ended', 'unknown'] as const)),
  successor: z.string(),
  versionDoubt: z.string(),
  articles: z.array(
    z.strictObject({
      cited: z.string(),
      exists: z.enum(['yes', 'no', 'unknown']),
      existedThen: z.enum(['yes', 'no', 'unknown']).optional(),
      now: z.string(),
      wording,
    }),
  ),
  range: z.string(),
  reasons: z.array(z.string()),
});
