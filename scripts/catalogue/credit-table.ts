import { classify } from '../../classifiers/index.js';
import { articleCode, articleNumber } from '../../corpus/articles.js';
import { measureKindsIn, providesFor } from '../../corpus/index.js';
import { table } from './statutes-table.js';
import type { Version } from './versions.js';

/**
 * The lines of catalogue/credit-articles.tsv: for a version, its articles that provide for a measure, each with its
 * labels and kinds of measure (35:DP:record,publicity), and those in which nothing of the field stands.
 */
export const creditTable = (versions: readonly Version[]): string =>
  table(
    ['title', 'region', 'date', 'articles', 'silent'],
    versions.flatMap((version) => {
      const { row, text, date } = version;
      if (!text) return [];
      const found: string[] = [];
      const silent: number[] = [];
      for (const piece of text.pieces) {
        const number = articleNumber(piece.number);
        if (!number) continue;
        const kinds = measureKindsIn(piece.text);
        const labels = classify({ text: piece.text, path: [row.title, ...piece.path] }).labels.join('');
        if (labels) found.push(`${articleCode(number)}:${labels}:${kinds.join(',')}`);
        else if (number[1] === 0 && providesFor(piece.text, { measures: [] }) === 'no')
          silent.push(number[0]);
      }
      return found.length > 0 || silent.length > 0
        ? [[row.title, row.province, date, found.join(' '), runs(silent)].join('\t')]
        : [];
    }),
  );

/** 1-3,5,8-12. */
const runs = (numbers: readonly number[]): string => {
  const joined: [number, number][] = [];
  for (const number of numbers) {
    const last = joined.at(-1);
    if (last && last[1] + 1 === number) last[1] = number;
    else joined.push([number, number]);
  }
  return joined.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(',');
};
