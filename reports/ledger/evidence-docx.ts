import type { Paragraph } from 'docx';
import type { BasisAnswer, Breach } from '../../model/index.js';
import { breachExcerpt } from '../excerpt.js';
import { DRAFT, dateLine, unitLine } from '../stamp-lines.js';
import { writeWordFile } from '../word/file.js';
import type { WordParts } from '../word/parts.js';
import type { WordRun } from '../word/type.js';
import { ANSWER_WORDS, LABEL_WORDS, SEVERITY_WORDS } from '../words.js';
import { furtherPlaces } from './further-places.js';
import type { LedgerDocument, LedgerEvidence, LedgerInput } from './input.js';
import { inLedgerOrder } from './ledger-order.js';

const TITLE = '失信约束措施台账证据附件';

/** What the annex is made of; the form and the files of a LedgerInput are not asked for. */
export type EvidenceInput = Pick<LedgerInput, 'profile' | 'date' | 'draft' | 'remark' | 'documents'>;

/**
 * Writes the evidence behind the ledger as .docx in portrait, to be read on paper: row by row the document, its findings
 * with place, words, meaning, citations and their check, the answers on the basis; then what goes against the rules.
 * Documents without a row (hints, breaches) stand at the end. Documents are gone through twice. Rejects as writeLedger does.
 */
export const writeEvidenceDocx = async (path: string, input: EvidenceInput): Promise<void> =>
  writeWordFile(
    path,
    TITLE,
    async (parts) => [
      {
        orientation: 'portrait',
        ...(input.draft && { watermark: DRAFT }),
        children: [
          parts.title(TITLE),
          parts.ends(unitLine(input.profile.unit), dateLine(input.date), 'portrait'),
          parts.text('序号与台账一致。原文中【】内的文字为判断所据；“待核实”须人工判断。'),
          ...(await documentsOf(parts, input)),
        ],
      },
    ],
    input.remark,
  );

const documentsOf = async (parts: WordParts, { documents }: EvidenceInput): Promise<Paragraph[]> => {
  const made: Paragraph[] = [];
  let beside = false;
  for await (const { number, document } of inLedgerOrder(documents)) {
    if (!document.row && !beside) {
      beside = true;
      made.push(parts.heading('未列入台账的公文（只有提示或规则检查意见）'));
    }
    made.push(
      ...(document.row
        ? [parts.heading(`${number}. ${document.name}`)]
        : [parts.subheading(`${number} ${document.name}`)]),
      ...documentParts(parts, document),
    );
  }
  return made.length > 0 ? made : [parts.text('没有可列的证据。')];
};

const documentParts = (
  parts: WordParts,
  { source, row, evidence, breaches }: LedgerDocument,
): Paragraph[] => [
  ...parts.field('源文件', source),
  ...(row
    ? [
        ...parts.field(
          '台账填写',
          `信用信息共享公开：${row.disclosure}；“黑名单”认定：${row.blacklist}；失信惩戒措施：${row.punishment}；国家层面依据：${row.nationalBasis}；地方性法规依据：${row.localBasis}；处置方式：${row.disposal || '须人工确定'}`,
        ),
        ...parts.field('处置方式的理由', row.reasons.disposal),
      ]
    : []),
  ...evidence.flatMap((each, index) => evidenceParts(parts, each, index + 1)),
  ...breaches.flatMap((each, index) => breachParts(parts, each, index + 1)),
];

const evidenceParts = (parts: WordParts, each: LedgerEvidence, number: number): Paragraph[] => {
  // A hint has no column in the form, so nothing is asked of its basis.
  const hint = each.label === 'Q' || each.label === 'R';
  return [
    parts.subheading(`证据${number}　${each.provision}　${LABEL_WORDS[each.label]}`),
    ...parts.field('原文位置', each.place),
    ...parts.field('原文摘录', withMarks(each.quotation)),
    ...parts.field('用语含义', each.meanings.join('；')),
    ...parts.field('引用的依据', each.citations.join('；')),
    ...(hint
      ? []
      : [
          ...each.checks.flatMap((check, index) =>
            parts.field(each.checks.length > 1 ? `依据核对（${index + 1}）` : '依据核对', check),
          ),
          ...answerField(parts, '国家层面依据', each.national),
          ...answerField(parts, '地方性法规依据', each.local),
          ...each.suggestions.flatMap((suggestion) =>
            parts.field('可供参考的依据（须人工判断）', suggestion),
          ),
        ]),
  ];
};

const answerField = (parts: WordParts, label: string, answer: BasisAnswer | null): Paragraph[] =>
  answer ? parts.field(label, `${ANSWER_WORDS[answer.answer]}。${answer.reason}`) : [];

const breachParts = (parts: WordParts, breach: Breach, number: number): Paragraph[] => [
  parts.subheading(
    `规则检查意见${number}　${breach.place || '（无条款编号）'}　${SEVERITY_WORDS[breach.severity]}`,
  ),
  ...parts.field('问题', breach.message),
  ...parts.field('规则依据', `${breach.article}（${breach.rule}）`),
  ...parts.field('原文位置', breach.sourcePlace),
  ...parts.field('原文摘录', withMarks(breachExcerpt(breach))),
  ...parts.field('另涉及', furtherPlaces(breach)),
  ...(breach.suppression
    ? parts.field('处理情况', `不作修改，理由：${breach.suppression.reason}`)
    : parts.field('修改建议', breach.suggestion)),
];

/** A quotation in runs: what stands in 【】 is marked, its brackets with it. */
const withMarks = (quotation: string): WordRun[] =>
  quotation
    .split(/(【[^【】]*】)/u)
    .filter((text) => text !== '')
    .map((text) => (text.startsWith('【') ? { text, marked: true } : { text }));
