import {
  AUDIT_WORDS,
  type AuditItem,
  type AuditReport,
  type FollowUp,
  printable,
} from '../../model/index.js';
import { progressWords, standingWords } from './follow-words.js';
import {
  columnWords,
  countKinds,
  countWords,
  evidenceWords,
  resultWords,
  rowWords,
  scopeWords,
  subjectWords,
} from './words.js';

/** Provisions quoted of one item; the workbook has all. */
const SHOWN = 2;

/** The audit for the screen: what was compared, how much of what was found, then each item; with what has become of them. */
export const auditText = (report: AuditReport, follow?: FollowUp): string => {
  const kinds = countKinds(report.items);
  const progress = follow ? progressWords(report, follow) : '';
  const standing = standingWords(follow);
  const corrected = follow?.items.filter((each) => each.corrected?.number === follow.round.number) ?? [];
  return [
    ...scopeWords(report),
    resultWords(report),
    ...(progress ? [progress] : []),
    ...kinds.map((count) => `  ${countWords(count)}`),
    ...kinds.flatMap(({ kind }) => [
      '',
      `${AUDIT_WORDS[kind]}`,
      ...report.items
        .filter((item) => item.kind === kind)
        .flatMap((item, at) => itemLines(item, at + 1, standing(item))),
    ]),
    ...(corrected.length > 0 ? ['', '已更正'] : []),
    ...corrected.map(
      ({ item }, at) =>
        `  ${at + 1}. ${AUDIT_WORDS[item.kind]}：${subjectWords(item)}　${columnWords(item.column)}`,
    ),
    '',
  ]
    .map(printable)
    .join('\n');
};

const itemLines = (item: AuditItem, number: number, standing: string): string[] => {
  const where = [
    item.document?.source,
    [item.row?.ledger, rowWords(item)].filter(Boolean).join(''),
    columnWords(item.column),
  ].filter(Boolean);
  const quoted = evidenceWords(item);
  return [
    `  ${number}. ${item.certain ? '' : '（请核对）'}${subjectWords(item)}${where.length > 0 ? `　[${where.join('；')}]` : ''}`,
    `     ${item.reason}。`,
    ...quoted.slice(0, SHOWN).map((words) => `     ${words}`),
    ...(quoted.length > SHOWN ? [`     另有${quoted.length - SHOWN}处`] : []),
    ...(standing ? [`     ${standing}`] : []),
  ];
};
