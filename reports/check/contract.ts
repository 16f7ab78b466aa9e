import { z } from 'zod';
import { breach, breachLine, severity } from '../breach-contract.js';
import { type CheckReport, countsOf } from './report.js';

const count = z.int().nonnegative();

/** What `qinggui check --format json` writes. */
export const checkReport = z.strictObject({
  version: z.string().meta({ description: 'Of the program.' }),
  rules: z
    .array(
      z.strictObject({
        id: z.string(),
        article: z.string(),
        title: z.string(),
        looksAt: z.enum(['provision', 'document']),
        severity: severity.meta({ description: 'The highest of its findings.' }),
        suggestion: z.string(),
      }),
    )
    .meta({ description: 'Every rule that ran.' }),
  files: z.array(
    z.strictObject({
      path: z.string().meta({ description: 'As given.' }),
      format: z.string(),
      hash: z.string().meta({ description: 'SHA-256 of the content in hex.' }),
      reason: z
        .strictObject({ code: z.string(), message: z.string(), advice: z.string() })
        .nullable()
        .meta({ description: 'Why it was not read; null where it was.' }),
      notes: z.array(z.string()).meta({ description: 'How it was read, above all what of it was not.' }),
      documents: z.array(
        z.strictObject({
          name: z.string(),
          level: z.string(),
          breaches: z
            .array(breach)
            .nullable()
            .meta({ description: 'null where the rules do not speak to a document of this level.' }),
        }),
      ),
    }),
  ),
  counts: z.strictObject({ error: count, warning: count, note: count, suppressed: count, unread: count }),
});

/** The report in the machine's form, with the members of the contract and no others. */
export const checkJson = (report: CheckReport): z.infer<typeof checkReport> => ({
  version: report.version,
  rules: report.rules.map(({ id, article, title, looksAt, severity: highest, suggestion }) => ({
    id,
    article,
    title,
    looksAt,
    severity: highest,
    suggestion,
  })),
  files: report.files.map(({ path, format, hash, reason, notes, documents }) => ({
    path,
    format,
    hash,
    reason: reason && { code: reason.code, message: reason.message, advice: reason.advice },
    notes: [...notes],
    documents: documents.map(({ name, level, breaches }) => ({
      name,
      level,
      breaches: breaches?.map(breachLine) ?? null,
    })),
  })),
  counts: countsOf(report),
});
