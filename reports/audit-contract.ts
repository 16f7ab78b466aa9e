import { z } from 'zod';
import {
  AUDIT_KINDS,
  type FollowedItem,
  LEDGER_FIELDS,
  OFFICE_ACTS,
  STATE_WORDS,
  UNIT_ANSWERS,
} from '../model/index.js';
import type { AuditOutput } from './audit/json.js';

const count = z.int().nonnegative();
const moment = z.string().meta({ description: 'ISO 8601.' });
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const field = z.enum(LEDGER_FIELDS).meta({ description: 'A column of the ledger, by field name.' });

const row = z.strictObject({
  ledger: z.string().meta({ description: 'The file that the ledger stands in.' }),
  index: z.int().positive().meta({ description: "Its place among the ledger's rows." }),
  number: z.string().meta({ description: "序号 as it stands; '' where none was written." }),
  document: z.string().meta({ description: 'The second column as it stands.' }),
});

const document = z.strictObject({
  name: z.string().meta({ description: '《…》（文号）' }),
  source: z.string().meta({ description: "The file's path below the scanned folder." }),
});

const item = z.strictObject({
  id: z.string().meta({
    description: 'Stays the same as long as document, row and column do: answers are kept by it.',
  }),
  kind: z.enum(AUDIT_KINDS).meta({
    description:
      'omitted 应纳入未纳入; cell 所填与梳理结果不一致; basis 所填依据不成立; kept-in-breach 拟保留但不符合规定; not-handed-in 台账所列文件未提供; ended 文件已被废止; new 新出台文件不符合规定; no-ledger 未报送台账; unclear 无法确定所指文件; repeated 重复填报.',
  }),
  certain: z.boolean().meta({
    description: 'false: the tool can not tell; a person has to check, and no unit is to be blamed.',
  }),
  unit: z.string().meta({ description: "填报单位; '' where no single one is known." }),
  row: row.nullable(),
  column: field.nullable().meta({ description: 'null where it is about the whole row or document.' }),
  document: document.nullable().meta({ description: 'null where no document is known.' }),
  said: z.string().meta({ description: "What the ledger says; '' where it says nothing." }),
  found: z.string().meta({ description: 'What the documents show.' }),
  evidence: z.array(
    z.strictObject({
      provision: z.string().meta({ description: 'The narrowest path: 第十二条第二款.' }),
      place: z.string().meta({ description: 'Where it stands in the file: 第3页第12段.' }),
      text: z.string(),
    }),
  ),
  reason: z.string().meta({ description: 'In Chinese.' }),
});

const reply = z.strictObject({
  item: z.string(),
  kind: z.enum([...UNIT_ANSWERS, ...OFFICE_ACTS]).meta({
    description:
      'accepted 采纳, explained 说明, refused 不采纳: the unit; closed 办结, pursued 继续督办: the office.',
  }),
  words: z.string(),
  at: moment,
  who: z.string().meta({ description: 'Who has entered it.' }),
});

const round = z.strictObject({
  number: z.int().positive().meta({ description: 'Which comparison of the collection.' }),
  at: moment,
});

const state = z
  .enum(Object.keys(STATE_WORDS) as [keyof typeof STATE_WORDS, ...(keyof typeof STATE_WORDS)[]])
  .meta({
    description:
      'open: nobody has answered; corrected: the last comparison does not find it any more; else the last that was said.',
  });
const fate = {
  state,
  raised: round.meta({ description: 'The comparison that has found it first.' }),
  replies: z.array(reply).meta({ description: 'The oldest first.' }),
};

const followedItem = z.strictObject({
  item,
  ...fate,
  corrected: round
    .nullable()
    .meta({ description: 'The comparison that did not find it any more; null where it is still there.' }),
});

/** Standard output of `audit follow --json`. */
export const auditFollowUp = z.array(followedItem) satisfies z.ZodType<readonly FollowedItem[]>;

/** Standard output of `audit compare --json`. */
export const auditComparison = z.strictObject({
  ledgers: z.array(
    z.strictObject({
      source: z.string(),
      unit: z.string(),
      date: isoDate.nullable().meta({ description: 'null where it does not say.' }),
      rows: count,
      empty: z
        .array(field)
        .meta({ description: 'Columns in which nothing was written in any row: they are not compared.' }),
    }),
  ),
  documents: count.meta({ description: 'Documents looked at.' }),
  flagged: count.meta({ description: 'Those among them with a ledger label.' }),
  unread: count.meta({ description: 'Files that were not read: nothing is said of them.' }),
  since: isoDate.nullable().meta({ description: 'From when on documents are new; null where not asked.' }),
  units: z.array(z.string()).meta({ description: 'Units that had to file a ledger; [] where not asked.' }),
  issuer: z
    .string()
    .meta({ description: "The unit whose documents alone had to be in the ledgers; '' for every unit's." }),
  matches: z.array(
    z.strictObject({
      rows: z.array(row),
      document,
      by: z.enum(['number', 'title', 'similar']).meta({
        description: 'number: by 文号; title: by the same title; similar: by a title with small differences.',
      }),
      differs: z.string().meta({ description: "What differs, in Chinese; '' where nothing does." }),
    }),
  ),
  round,
  items: z.array(item.extend(fate)),
  corrected: z.array(followedItem).meta({
    description: 'Items of earlier comparisons that are not found any more.',
  }),
}) satisfies z.ZodType<AuditOutput>;
