import { articleCode, articleNumber } from '../../corpus/articles.js';
import { matchArticles, type Numbered } from './renumber.js';
import { table } from './statutes-table.js';
import type { Version } from './versions.js';

/** The lines of catalogue/renumbering.tsv: for two versions of one title, which article became which. */
export const renumberingTable = (versions: readonly Version[]): string => {
  const groups = new Map<string, Version[]>();
  for (const version of versions) {
    const key = `${version.row.title}\t${version.row.province}`;
    if (version.text && version.date) groups.set(key, [...(groups.get(key) ?? []), version]);
  }
  const lines = [...groups].flatMap(([key, group]) => {
    const order = [...group].sort((a, b) => (a.date < b.date ? -1 : 1));
    return order.slice(1).map((after, at) => {
      const before = order[at]!;
      return [key, before.date, after.date, movesForm(matchArticles(articles(before), articles(after)))].join(
        '\t',
      );
    });
  });
  return table(['title', 'region', 'from', 'to', 'articles'], lines);
};

const articles = ({ text }: Version): Numbered[] =>
  (text?.pieces ?? []).flatMap((piece) => {
    const number = articleNumber(piece.number);
    return number ? [{ code: articleCode(number), text: piece.text }] : [];
  });

/** Runs that moved by the same distance, joined: 1-6>1 7>9 10-12>14; an inserted article stands alone. */
export const movesForm = (moves: readonly (readonly [string, string])[]): string => {
  const runs: { first: string; last: string; to: string; ends: string }[] = [];
  const next = (code: string): string => (code.includes('.') ? '' : String(Number(code) + 1));
  for (const [from, to] of moves) {
    const run = runs.at(-1);
    if (run && next(run.last) === from && next(run.ends) === to) [run.last, run.ends] = [from, to];
    else runs.push({ first: from, last: from, to, ends: to });
  }
  return runs.map(({ first, last, to }) => `${first}${last === first ? '' : `-${last}`}>${to}`).join(' ');
};
