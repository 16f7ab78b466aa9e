import { displayWidth, padTo } from '../../model/index.js';

export type Line = readonly [name: string, value: string];

/** Names in one column, values in the next; a value of several lines stays in its column. */
export const table = (indent: string, lines: readonly Line[]): string[] => {
  const width = Math.max(...lines.map(([name]) => displayWidth(name)));
  const hang = `${indent}${' '.repeat(width)}  `;
  return lines.flatMap(([name, value]) =>
    value
      .split('\n')
      .map((part, index) =>
        (index === 0 ? `${indent}${padTo(name, width)}  ${part}` : `${hang}${part}`).trimEnd(),
      ),
  );
};
