import {
  blockAt,
  documentName,
  type FileAnalysis,
  type FileOutcome,
  type Header,
  LABELS,
  type Label,
  type Manuscript,
  type PackedFile,
  type Provision,
  printable,
  type ReadDocument,
  type ReadUnit,
  reviewOrder,
  type Sourced,
  type Span,
} from '../../model/index.js';
import type { MeaningOf } from '../ledger/from-analysis.js';
import {
  FORMAT_WORDS,
  LABEL_WORDS,
  LEVEL_WORDS,
  ORIGIN_WORDS,
  ROLE_WORDS,
  STATUS_WORDS,
  sizeWords,
} from '../words.js';
import { breachLines } from './breaches.js';
import { filedLedgerLines } from './filed-ledger.js';
import { findingLines, overruledLines, rowLines } from './findings.js';
import { memberLines } from './members.js';
import { recognitionLines } from './recognition.js';
import { type Line, table } from './table.js';

export interface InspectTextOptions {
  /** Without it, evidence carries the cue's id alone. */
  readonly meaningOf?: MeaningOf;
  /** What is packed in an archive or mail. */
  readonly members?: readonly PackedFile[];
}

/** How much of a provision's text its line in the tree shows, in characters. */
const PREVIEW = 36;

/**
 * What each stage made of one file, in Chinese, for a person: how it was read, each document's header with the
 * place of each fact, its tree, what was found with the words in 【】, the citations, the basis and the row.
 * Nothing in it can steer a terminal.
 */
export const inspectText = (
  outcome: FileOutcome,
  manuscript: Manuscript | null | undefined,
  analysis: FileAnalysis | null | undefined,
  options: InspectTextOptions = {},
): string => {
  const documents = analysis?.documents ?? [];
  const lines = [
    ...fileLines(outcome, manuscript),
    ...memberLines(options.members ?? []),
    ...(analysis?.ledgers ?? []).flatMap((ledger) => ['', ...filedLedgerLines(ledger)]),
    ...(outcome.status === 'read' && documents.length === 0 && !analysis?.ledgers.length
      ? ['', '没有在文件中找到公文。']
      : []),
    ...documents.flatMap((document) => [
      '',
      ...documentLines(document, {
        count: documents.length,
        source: outcome.source,
        manuscript: manuscript ?? null,
        meaningOf: options.meaningOf ?? (() => ''),
      }),
    ]),
  ];
  return `${lines.map(printable).join('\n')}\n`;
};

const fileLines = (outcome: FileOutcome, manuscript: Manuscript | null | undefined): string[] => {
  const pages = manuscript?.pages === undefined ? '' : `，${manuscript.pages}页`;
  const why = outcome.reason;
  return table('', [
    ['文件', outcome.source],
    ['类型', `${FORMAT_WORDS[outcome.format]}，${sizeWords(outcome.bytes)}${pages}`],
    ['状态', STATUS_WORDS[outcome.status]],
    ...(why
      ? ([
          ['原因', why.message],
          ['建议', why.advice],
        ] as const)
      : []),
    ...(manuscript?.notes ?? []).map(({ message }): Line => ['说明', message]),
    ...(manuscript?.metadata ?? []).map(({ name, value }): Line => ['元数据', `${name}：${value}`]),
    ...(manuscript ? recognitionLines(manuscript) : []),
  ]);
};

interface Context {
  readonly count: number;
  readonly source: string;
  readonly manuscript: Manuscript | null;
  readonly meaningOf: MeaningOf;
}

const documentLines = (document: ReadDocument, context: Context): string[] => {
  const { regulation, units } = document;
  const labels = new Map(units.map((unit) => [spanKey(unit.unit.span), unit.classification.labels]));
  const flagged = units.filter((unit) => unit.classification.labels.length > 0);
  const overruled = units.filter((unit) => unit.classification.overruled.length > 0);
  return [
    `公文 ${regulation.index + 1}/${context.count}（${ROLE_WORDS[regulation.role]}）${documentName(document, context.source)}`,
    ...table('  ', headerLines(regulation.header, context.manuscript)),
    ...(regulation.attachments.length > 0 ? ['  附件'] : []),
    ...regulation.attachments.map(({ number, title }) => `    ${number} ${title}`),
    '  结构',
    ...regulation.provisions.flatMap((provision) =>
      treeLines(provision, { labels, context, indent: '    ' }),
    ),
    flagged.length > 0 ? `  发现（${flagged.length}处）` : '  发现：无',
    ...flagged.flatMap((unit) => findingLines(unit, context.meaningOf)),
    ...(overruled.length > 0 ? [`  有线索而未列入，请人工判断（${overruled.length}处）`] : []),
    ...overruled.flatMap((unit) => overruledLines(unit, context.meaningOf)),
    ...reviewLines(units),
    ...rowLines(document),
    ...breachLines(document.breaches),
  ];
};

