import type { Paragraph, Table } from 'docx';
import { AUDIT_WORDS, type AuditItem, type AuditReport, type FollowUp } from '../../model/index.js';
import { dateLine } from '../stamp-lines.js';
import { type WordSection, writeWordFile } from '../word/file.js';
import type { WordParts } from '../word/parts.js';
import { followedById, standingWords } from './follow-words.js';
import { columnWords, countKinds, countWords, evidenceWords, rowWords, subjectWords } from './words.js';
import { ANSWER_HEADS } from './workbook.js';

const TITLE = '失信约束措施台账核对反馈意见';
const ANSWER = '请逐项答复：采纳的，更正台账；有说明的，写明理由并附材料；不采纳的，写明理由。';
/** Together what A4 on its side holds. */
const COLUMNS = [
  { head: '序号', width: 640, centred: true },
  { head: '文件名称（文号）', width: 2_200 },
  { head: '事项', width: 1_200, centred: true },
  { head: '台账所填', width: 1_500 },
  { head: '核对情况及理由', width: 3_300 },
  { head: '条款及原文', width: 2_700 },
  { head: ANSWER_HEADS.answer, width: 1_198 },
  { head: ANSWER_HEADS.words, width: 1_300 },
  { head: ANSWER_HEADS.id, width: 800, centred: true },
] as const;

/** Writes 反馈意见 as .docx, one letter a unit; the file appears under its name only when it is complete. Throws RangeError for a date that is not ISO. */
export const writeAuditLetter = (
  path: string,
  report: AuditReport,
  date?: string,
  follow?: FollowUp,
): Promise<void> =>
  writeWordFile(path, TITLE, (parts) =>
    unitsOf(report).flatMap((unit) => letterTo(parts, unit, report, { date, follow })),
  );

interface LetterFacts {
  readonly date: string | undefined;
  readonly follow: FollowUp | undefined;
}

/** Units in the order of their ledgers, then those without one, then '' for what no single unit is known of. */
const unitsOf = ({ ledgers, items }: AuditReport): string[] => {
  const named = [...ledgers.map(({ unit }) => unit), ...items.map(({ unit }) => unit)].filter(Boolean);
  const nobody = items.some(({ unit }) => unit === '') || named.length === 0;
  return [...new Set([...named, ...(nobody ? [''] : [])])];
};

const letterTo = (
  parts: WordParts,
  unit: string,
  report: AuditReport,
  { date, follow }: LetterFacts,
): WordSection[] => {
  const followed = followedById(follow);
  const standing = standingWords(follow);
  // What is closed is not asked again.
  const items = report.items.filter(
    (item) => item.unit === unit && followed.get(item.id)?.state !== 'closed',
  );
  const ledgers = report.ledgers.filter((ledger) => ledger.unit === unit);
  const rows = ledgers.reduce((sum, ledger) => sum + ledger.rows, 0);
  const [certain, toCheck] = [items.filter((item) => item.certain), items.filter((item) => !item.certain)];
  return [
    {
      orientation: 'portrait',
      children: [
        parts.title(TITLE),
        parts.text(`${unit || '有关单位'}：`),
        ...(ledgers.length > 0
          ? [
              parts.body(
                `收到你单位报送的失信约束措施台账${ledgers.length}份，共${rows}行，已与提供的文件逐行核对。`,
              ),
            ]
          : []),
        parts.body(
          items.length === 0
            ? '没有发现需要反馈的事项。'
            : `需要反馈的事项${items.length}项，其中发现问题${certain.length}项，请你单位核对${toCheck.length}项，详见附件：${countKinds(items).map(countWords).join('；')}。`,
        ),
        ...(items.length > 0 ? [parts.body(ANSWER)] : []),
        ...(report.unread > 0
          ? [parts.body(`提供的文件中有${report.unread}个未能读取，未作核对，请另行提供可以读取的文本。`)]
          : []),
        parts.body(
          '本意见由程序对照文件文字生成，供核对使用；文件是否涉及失信约束措施、依据是否成立，以人工认定为准。',
        ),
        ...parts.signature('（盖章）', dateLine(date)),
      ],
    },
    ...(items.length > 0
      ? [
          {
            orientation: 'landscape' as const,
            children: [
              parts.text('附件'),
              parts.title('反馈事项清单'),
              ...listOf(parts, '一、发现的问题', certain, 0, standing),
              ...listOf(
                parts,
                `${certain.length > 0 ? '二' : '一'}、请核对的事项`,
                toCheck,
                certain.length,
                standing,
              ),
            ],
          },
        ]
      : []),
  ];
};

const listOf = (
  parts: WordParts,
  heading: string,
  items: readonly AuditItem[],
  before: number,
  standing: (item: AuditItem) => string,
): (Paragraph | Table)[] =>
  items.length === 0
    ? []
    : [
        parts.heading(heading),
        parts.table({
          columns: COLUMNS,
          rows: items.map((item, at) =>
            [
              [`${before + at + 1}`],
              [subjectWords(item)],
              [AUDIT_WORDS[item.kind]],
              [[rowWords(item), columnWords(item.column)].filter(Boolean).join('，'), item.said].filter(
                Boolean,
              ),
              [item.reason, standing(item)].filter(Boolean),
              evidenceWords(item),
              [''],
              [''],
              [item.id],
            ].map((lines) => ({ lines: lines.length > 0 ? lines : [''] })),
          ),
          splitRows: true,
        }),
      ];
