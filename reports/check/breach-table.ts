import type { Table } from 'docx';
import type { Breach } from '../../model/index.js';
import { breachExcerpt } from '../excerpt.js';
import type { WordParts } from '../word/parts.js';
import { SEVERITY_WORDS } from '../words.js';

/** Together what A4 on its side holds. */
const COLUMNS = [
  { head: '序号', width: 700, centred: true },
  { head: '程度', width: 760, centred: true },
  { head: '条款', width: 1_760 },
  { head: '问题和依据', width: 3_700 },
  { head: '原文（【】内为判断所据文字）', width: 4_318 },
  { head: '修改建议', width: 3_600 },
] as const;
const SHADES = { error: 'F8D7DA', warning: 'FFF3CD', note: 'E2EFDA' } as const;

/** The breaches of one document, numbered from 1, on a page in landscape. */
export const breachTable = (parts: WordParts, breaches: readonly Breach[]): Table =>
  parts.table({
    columns: COLUMNS,
    rows: breaches.map((breach, index) =>
      rowTexts(breach, index + 1).map((lines, column) => ({
        lines,
        ...(column === 1 && { fill: SHADES[breach.severity] }),
      })),
    ),
  });

const rowTexts = (breach: Breach, number: number): readonly (readonly string[])[] => [
  [String(number)],
  [SEVERITY_WORDS[breach.severity]],
  [
    breach.place || '（无条款编号）',
    breach.sourcePlace,
    ...(breach.also?.length ? [`另有${breach.also.length}处相同`] : []),
  ].filter(Boolean),
  [breach.message, `依据：${breach.article}`, `规则：${breach.rule}`],
  [breachExcerpt(breach)],
  breach.suppression ? [`不作修改，理由：${breach.suppression.reason}`] : [breach.suggestion],
];
