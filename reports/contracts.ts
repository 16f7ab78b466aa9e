import { z } from 'zod';
import type { CitationRole, Sourced } from '../model/index.js';
import { basisAnswer, label, level, same, suggestion, territory, weighed } from './basis-contract.js';
import { breach } from './breach-contract.js';
import { kinds } from './kinds-contract.js';

const offset = z.int().nonnegative();
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A reference in a provision's text. */
export const citation = z.strictObject({
  start: offset,
  end: offset,
  kind: z.enum(['full', 'number', 'self', 'relative']),
  title: z.string().meta({ description: "Without 《》, short names resolved; '' where none." }),
  number: z.string().meta({ description: "文号 with 〔〕; '' where none." }),
  articles: z.array(z.string()).meta({ description: 'One entry an article, ranges and lists expanded.' }),
  role: z
    .enum(same<CitationRole>()(['basis', 'applied', 'violated', 'repealed', 'object', 'mention'] as const))
    .meta({
      description:
        'What it does in its sentence: 依据; 据以处罚、处理; 被违反; 废止; 印发、转发、修改、解释的对象; 提及.',
    }),
  refersTo: z
    .strictObject({
      document: z.union([z.literal('self'), z.strictObject({ title: z.string(), number: z.string() })]),
      articles: z.array(z.string()),
    })
    .optional()
    .meta({
      description:
        'Of self and relative ones, and of a mere 《条例》: the text that is meant (self: the citing document) and its articles, counted from the 条. Absent where not exactly one candidate fits.',
    }),
});

/** A reference that names no text, 有关法律、法规的规定: no basis. */
export const blanketReference = z.strictObject({ start: offset, end: offset, text: z.string() });

/** The words that carried a label. */
export const evidence = z.strictObject({
  start: offset,
  end: offset,
  text: z.string(),
  label,
  cue: z.string().meta({ description: 'The id of the cue that fired.' }),
});

/** Offsets are UTF-16 units in `text` of the provision, end exclusive. */
const provision = z.strictObject({
  label: z.string().meta({ description: 'The path in words: 第十二条, 三、（二）.' }),
  text: z.string(),
  labels: z.array(label),
  evidence: z.array(evidence),
  overruled: z.array(evidence).meta({
    description: 'Words by which a cue saw a label that the learned score withheld: for a person to see.',
  }),
  usefulness: z.number().min(0).max(1).meta({
    description: "How much a person's look at the provision is worth: review the highest first.",
  }),
  kinds: kinds.nullable().meta({ description: 'null where the provision carries no label.' }),
  citations: z.array(citation),
  basis: z
    .strictObject({
      national: basisAnswer,
      local: basisAnswer,
      weighed: z.array(weighed),
      suggestions: z.array(suggestion),
    })
    .nullable()
    .meta({ description: 'null where the provision touches none of the three columns.' }),
  place: z.string().meta({ description: 'The narrowest path that holds the evidence: 第十二条第二款.' }),
  sourcePlace: z.string().meta({ description: 'Where it stands in the file: 第3页第12段.' }),
  sourceSpan: z.strictObject({ start: offset, end: offset }).nullable().meta({
    description: 'UTF-16 units in the decoded source text; null for formats without one (Word, PDF).',
  }),
});

/** The fourteen columns by field name, since the two official forms word their headings differently. */
const ledgerRow = z.strictObject({
  number: z.int().positive().nullable().meta({ description: '序号; null where the caller did not number.' }),
  document: z.string().meta({ description: '规章、规范性文件或其他文件名称(含文号)' }),
  disclosure: z.enum(['是', '否']).meta({ description: '是否涉及信用信息共享公开' }),
  blacklist: z.enum(['是', '否']).meta({ description: '是否涉“黑名单”认定' }),
  punishment: z.enum(['是', '否']).meta({ description: '是否涉及失信惩戒措施' }),
  summary: z.string().meta({ description: '相关内容摘要' }),
  nationalBasis: z.enum(['是', '否', '待核实']).meta({ description: '是否有国家层面依据' }),
  localBasis: z.enum(['是', '否', '待核实']).meta({ description: '是否有地方性法规依据' }),
  basisContent: z.string().meta({ description: '依据的具体内容' }),
  disposal: z
    .enum(['保留', '修订', '废止', ''])
    .meta({ description: "处置方式; '' where a person must say" }),
  completion: z.string().meta({ description: '完成时间' }),
  responsibleUnit: z.string().meta({ description: '责任单位' }),
  responsiblePerson: z.string().meta({ description: '责任人姓名及职务' }),
  phone: z.string().meta({ description: '电话' }),
});

const source = z.string().meta({ description: "The path below the scanned folder, with '/'." });
const format = z
  .string()
  .meta({ description: 'What the file is by its content: docx, doc, pdf, html, txt, …' });
const hash = z
  .string()
  .meta({ description: "SHA-256 of the content in hex; '' where it could not be read." });

/** One document of a file that was read. */
const readLine = z.strictObject({
  source,
  status: z.literal('read'),
  format,
  hash,
  document: z
    .strictObject({
      index: offset.meta({ description: "The document's place in the file, from 0." }),
      count: z.int().positive().meta({ description: 'Documents in the file.' }),
      role: z.enum(['main', 'forwarded', 'issued', 'attached']),
      parent: offset
        .optional()
        .meta({ description: 'The index of the document that issues or attaches this one.' }),
    })
    .nullable()
    .meta({ description: 'null where the file was read and no document was found in it.' }),
  title: z.string().nullable(),
  titleFrom: z
    .enum(['text', 'metadata', 'inherited', 'derived', 'filename'] satisfies Sourced<unknown>['from'][])
    .nullable()
    .meta({ description: 'Where the title was read; filename where the text bears none.' }),
  documentNumber: z.string().nullable().meta({ description: '文号, brackets as 〔〕' }),
  issuer: z.string().nullable(),
  issuedOn: isoDate.nullable().meta({ description: '成文日期' }),
  publishedOn: isoDate.nullable().meta({ description: '公布日期' }),
  effectiveOn: isoDate.nullable().meta({ description: '施行日期' }),
  level: level.nullable(),
  territory: territory.nullable(),
  attachments: z.array(z.strictObject({ number: z.string(), title: z.string() })),
  labels: z.array(label),
  provisions: z.array(provision),
  proposal: z
    .strictObject({ disposal: z.enum(['保留', '修订', '废止']).nullable(), reason: z.string() })
    .nullable(),
  ledger: ledgerRow
    .nullable()
    .meta({ description: 'null where the document touches none of the three columns.' }),
  breaches: z.array(breach).nullable().meta({
    description:
      'What goes against the rules of 国办发〔2020〕49号 or has to be checked, by place; null where the rules do not speak to such a document (laws, central policy), or there is none.',
  }),
  notes: z.array(z.strictObject({ code: z.string(), message: z.string() })),
});

/** A file that was not read: its status and why. */
const unreadLine = z.strictObject({
  source,
  status: z.enum(['skipped', 'failed']),
  format,
  hash,
  reason: z.strictObject({ code: z.string(), message: z.string(), advice: z.string() }),
});

/** One line of `results.jsonl` and of `scan --jsonl`. */
export const resultLine = z.discriminatedUnion('status', [readLine, unreadLine]);

export type ReadLine = z.infer<typeof readLine>;
export type ResultLine = z.infer<typeof resultLine>;
