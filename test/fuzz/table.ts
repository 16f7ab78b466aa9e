import type { Tally } from './watch.js';

/** One row a format: mutants, read, refused by reason, the slowest, the most memory, findings. */
export const tableOf = (tallies: readonly Tally[]): string => {
  const codes = [...new Set(tallies.flatMap(({ outcomes }) => [...outcomes.keys()]))]
    .filter((code) => code !== 'read' && code !== 'internal')
    .sort();
  const head = ['format', 'mutants', 'read', ...codes, 'slowest ms (number)', 'peak MB', 'findings'];
  const rows = tallies.map((tally) => [
    tally.format,
    tally.mutants,
    tally.outcomes.get('read') ?? 0,
    ...codes.map((code) => tally.outcomes.get(code) ?? 0),
    `${tally.slowest.milliseconds} (${tally.slowest.number})`,
    tally.peak,
    tally.findings.length,
  ]);
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
};