/** So many passages are named, none that is worth less. */
const FIRST_LOOKS = 5;
const WORTH_NAMING = 0.5;

/** Which passages a person had best look at first: doubtful findings and near misses. */
const reviewLines = (units: readonly ReadUnit[]): string[] => {
  const passages = units
    .filter(({ classification }) => classification.usefulness >= WORTH_NAMING)
    .map((unit) => ({ label: unit.unit.label, usefulness: unit.classification.usefulness }));
  const first = reviewOrder(passages).slice(0, FIRST_LOOKS);
  if (first.length === 0) return [];
  return [
    `  建议先复核：${first.map(({ label, usefulness }) => `${label}（${usefulness.toFixed(2)}）`).join('、')}`,
  ];
};

const headerLines = (header: Header, manuscript: Manuscript | null): Line[] => {
  const fact = (name: string, sourced: Sourced<string> | null): Line => [
    name,
    sourced ? `${sourced.value}〔${originOf(sourced, manuscript)}〕` : '未找到',
  ];
  const { territory } = header;
  return [
    fact('标题', header.title),
    fact('文号', header.documentNumber),
    fact('制发机关', header.issuer),
    fact('成文日期', header.issuedOn),
    fact('公布日期', header.publishedOn),
    fact('施行日期', header.effectiveOn),
    fact('效力层级', { ...header.level, value: LEVEL_WORDS[header.level.value] }),
    [
      '地域',
      territory
        ? [territory.province, territory.city, territory.county].filter(Boolean).join('')
        : '未限定或未知',
    ],
  ];
};

/** Where a fact was read: 正文 第1页第2段. */
const originOf = ({ from, span }: Sourced<unknown>, manuscript: Manuscript | null): string => {
  const block = span && manuscript ? blockAt(manuscript, span.start) : undefined;
  const page = block?.page ? `第${block.page}页` : '';
  return block ? `${ORIGIN_WORDS[from]} ${page}第${block.paragraph}段` : ORIGIN_WORDS[from];
};

interface Tree {
  readonly labels: ReadonlyMap<string, readonly Label[]>;
  readonly context: Context;
  readonly indent: string;
}

const treeLines = (provision: Provision, tree: Tree): string[] => {
  const labels = tree.labels.get(spanKey(provision.span)) ?? [];
  const mark = labels.length > 0 ? `  〔${labelWords(labels)}〕` : '';
  return [
    `${tree.indent}${provision.label || '正文'}  ${preview(provision, tree.context.manuscript)}${mark}`.trimEnd(),
    ...provision.children.flatMap((child) => treeLines(child, { ...tree, indent: `${tree.indent}  ` })),
  ];
};

/** The beginning of a provision's own words, after its number and before its first child's. */
const preview = (provision: Provision, manuscript: Manuscript | null): string => {
  if (!manuscript) return '';
  const { start, end } = provision.heading ?? {
    start: provision.span.start,
    end: provision.children[0]?.span.start ?? provision.span.end,
  };
  const text = manuscript.text
    .slice(start, Math.min(end, start + 4 * PREVIEW))
    .replace(/\s+/gu, ' ')
    .trim();
  const own = provision.number !== '' && text.startsWith(provision.number);
  const chars = [...(own ? text.slice(provision.number.length).trimStart() : text)];
  return chars.length > PREVIEW ? `${chars.slice(0, PREVIEW).join('')}…` : chars.join('');
};

const labelWords = (labels: readonly Label[]): string =>
  LABELS.filter((label) => labels.includes(label))
    .map((label) => LABEL_WORDS[label])
    .join('、');

const spanKey = ({ start, end }: Span): string => `${start} ${end}`;
