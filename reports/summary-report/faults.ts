import { LABELS } from '../../model/index.js';
import type { SummaryFigures } from './figures.js';

/** Figures of which a report would contradict itself. */
export class InconsistentFigures extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`总结报告的数字对不上：${faults.join('；')}`);
    this.name = 'InconsistentFigures';
    this.faults = faults;
  }
}

/** Which sums do not hold, in Chinese; [] for figures that add up. */
export const figureFaults = (figures: SummaryFigures): string[] => {
  const { rows, confirmations, agreement } = figures;
  const confirmed = rows.filter(({ state }) => state === 'confirmed').length;
  const sums: readonly (readonly [words: string, whole: number, parts: readonly number[]])[] = [
    ['找到的文件', figures.filesFound, [figures.filesRead, figures.filesByRule, figures.unreadFiles.length]],
    ['国家层面依据的行数', rows.length, Object.values(figures.national)],
    ['地方性法规依据的行数', rows.length, Object.values(figures.local)],
    [
      '预填的发现',
      figures.findingsProposed,
      [figures.findingsConfirmed, figures.findingsRejected, figures.findingsUndecided],
    ],
    [
      '规则检查的错误和警告',
      figures.breachErrors + figures.breachWarnings,
      figures.breachesByArticle.map(({ count }) => count),
    ],
    ['已确认的行数', confirmed, confirmations.map((each) => each.rows)],
  ];
  const unequal = sums.flatMap(([words, whole, parts]) => {
    const sum = parts.reduce((total, part) => total + part, 0);
    return sum === whole ? [] : [`${words}为${whole}，各项之和为${sum}`];
  });
  const bounds: readonly (readonly [words: string, part: number, whole: number])[] = [
    ['只读到一部分的文件', figures.filesPartlyRead, figures.filesRead],
    ['两项依据均为“否”的行', figures.rowsWithoutBasis, Math.min(figures.national.否, figures.local.否)],
    ...LABELS.map(
      (label) => [`涉及${label}的公文`, figures.documentsByLabel[label], figures.documents] as const,
    ),
    ...(agreement ? [['两人相同的判断', agreement.same, agreement.compared] as const] : []),
  ];
  const over = bounds.flatMap(([words, part, whole]) =>
    part > whole ? [`${words}为${part}，超过${whole}`] : [],
  );
  const unnamed = rows.some(
    ({ state, confirmedBy, confirmedAt }) => state === 'confirmed' && !(confirmedBy && confirmedAt),
  );
  return [...unequal, ...over, ...(unnamed ? ['有已确认的行没有确认人或者确认时间'] : [])];
};
