import { displayWidth, padTo } from '../../model/index.js';

/** A share as percent with one decimal; – where there is none. */
export const percent = (share: number | null): string =>
  share === null ? '–' : `${(100 * share).toFixed(1)}%`;

/** Rows of cells as lines: the first column to the left, the others to the right, as wide as their widest cell. */
export const table = (rows: readonly (readonly string[])[]): string => {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, displayWidth(cell));
    });
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) =>
        at === 0 ? padTo(cell, widths[at]!) : `${' '.repeat(widths[at]! - displayWidth(cell))}${cell}`,
      )
      .join('  ');
  return rows.map((row) => `  ${line(row).trimEnd()}\n`).join('');
};
