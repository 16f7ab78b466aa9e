/** A table: the head and its rows; all columns but the first `left` stand to the right. */
export const markdownTable = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  left = 1,
): string => {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at < left ? '---' : '--:'))), ...rows.map(line)].join('\n');
};

/** A share in percent with one decimal; – where there was nothing to be right or wrong about. */
export const percent = (share: number | null): string => (share === null ? '–' : (100 * share).toFixed(1));

/** The difference of two shares in points, with its sign. */
export const points = (now: number | null, before: number | null): string => {
  if (now === null || before === null) return '–';
  const difference = Math.round(1000 * (now - before)) / 10;
  return difference < 0 ? `−${(-difference).toFixed(1)}` : `+${difference.toFixed(1)}`;
};

/** A bar would end a cell. */
export const inCell = (text: string): string => text.replaceAll('|', '\\|');
